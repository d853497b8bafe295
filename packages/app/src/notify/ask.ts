/** HTTP for channels: one request, and what its answer means to all of them. */
import type { IncomingHttpHeaders } from 'node:http';
import { isRecord } from '@kumomori/model';
import type { GuardedRequest } from '../net/index.ts';
import { guardedRequest } from '../net/index.ts';
import type { ChannelTools } from './channel.ts';
import type { Outcome } from './outcome.ts';
import { refused, retry } from './outcome.ts';

type Failure = Exclude<Outcome, { readonly kind: 'delivered' }>;

export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Anything else than a status of 200 to 299 is a failure: 429 and 5xx may be tried again, the others not. */
export async function ask(request: GuardedRequest, tools: ChannelTools): Promise<Answered | Failure> {
  const { timeoutMs = 15_000 } = tools;
  const headers = { accept: 'application/json', 'user-agent': 'kumomori', ...request.headers };
  const answer = await guardedRequest({ ...request, headers }, { ...tools, timeoutMs, maxBytes: 1 << 18 });
  if (answer.kind === 'refused') return failure(refused('not-allowed', '', answer.reason));
  if (answer.kind === 'failed')
    return failure(answer.reason === 'too-large' ? refused('unexpected-answer', 'the answer is too large') : retry(answer.reason));
  const { status, headers: got, body } = answer;
  const text = body.toString('utf8');
  if (status >= 200 && status < 300) return { kind: 'answered', status, headers: got, text };
  return failure(ofStatus(status, text, waitOf(got, tools.now())));
}

/** The JSON object of an answer; null when it is none. */
export function objectOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function failure(outcome: Outcome): Failure {
  return outcome.kind === 'delivered' ? { kind: 'refused', reason: 'unexpected-answer', guard: null, detail: '' } : outcome;
}

function ofStatus(status: number, text: string, afterSeconds: number | null): Outcome {
  const detail = `${status} ${said(text)}`;
  if (status === 429) return retry('throttled', detail, afterSeconds);
  // 408 and 425: the server itself asks to try again (RFC 9110 §15.5.9, RFC 8470 §5.2).
  if (status >= 500 || status === 408 || status === 425) return retry('server-error', detail, afterSeconds);
  if (status >= 300 && status < 400) return refused('redirected', String(status));
  if (status === 401 || status === 403) return refused('unauthorized', detail);
  if (status === 404 || status === 410) return refused('gone', detail);
  return status < 200 ? refused('unexpected-answer', String(status)) : refused('rejected', detail);
}

/** What a service says of its refusal: in the members services use for it, or as text. Pages in HTML say nothing. */
function said(text: string): string {
  const object = objectOf(text);
  if (!object) return /^\s*</.test(text) ? '' : text.slice(0, 300);
  const { errorMessages, errors, message, error, text: other } = object;
  const lists = [errorMessages, errors].flatMap((value) => (Array.isArray(value) ? value : []));
  const texts = [message, error, other, ...lists].map((value) => (isRecord(value) ? value['message'] : value));
  const fields = isRecord(errors) ? Object.entries(errors).map(([name, value]) => `${name}: ${String(value)}`) : [];
  return [...texts.filter((value): value is string => typeof value === 'string'), ...fields].join('; ');
}

const LONGEST_WAIT = 24 * 3600;

/** Retry-After in seconds or as a date (RFC 9110 §10.2.3), else X-RateLimit-Reset as Backlog gives it, in seconds since 1970. */
function waitOf(headers: IncomingHttpHeaders, now: Date): number | null {
  const text = headers['retry-after'];
  const reset = headers['x-ratelimit-reset'];
  const seconds = (ms: number): number => Math.ceil((ms - now.getTime()) / 1000);
  const wait =
    text === undefined
      ? typeof reset === 'string' && /^\d{9,11}$/.test(reset)
        ? seconds(Number(reset) * 1000)
        : Number.NaN
      : /^\d{1,9}$/.test(text.trim())
        ? Number(text)
        : seconds(Date.parse(text));
  return Number.isNaN(wait) ? null : Math.min(LONGEST_WAIT, Math.max(0, wait));
}
