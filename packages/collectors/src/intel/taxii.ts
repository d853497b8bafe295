/**
 * TAXII 2.1 (OASIS, 2021), reading only: discovery, API roots, collections, objects page by page. Every answer is bounded in size and time, redirects and
 * other origins are refused, so that credentials go nowhere else; 429 and 503 wait as the server says, within limits.
 */
import type { ServerOptions } from './server.ts';
import { getText, IntelServerError, objectIn, urlOf, withDefaults } from './server.ts';

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

export interface TaxiiOptions extends ServerOptions {
  readonly maxPages?: number;
}

type Raw = Readonly<Record<string, unknown>>;

const MEDIA = 'application/taxii+json;version=2.1';
const MAX_COLLECTIONS = 1000;
const MAX_ROOTS = 20;

/** State: nothing but options. All methods throw IntelServerErrors, and the reason of the signal. */
export class TaxiiClient {
  readonly #options: Required<Omit<TaxiiOptions, 'signal'>> & Pick<TaxiiOptions, 'signal'>;

  constructor({ maxPages = 10_000, ...options }: TaxiiOptions) {
    this.#options = { maxPages, ...withDefaults(options) };
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
      if (!Array.isArray(objects)) throw new IntelServerError('malformed', `${at.pathname}: objects is no list`);
      yield { objects, addedLast: timeOf(headers.get('x-taxii-date-added-last')) };
      const following: unknown = body['next'];
      if (body['more'] !== true || typeof following !== 'string' || following === '') return;
      if (seen.has(following)) throw new IntelServerError('malformed', `${at.pathname}: the pages go in a circle`);
      seen.add(following);
      next = following;
    }
    throw new IntelServerError('too-large', `more than ${this.#options.maxPages} pages`);
  }

  async #get(url: URL): Promise<{ readonly body: Raw; readonly headers: Headers }> {
    const { text, headers } = await getText(url, { accept: MEDIA, ...this.#options });
    return { body: objectIn(text, url), headers };
  }
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
  if (!url || url.origin !== from.origin) throw new IntelServerError('refused', `${text.slice(0, 200)} is on another server`);
  return url;
}

function timeOf(text: string | null): string | null {
  return text !== null && /^\d{4}-\d\d-\d\dT[\d:.]{5,20}Z$/.test(text) ? text : null;
}
