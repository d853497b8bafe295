/** GET requests to one API: paced, tried again where that helps, bounded in time and size, never to another origin. */
import type { CallError, Json } from '@kumomori/model';
import { isJsonObject, jsonAt, textOf } from '@kumomori/model';
import type { CollectEnvironment } from '../collecting.ts';
import type { AzureTokens } from './tokens.ts';

export interface RestOptions {
  /** `https://management.azure.com`: where requests and tokens go, and nowhere else. */
  readonly origin: string;
  readonly tokens: AzureTokens;
  readonly env: CollectEnvironment;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly attempts?: number;
}

export interface RestCall {
  readonly url: URL;
  /** What shares a limit: `azure:SUBSCRIPTION:arm`. */
  readonly bucket: string;
  /** As it is counted: `azure:Microsoft.Storage:storageAccounts`. */
  readonly operation: string;
  /** What a principal needs for it. */
  readonly permission: string;
}

export type RestAnswer = { readonly body: Json; readonly error?: never } | { readonly body?: never; readonly error: CallError };

const MEBIBYTE = 1024 * 1024;
/** Longer waits are not worth the rest of the collection. */
const LONGEST_WAIT_MS = 10 * 60_000;
/** With so few calls left in the current window the others are made slowly. */
const FEW_LEFT = 10;

/** What one exchange came to. */
type Exchange =
  | { readonly kind: 'answer'; readonly body: Json }
  | { readonly kind: 'refused'; readonly status: number; readonly error: CallError; readonly waitMs: number | null };

export class RestClient {
  readonly #options: Required<RestOptions>;

  constructor({ timeoutMs = 60_000, maxBytes = 64 * MEBIBYTE, attempts = 6, ...options }: RestOptions) {
    this.#options = { timeoutMs, maxBytes, attempts, ...options };
  }

  /** Throws BudgetSpent, and the reason of the signal when the collection is stopped; all else is an answer, also that there is no token. */
  async get(call: RestCall): Promise<RestAnswer> {
    const { env, tokens, origin, attempts } = this.#options;
    let refreshed = false;
    for (let attempt = 1; ; attempt++) {
      const token = await tokens(origin, { refresh: refreshed }).catch(noToken);
      if (typeof token !== 'string') return { error: token };
      const made = await env.budget.run(call.bucket, call.operation, async () => await this.#exchange(call, token), env.signal);
      if (made.kind === 'answer') return { body: made.body };
      const { status, error, waitMs } = made;
      if (status === 401 && !refreshed) {
        refreshed = true;
        continue;
      }
      if (!isPassing(status) || attempt >= attempts || (waitMs ?? 0) > LONGEST_WAIT_MS) return { error };
      env.budget.throttled(call.bucket, waitMs ?? Math.min(60_000, 500 * 2 ** attempt));
    }
  }

  /** The address of a next page, when it is one of the same API. */
  next(link: string): URL | null {
    const url = URL.parse(link, this.#options.origin);
    return url !== null && url.origin === new URL(this.#options.origin).origin ? url : null;
  }

  async #exchange({ url, bucket, permission }: RestCall, token: string): Promise<Exchange> {
    const { env, timeoutMs, maxBytes } = this.#options;
    const limit = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(url, {
        headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
        redirect: 'manual',
        signal: AbortSignal.any([env.signal, limit]),
      });
      if (fewestLeft(response.headers) < FEW_LEFT) env.budget.throttled(bucket, 1000);
      const text = await bounded(response, maxBytes);
      if (text === null) return refused(0, { code: 'TooLarge', message: `the answer is larger than ${maxBytes} bytes` });
      const body = parsed(text);
      if (response.ok && body !== undefined) return { kind: 'answer', body };
      if (response.ok) return refused(PASSING, { code: 'MalformedAnswer', message: 'the answer is no JSON' });
      return refused(response.status, errorOf(response.status, body, permission), waitOf(response.headers, env.now()));
    } catch (cause) {
      env.signal.throwIfAborted();
      if (limit.aborted) return refused(PASSING, { code: 'Timeout', message: `no answer within ${timeoutMs} ms` });
      return refused(PASSING, { code: 'NetworkError', message: messageOf(cause) });
    }
  }
}

/** The directory may give no token where Resource Manager does: what can be collected is collected. */
function noToken(cause: unknown): CallError {
  return { code: 'NoToken', message: messageOf(cause) };
}

/** Stands for failures on the way that may be over the next time. */
const PASSING = 599;

function isPassing(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

function refused(status: number, error: CallError, waitMs: number | null = null): Exchange {
  return { kind: 'refused', status, error, waitMs };
}

/** Both APIs say `{ error: { code, message } }`; some services leave the outer object out. */
function errorOf(status: number, body: Json | undefined, permission: string): CallError {
  const inner = jsonAt(body, 'error');
  const error = isJsonObject(inner) ? inner : body;
  const code = textOf(error, 'code') ?? textOf(error, 'Code') ?? (status >= 300 && status < 400 ? 'Redirected' : String(status));
  const message = (textOf(error, 'message') ?? textOf(error, 'Message') ?? `HTTP status ${status}`).split('\n')[0] ?? '';
  const lacking = /perform action '([^']+)'/.exec(message)?.[1] ?? permission;
  return { code, message: message.slice(0, 1000), ...(status === 401 || status === 403 ? { permission: lacking } : {}) };
}

/** Milliseconds that the answer asks to wait: `Retry-After` in seconds or as a date, or one of the more exact headers of services. */
function waitOf(headers: Headers, now: Date): number | null {
  const exact = headers.get('retry-after-ms') ?? headers.get('x-ms-retry-after-ms');
  if (exact !== null && /^\d+$/.test(exact)) return Number(exact);
  const after = headers.get('retry-after');
  if (after === null) return null;
  if (/^\d+$/.test(after.trim())) return Number(after) * 1000;
  const date = Date.parse(after);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}

/** Calls left until the service refuses: the least of all headers that say so (`11999`, `Microsoft.Compute/GetVM3Min;197,…`). */
function fewestLeft(headers: Headers): number {
  const numbers = [...headers].flatMap(([name, value]) =>
    name.startsWith('x-ms-ratelimit-remaining-') ? [...value.matchAll(/(?:^|;)(\d+)(?=,|$)/g)].map(([, left]) => Number(left)) : [],
  );
  return Math.min(Infinity, ...numbers);
}

/** Null when there is more of it than allowed. */
async function bounded(response: Response, maxBytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function messageOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return (inner instanceof Error ? inner.message : String(inner)).split('\n')[0]?.slice(0, 500) ?? '';
}
