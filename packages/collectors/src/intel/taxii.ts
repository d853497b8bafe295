/**
 * TAXII 2.1 (OASIS, 2021), reading only: discovery, API roots, collections, objects page by page. Every answer is bounded in size and time, redirects and
 * other origins are refused, so that credentials go nowhere else; 429 and 503 wait as the server says, within limits.
 */
export type TaxiiErrorCode = 'unauthorized' | 'not-found' | 'throttled' | 'malformed' | 'too-large' | 'timeout' | 'network' | 'refused';

export class TaxiiError extends Error {
  readonly code: TaxiiErrorCode;
  constructor(code: TaxiiErrorCode, detail: string, cause?: unknown) {
    super(detail, { cause });
    this.name = 'TaxiiError';
    this.code = code;
  }
}

export type TaxiiAuth =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string };

export interface TaxiiCollection {
  /** Where its objects are; ends with a slash. */
  readonly url: string;
  readonly id: string;
  readonly alias: string | null;
  readonly title: string;
}

export interface TaxiiPage {
  readonly objects: readonly unknown[];
  /** `X-TAXII-Date-Added-Last`: what to ask from the next time; null where the server does not say. */
  readonly addedLast: string | null;
}

export interface TaxiiOptions {
  readonly auth: TaxiiAuth;
  readonly wait?: (milliseconds: number) => Promise<void>;
  readonly timeoutMs?: number;
  /** Of one answer. */
  readonly maxBytes?: number;
  readonly maxPages?: number;
  readonly signal?: AbortSignal;
}

type Raw = Readonly<Record<string, unknown>>;

const MEDIA = 'application/taxii+json;version=2.1';
const ATTEMPTS = 5;
const LONGEST_WAIT_MS = 120_000;
const MAX_COLLECTIONS = 1000;
const MAX_ROOTS = 20;

/** State: nothing but options. All methods throw TaxiiErrors, and the reason of the signal. */
export class TaxiiClient {
  readonly #options: Required<Omit<TaxiiOptions, 'signal'>> & Pick<TaxiiOptions, 'signal'>;

  constructor({ auth, wait = sleep, timeoutMs = 60_000, maxBytes = 64 * 1024 * 1024, maxPages = 10_000, signal }: TaxiiOptions) {
    this.#options = { auth, wait, timeoutMs, maxBytes, maxPages, ...(signal && { signal }) };
  }

  /** Of a discovery document, an API root or a collection's own address: the collections that may be read. */
  async collections(address: string): Promise<readonly TaxiiCollection[]> {
    const start = slashed(urlOf(address));
    const { body } = await this.#get(start);
    if (typeof body['id'] === 'string' && typeof body['can_read'] === 'boolean') return collectionsIn({ collections: [body] }, up(start));
    const listed = Array.isArray(body['api_roots']) ? body['api_roots'] : null;
    const first = typeof body['default'] === 'string' ? [body['default']] : [];
    const roots = listed ? [...new Set([...first, ...listed.filter((each: unknown) => typeof each === 'string')])] : [start.href];
    const found: TaxiiCollection[] = [];
    for (const root of roots.slice(0, MAX_ROOTS)) {
      const url = slashed(sameOrigin(root, start));
      const at = new URL('collections/', url);
      found.push(...collectionsIn((await this.#get(at)).body, at));
    }
    return found.slice(0, MAX_COLLECTIONS);
  }

  /** Objects in the order in which the server added them. */
  async *objects(
    { url }: Pick<TaxiiCollection, 'url'>,
    { addedAfter = null }: { readonly addedAfter?: string | null } = {},
  ): AsyncGenerator<TaxiiPage> {
    let next: string | null = null;
    const seen = new Set<string>();
    for (let page = 0; page < this.#options.maxPages; page++) {
      const at = new URL('objects/', url);
      at.searchParams.set('limit', '1000');
      if (addedAfter !== null) at.searchParams.set('added_after', addedAfter);
      if (next !== null) at.searchParams.set('next', next);
      const { body, headers } = await this.#get(at);
      const objects = body['objects'] ?? [];
      if (!Array.isArray(objects)) throw new TaxiiError('malformed', `${at.pathname}: objects is no list`);
      yield { objects, addedLast: timeOf(headers.get('x-taxii-date-added-last')) };
      const following: unknown = body['next'];
      if (body['more'] !== true || typeof following !== 'string' || following === '') return;
      if (seen.has(following)) throw new TaxiiError('malformed', `${at.pathname}: the pages go in a circle`);
      seen.add(following);
      next = following;
    }
    throw new TaxiiError('too-large', `more than ${this.#options.maxPages} pages`);
  }

  async #get(url: URL): Promise<{ readonly body: Raw; readonly headers: Headers }> {
    const { wait, signal } = this.#options;
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#exchange(url);
      if ('body' in answer) return answer;
      const waitMs = Math.min(answer.waitMs ?? 500 * 2 ** attempt, LONGEST_WAIT_MS + 1);
      if (attempt >= ATTEMPTS || waitMs > LONGEST_WAIT_MS) throw answer.error;
      await wait(waitMs);
      signal?.throwIfAborted();
    }
  }

  async #exchange(
    url: URL,
  ): Promise<{ readonly body: Raw; readonly headers: Headers } | { readonly error: TaxiiError; readonly waitMs: number | null }> {
    const { auth, timeoutMs, maxBytes, signal } = this.#options;
    const limit = AbortSignal.timeout(timeoutMs);
    try {
      const headers = { accept: MEDIA, ...authorization(auth) };
      const response = await fetch(url, { headers, redirect: 'manual', signal: signal ? AbortSignal.any([signal, limit]) : limit });
      const failed = failureOf(response, url);
      if (failed) {
        await response.body?.cancel();
        return failed;
      }
      return { body: bodyOf(await bounded(response, maxBytes, url), url), headers: response.headers };
    } catch (cause) {
      signal?.throwIfAborted();
      if (cause instanceof TaxiiError) throw cause;
      if (limit.aborted) return { error: new TaxiiError('timeout', `${url.pathname}: no answer within ${timeoutMs} ms`), waitMs: null };
      return {
        error: new TaxiiError('network', `${url.host}: ${cause instanceof Error ? cause.message : 'no answer'}`, cause),
        waitMs: null,
      };
    }
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, milliseconds);
  });
}

/** Throws for answers that another try does not change. */
function failureOf({ status, headers }: Response, url: URL): { readonly error: TaxiiError; readonly waitMs: number | null } | null {
  if (status >= 200 && status < 300) return null;
  const detail = `${url.pathname}: HTTP status ${status}`;
  if (status === 429 || status >= 500)
    return { error: new TaxiiError('throttled', detail), waitMs: retryAfter(headers.get('retry-after')) };
  if (status === 401 || status === 403) throw new TaxiiError('unauthorized', detail);
  if (status === 404 || status === 406) throw new TaxiiError('not-found', detail);
  throw new TaxiiError('refused', detail);
}

/** Seconds; dates are rare and count as not said. */
function retryAfter(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text.trim()) ? Number(text) * 1000 : null;
}

function authorization(auth: TaxiiAuth): Readonly<Record<string, string>> {
  if (auth.kind === 'bearer') return { authorization: `Bearer ${auth.token}` };
  if (auth.kind === 'basic') return { authorization: `Basic ${Buffer.from(`${auth.user}:${auth.password}`).toString('base64')}` };
  return {};
}

async function bounded(response: Response, maxBytes: number, url: URL): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.byteLength;
    if (size > maxBytes) throw new TaxiiError('too-large', `${url.pathname}: more than ${maxBytes} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function bodyOf(text: string, url: URL): Raw {
  let value: unknown;
  try {
    // An empty collection may answer with nothing.
    value = text.trim() === '' ? {} : JSON.parse(text);
  } catch (cause) {
    throw new TaxiiError('malformed', `${url.pathname}: the answer is no JSON`, cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TaxiiError('malformed', `${url.pathname}: the answer is no object`);
  // No list and not null: an object of JSON.
  return value as Raw;
}

function collectionsIn(body: Raw, at: URL): readonly TaxiiCollection[] {
  const list: readonly unknown[] = Array.isArray(body['collections']) ? body['collections'] : [];
  return list.flatMap((each) => {
    if (typeof each !== 'object' || each === null) return [];
    const { id, title, alias, can_read: canRead } = each as Raw;
    if (typeof id !== 'string' || !/^[\w.~-]{1,200}$/.test(id) || canRead === false) return [];
    return [
      {
        url: new URL(`${id}/`, at).href,
        id,
        title: typeof title === 'string' ? title : id,
        alias: typeof alias === 'string' ? alias : null,
      },
    ];
  });
}

function urlOf(text: string): URL {
  const url = URL.parse(text);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new TaxiiError('refused', `${text.slice(0, 200)} is no web address`);
  return url;
}

function slashed(url: URL): URL {
  const made = new URL(url);
  made.search = '';
  made.hash = '';
  if (!made.pathname.endsWith('/')) made.pathname += '/';
  return made;
}

function up(url: URL): URL {
  return new URL('../', url);
}

/** API roots may be relative; those of other servers would get our credentials. */
function sameOrigin(text: string, from: URL): URL {
  const url = URL.parse(text, from.href);
  if (!url || url.origin !== from.origin) throw new TaxiiError('refused', `${text.slice(0, 200)} is on another server`);
  return url;
}

function timeOf(text: string | null): string | null {
  return text !== null && /^\d{4}-\d\d-\d\dT[\d:.]{5,20}Z$/.test(text) ? text : null;
}
