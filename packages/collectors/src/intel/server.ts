/**
 * One request to a server of indicators: bounded in size and time, never redirected, so that credentials go nowhere else; 429 and 5xx wait as the server says,
 * within limits.
 */
export type IntelServerErrorCode =
  | 'unauthorized'
  | 'not-found'
  | 'throttled'
  | 'malformed'
  | 'too-large'
  | 'timeout'
  | 'network'
  | 'refused';

export class IntelServerError extends Error {
  readonly code: IntelServerErrorCode;
  constructor(code: IntelServerErrorCode, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.name = 'IntelServerError';
    this.code = code;
  }
}

export type IntelServerAuth =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string }
  /** The whole of the header, as MISP wants its keys. */
  | { readonly kind: 'key'; readonly key: string };

export interface ServerOptions {
  readonly auth: IntelServerAuth;
  readonly wait?: (milliseconds: number) => Promise<void>;
  readonly timeoutMs?: number;
  /** Of one answer. */
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

type FullOptions = Required<Omit<ServerOptions, 'signal'>> & Pick<ServerOptions, 'signal'>;

const ATTEMPTS = 5;
const LONGEST_WAIT_MS = 120_000;

export function withDefaults({ auth, wait = sleep, timeoutMs = 60_000, maxBytes = 64 * 1024 * 1024, signal }: ServerOptions): FullOptions {
  return { auth, wait, timeoutMs, maxBytes, ...(signal && { signal }) };
}

interface Answer {
  readonly text: string;
  readonly headers: Headers;
}

interface Failed {
  readonly error: IntelServerError;
  readonly waitMs: number | null;
}

/** Throws IntelServerErrors, and the reason of the signal. */
export async function getText(url: URL, options: FullOptions & { readonly accept: string }): Promise<Answer> {
  const { wait, signal } = options;
  for (let attempt = 1; ; attempt++) {
    const answer = await exchange(url, options);
    if ('text' in answer) return answer;
    const waitMs = Math.min(answer.waitMs ?? 500 * 2 ** attempt, LONGEST_WAIT_MS + 1);
    if (attempt >= ATTEMPTS || waitMs > LONGEST_WAIT_MS) throw answer.error;
    await wait(waitMs);
    signal?.throwIfAborted();
  }
}

async function exchange(
  url: URL,
  { accept, auth, timeoutMs, maxBytes, signal }: FullOptions & { readonly accept: string },
): Promise<Answer | Failed> {
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    const headers = { accept, ...authorization(auth) };
    const response = await fetch(url, { headers, redirect: 'manual', signal: signal ? AbortSignal.any([signal, limit]) : limit });
    const failed = failureOf(response, url);
    if (failed) {
      await response.body?.cancel();
      return failed;
    }
    return { text: await bounded(response, maxBytes, url), headers: response.headers };
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof IntelServerError) throw cause;
    if (limit.aborted) return { error: new IntelServerError('timeout', `${url.pathname}: no answer within ${timeoutMs} ms`), waitMs: null };
    const detail = `${url.host}: ${cause instanceof Error ? cause.message : 'no answer'}`;
    return { error: new IntelServerError('network', detail, cause), waitMs: null };
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, milliseconds);
  });
}

/** Throws for answers that another try does not change. */
function failureOf({ status, headers }: Response, url: URL): Failed | null {
  if (status >= 200 && status < 300) return null;
  const detail = `${url.pathname}: HTTP status ${status}`;
  if (status === 429 || status >= 500)
    return { error: new IntelServerError('throttled', detail), waitMs: retryAfter(headers.get('retry-after')) };
  if (status === 401 || status === 403) throw new IntelServerError('unauthorized', detail);
  if (status === 404 || status === 406) throw new IntelServerError('not-found', detail);
  throw new IntelServerError('refused', detail);
}

/** Seconds; dates are rare and count as not said. */
function retryAfter(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text.trim()) ? Number(text) * 1000 : null;
}

function authorization(auth: IntelServerAuth): Readonly<Record<string, string>> {
  if (auth.kind === 'bearer') return { authorization: `Bearer ${auth.token}` };
  if (auth.kind === 'key') return { authorization: auth.key };
  if (auth.kind === 'basic') return { authorization: `Basic ${Buffer.from(`${auth.user}:${auth.password}`).toString('base64')}` };
  return {};
}

async function bounded(response: Response, maxBytes: number, url: URL): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.byteLength;
    if (size > maxBytes) throw new IntelServerError('too-large', `${url.pathname}: more than ${maxBytes} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** The object in an answer; an empty one for no text at all, as an empty collection may answer. Throws IntelServerErrors. */
export function objectIn(text: string, url: URL): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = text.trim() === '' ? {} : JSON.parse(text);
  } catch (cause) {
    throw new IntelServerError('malformed', `${url.pathname}: the answer is no JSON`, cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new IntelServerError('malformed', `${url.pathname}: the answer is no object`);
  // No list and not null: an object of JSON.
  return value as Readonly<Record<string, unknown>>;
}

/** Throws IntelServerErrors for what is no address of the web. */
export function urlOf(text: string): URL {
  const url = URL.parse(text);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new IntelServerError('refused', `${text.slice(0, 200)} is no web address`);
  return url;
}
