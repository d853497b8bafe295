/** REST over HTTPS, reading only: one call with retries. Paging and what is asked are others'. */
import type { CallError, Json, JsonObject } from '@kumomori/model';
import { isJsonObject } from '@kumomori/model';
import type { CollectEnvironment } from '../collecting.ts';
import { CollectError } from '../collecting.ts';
import type { Asked, Failure } from './errors.ts';
import { failureOf } from './errors.ts';

/** `refresh`: the last token was refused. */
export type TokenProvider = (refresh: boolean) => Promise<string>;

export interface GcpClientOptions {
  readonly environment: Pick<CollectEnvironment, 'budget' | 'signal'>;
  readonly token: TokenProvider;
  /** Where the API with a host name answers; tests have their own servers. */
  readonly endpoint?: ((host: string) => string) | undefined;
  /** Project that pays for the calls, when it is not that of the credentials. */
  readonly quotaProject?: string | null;
  /** Milliseconds until an answer must be there as a whole. */
  readonly timeoutMs?: number | undefined;
  /** Bytes of one answer. */
  readonly maxBytes?: number | undefined;
}

export interface GcpRequest extends Asked {
  /** `GET`, but for the two reads that Google made POST. */
  readonly method?: 'GET' | 'POST';
  /** `https://storage.googleapis.com/storage/v1/b?project=orders` */
  readonly url: string;
  readonly body?: JsonObject | undefined;
  /** `gcp:orders:global:storage.googleapis.com` */
  readonly bucket: string;
  /** `gcp:storage.googleapis.com:buckets` */
  readonly operation: string;
}

/** Exactly one of the two. */
export type GcpAnswer = { readonly json: JsonObject; readonly error?: never } | { readonly error: CallError; readonly json?: never };

const ATTEMPTS = 6;
/** Milliseconds before the second try after a fault; doubles with each. */
const FIRST_WAIT = 250;
/** Methods that read although they are POST. */
const READING_POSTS = /:(?:getIamPolicy|getAncestry)$/;

export class GcpClient {
  readonly #options: GcpClientOptions;

  constructor(options: GcpClientOptions) {
    this.#options = options;
  }

  /** Throws BudgetSpent, and CollectError when there is no token or the user stopped; everything else is an error in the answer. */
  async call(request: GcpRequest): Promise<GcpAnswer> {
    const url = new URL(request.url);
    if (request.method === 'POST' && !READING_POSTS.test(url.pathname)) throw new TypeError(`${url.pathname} is no read`);
    const { budget, signal } = this.#options.environment;
    let refreshed = false;
    let last: CallError = { code: 'UNAVAILABLE', message: 'no answer' };
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const outcome = await budget.run(request.bucket, request.operation, async () => await this.#once(url, request, refreshed), signal);
      if ('json' in outcome) return outcome;
      last = outcome.error;
      if (outcome.meaning === 'final' || (outcome.meaning === 'token' && refreshed)) break;
      if (outcome.meaning === 'token') refreshed = true;
      else if (attempt < ATTEMPTS - 1) budget.throttled(request.bucket, outcome.retryAfter ?? FIRST_WAIT * 2 ** attempt);
    }
    return { error: last };
  }

  async #once(
    url: URL,
    request: GcpRequest,
    refresh: boolean,
  ): Promise<{ json: JsonObject } | (Failure & { retryAfter?: number | undefined })> {
    const { environment, timeoutMs = 60_000, endpoint, quotaProject } = this.#options;
    const token = await this.#token(refresh);
    const target = endpoint ? `${endpoint(url.host)}${url.pathname}${url.search}` : url;
    try {
      const response = await fetch(target, {
        method: request.method ?? 'GET',
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          ...(quotaProject && { 'x-goog-user-project': quotaProject }),
          ...(request.method === 'POST' && { 'content-type': 'application/json' }),
        },
        ...(request.method === 'POST' && { body: JSON.stringify(request.body ?? {}) }),
        redirect: 'error', // a token is for Google alone
        signal: AbortSignal.any([environment.signal, AbortSignal.timeout(timeoutMs)]),
      });
      const text = await this.#text(response);
      if (text === null) return { meaning: 'final', error: { code: 'ANSWER_TOO_LARGE', message: 'the answer is larger than the limit' } };
      const json = parsed(text);
      if (!response.ok)
        return { ...failureOf(response.status, json, request), retryAfter: retryAfter(response.headers.get('retry-after')) };
      if (isJsonObject(json)) return { json };
      return { meaning: 'again', error: { code: 'MALFORMED_ANSWER', message: 'the answer is no JSON object' } };
    } catch (cause) {
      if (environment.signal.aborted) throw new CollectError('stopped', 'the collection was stopped', cause);
      return { meaning: 'again', error: { code: 'UNAVAILABLE', message: reasonOf(cause) } };
    }
  }

  async #token(refresh: boolean): Promise<string> {
    try {
      return await this.#options.token(refresh);
    } catch (cause) {
      if (cause instanceof CollectError) throw cause;
      throw new CollectError('credentials', 'Google gave no token', cause);
    }
  }

  /** Null: more bytes than are kept. */
  async #text(response: Response): Promise<string | null> {
    const { maxBytes = 64 * 1024 * 1024 } = this.#options;
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) return null;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  }
}

/** Seconds, or a date. In milliseconds. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.min(Math.max(seconds, 0), 300) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.min(Math.max(date - Date.now(), 0), 300_000);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'the connection failed';
  const inner = cause.cause instanceof Error ? cause.cause : cause;
  return cause.name === 'TimeoutError' ? 'no answer in time' : inner.message;
}
