/** Requests to Azure and Google with a token: tried again where that helps, never sent elsewhere. */
import { setTimeout } from 'node:timers/promises';
import { messageOf } from './download.ts';
import { RemoteError } from './types.ts';

export interface HttpRequest {
  readonly signal: AbortSignal;
  /** What the principal needs, for who is refused. */
  readonly permission: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface CloudHttp {
  /** `https://storage.googleapis.com`, without a slash at the end. */
  readonly origin: string;
  /** The answer, when it is a success. Throws RemoteErrors. */
  open(path: string, request: HttpRequest): Promise<Response>;
  text(path: string, request: HttpRequest): Promise<string>;
  json(path: string, request: HttpRequest): Promise<unknown>;
}

export interface CloudHttpOptions {
  readonly origin: string;
  /** Null: nobody is asked for one, as for an emulator. `refresh`: the last one was refused. */
  readonly token: ((refresh: boolean) => Promise<string>) | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly pauseMs?: number | undefined;
}

const ATTEMPTS = 6;
const LONGEST_WAIT_MS = 60_000;
/** Listings are pages of thousands of names. */
const MAX_TEXT = 64 * 1024 * 1024;

export function cloudHttp({ origin, token, headers = {}, pauseMs = 250 }: CloudHttpOptions): CloudHttp {
  const open = async (path: string, request: HttpRequest): Promise<Response> => {
    let refresh = false;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await once(`${origin}${path}`, request, { ...headers, ...(await bearer(token, refresh)) });
      if (answer instanceof Response && answer.ok) return answer;
      const failure = answer instanceof Response ? await refusal(answer, request.permission) : answer;
      const isStale = answer instanceof Response && answer.status === 401 && token !== null && !refresh;
      if (isStale) refresh = true;
      else if (attempt >= ATTEMPTS || !/^(?:throttled|interrupted)$/.test(failure.kind)) throw failure;
      else await setTimeout(waitOf(answer, pauseMs * 2 ** attempt), undefined, { signal: request.signal }).catch(() => undefined);
      if (request.signal.aborted) throw new RemoteError('stopped', 'stopped');
    }
  };
  const text = async (path: string, request: HttpRequest): Promise<string> => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await open(path, request);
      try {
        return await bounded(answer);
      } catch (cause) {
        if (cause instanceof RemoteError) throw cause;
        if (request.signal.aborted) throw new RemoteError('stopped', 'stopped', { cause });
        if (attempt >= ATTEMPTS) throw new RemoteError('interrupted', messageOf(cause), { cause });
      }
    }
  };
  return {
    origin,
    open,
    text,
    async json(path, request) {
      const found = await text(path, request);
      try {
        return found === '' ? {} : (JSON.parse(found) as unknown);
      } catch (cause) {
        throw new RemoteError('failed', 'the answer is no JSON', { cause });
      }
    },
  };
}

async function bearer(token: CloudHttpOptions['token'], refresh: boolean): Promise<Readonly<Record<string, string>>> {
  if (token === null) return {};
  try {
    return { authorization: `Bearer ${await token(refresh)}` };
  } catch (cause) {
    throw new RemoteError('credentials', messageOf(cause), { cause });
  }
}

async function once(
  url: string,
  { method = 'GET', body, headers, signal }: HttpRequest,
  more: Readonly<Record<string, string>>,
): Promise<Response | RemoteError> {
  try {
    return await fetch(url, {
      method,
      headers: { ...more, ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body }),
      // A token is for one service alone.
      redirect: 'error',
      signal,
    });
  } catch (cause) {
    if (signal.aborted) throw new RemoteError('stopped', 'stopped', { cause });
    return new RemoteError('interrupted', messageOf(cause), { cause });
  }
}

/** Both clouds put a code and a sentence into their errors; XML of Blob storage names them alike. */
async function refusal(answer: Response, permission: string): Promise<RemoteError> {
  const text = await bounded(answer).catch(() => '');
  const code = /<Code>([^<]{1,200})|"(?:status|code)"\s*:\s*"([^"]{1,200})"/.exec(text);
  const message = /<Message>([^<\n]{1,300})|"message"\s*:\s*"((?:[^"\\]|\\.){1,300})"/.exec(text);
  const said = [code?.[1] ?? code?.[2] ?? `HTTP ${answer.status}`, message?.[1] ?? message?.[2]]
    .filter((each) => each !== undefined)
    .join(': ');
  switch (answer.status) {
    case 401:
      return new RemoteError('credentials', said);
    case 403:
      return /rateLimitExceeded/i.test(text) ? new RemoteError('throttled', said) : new RemoteError('refused', said, { permission });
    case 404:
      return new RemoteError('missing', said);
    case 412:
      return new RemoteError('changed', said);
    case 408:
      return new RemoteError('interrupted', said);
    case 429:
    case 503:
      return new RemoteError('throttled', said);
    default:
      return new RemoteError(answer.status >= 500 ? 'interrupted' : 'failed', said);
  }
}

function waitOf(answer: Response | RemoteError, otherwise: number): number {
  const seconds = answer instanceof Response ? Number(answer.headers.get('retry-after') ?? 'none') : Number.NaN;
  return Math.min(LONGEST_WAIT_MS, Number.isFinite(seconds) ? seconds * 1000 : otherwise);
}

async function bounded(answer: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of answer.body ?? []) {
    size += piece.length;
    if (size > MAX_TEXT) throw new RemoteError('too-large', `an answer of more than ${MAX_TEXT} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
