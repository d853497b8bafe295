/** Google's error answers → what they mean to a collection. Source: Google Cloud API design guide, "Errors" (AIP-193), read 2026-11-22. */
import type { CallError, Json } from '@kumomori/model';
import { itemsAt, jsonAt, textOf } from '@kumomori/model';

/** `again`: another try may succeed. `throttled`: slower. `token`: the token is not accepted any more. `final`: it stays so. */
export type Meaning = 'again' | 'throttled' | 'token' | 'final';

export interface Failure {
  readonly meaning: Meaning;
  readonly error: CallError;
}

/** Reasons that old and new APIs give for too many calls. */
const TOO_FAST: ReadonlySet<string> = new Set([
  ...['rateLimitExceeded', 'userRateLimitExceeded', 'RATE_LIMIT_EXCEEDED', 'RESOURCE_EXHAUSTED', 'concurrentLimitExceeded'],
]);
/** Of an API that is not switched on in the project that pays for the call. */
const NOT_ENABLED: ReadonlySet<string> = new Set(['SERVICE_DISABLED', 'accessNotConfigured']);
const STATUS: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
};

export interface Asked {
  /** Project ids or numbers that the call is about; an API that is off elsewhere says nothing about them. */
  readonly about: readonly string[];
  readonly permission: string | null;
}

/** What an answer that is no success says. */
export function failureOf(status: number, body: Json | undefined, { about, permission }: Asked): Failure {
  const error = jsonAt(body, 'error');
  const reasons = [
    textOf(error, 'status'),
    ...itemsAt(error ?? null, 'errors').map((each) => textOf(each, 'reason')),
    ...itemsAt(error ?? null, 'details').map((each) => textOf(each, 'reason')),
  ].filter((each) => each !== undefined);
  const message = (textOf(error, 'message') ?? `HTTP ${status}`).slice(0, 1000);
  const said = (code: string): CallError => ({ code, message });
  if (status === 429 || (status === 403 && reasons.some((each) => TOO_FAST.has(each)))) {
    return { meaning: 'throttled', error: said('RESOURCE_EXHAUSTED') };
  }
  if (status === 401) return { meaning: 'token', error: said('UNAUTHENTICATED') };
  if (status >= 500 || status === 408) return { meaning: 'again', error: said(textOf(error, 'status') ?? `HTTP_${status}`) };
  if (reasons.some((each) => NOT_ENABLED.has(each))) return { meaning: 'final', error: said(notEnabled(error, about)) };
  if (status !== 403) return { meaning: 'final', error: said(textOf(error, 'status') ?? STATUS[status] ?? `HTTP_${status}`) };
  const perimeter = reasons.includes('SECURITY_POLICY_VIOLATED');
  const lacking = named(message) ?? permission;
  return {
    meaning: 'final',
    error: {
      ...said(perimeter ? 'VPC_SERVICE_CONTROLS' : 'PERMISSION_DENIED'),
      ...(lacking !== null && !perimeter && { permission: lacking }),
    },
  };
}

/** The API may be off where the caller's credentials are from: then nothing is known of the project that was asked about. */
function notEnabled(error: Json | undefined, about: readonly string[]): string {
  const consumers = itemsAt(error ?? null, 'details').flatMap((each) => textOf(jsonAt(each, 'metadata'), 'consumer') ?? []);
  const [consumer] = consumers;
  if (consumer === undefined || about.length === 0) return 'SERVICE_DISABLED';
  return about.includes(consumer.replace(/^projects\//, '')) ? 'SERVICE_DISABLED' : 'SERVICE_DISABLED_FOR_CALLER';
}

/** Messages name what is lacking: `Permission 'storage.buckets.list' denied on resource …`, `… does not have storage.buckets.list access`. */
function named(message: string): string | null {
  return /\b([a-z][a-zA-Z0-9]*\.[a-zA-Z0-9]+\.[a-z][a-zA-Z0-9]*)\b(?!\.com)/.exec(message)?.[1] ?? null;
}
