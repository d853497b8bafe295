/** What became of one attempt to send. */
import type { GuardReason, RequestFailure } from '../net/index.ts';

export type RetryReason = Exclude<RequestFailure, 'too-large'> | 'throttled' | 'server-error';
export type RefusalReason = 'settings' | 'not-allowed' | 'tls' | 'redirected' | 'unauthorized' | 'gone' | 'rejected' | 'unexpected-answer';

export type Outcome =
  | {
      readonly kind: 'delivered';
      /** What the receiver calls it: key of a ticket, time stamp of a Slack message. Handed back as `previous` of later messages. */
      readonly reference: string | null;
      /** Where people see it, when the receiver says so. */
      readonly url: string | null;
      /** What went wrong beside, as a recipient that was refused. */
      readonly detail: string;
    }
  | {
      readonly kind: 'retry';
      readonly reason: RetryReason;
      /** As the receiver asked. */ readonly afterSeconds: number | null;
      readonly detail: string;
    }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly guard: GuardReason | null; readonly detail: string };

/** The receiver's own words are kept to so many characters. */
const DETAIL = 300;

export function delivered(
  reference: string | null = null,
  { url = null, detail = '' }: { readonly url?: string | null; readonly detail?: string } = {},
): Outcome {
  return { kind: 'delivered', reference, url, detail: tidy(detail) };
}

export function retry(reason: RetryReason, detail = '', afterSeconds: number | null = null): Outcome {
  return { kind: 'retry', reason, afterSeconds, detail: tidy(detail) };
}

export function refused(reason: RefusalReason, detail = '', guard: GuardReason | null = null): Outcome {
  return { kind: 'refused', reason, guard, detail: tidy(detail) };
}

function tidy(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, DETAIL);
}

/** The outcome without any of the secrets, should a receiver repeat one. Short ones are left: they would blot out ordinary words. */
export function withoutSecrets(outcome: Outcome, secrets: readonly string[]): Outcome {
  let { detail } = outcome;
  for (const secret of secrets.toSorted((a, b) => b.length - a.length))
    for (const form of new Set([secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')]))
      if (form.length >= 4) detail = detail.replaceAll(form, '***');
  return { ...outcome, detail };
}
