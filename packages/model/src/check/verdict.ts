import type { Text } from '../text.ts';

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

export type Status = 'pass' | 'fail' | 'unknown' | 'not-applicable';

/** What `evaluate` returns; the runner adds the evidence. */
export type Verdict =
  | { readonly status: 'pass' }
  | { readonly status: 'fail'; readonly message: Text; readonly at: readonly string[] | null }
  | { readonly status: 'unknown'; readonly message: Text }
  | { readonly status: 'not-applicable'; readonly message: Text };

const passed: Verdict = { status: 'pass' };

export function pass(): Verdict {
  return passed;
}

export interface FailOptions {
  /** Keep only evidence whose path starts with one of these (`['publicAccessBlock']`); all that was read when left out. */
  readonly at?: readonly string[];
}

/** The message names the resource and the observed value, one sentence. */
export function fail(message: Text, options: FailOptions = {}): Verdict {
  return { status: 'fail', message, at: options.at ?? null };
}

/** The check makes no sense for this resource (a default group of a VPC without instances, an asymmetric key). */
export function notApplicable(message: Text): Verdict {
  return { status: 'not-applicable', message };
}
