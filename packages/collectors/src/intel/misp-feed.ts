/**
 * A feed of MISP over HTTP, reading only: `manifest.json` says which events there are and when each was changed, `UUID.json` beside it is an event. `hashes.csv` is
 * for look-ups without the events and is not needed. Source: MISP book, "Feeds", and misp-rfc, misp-feed-format (manifest), read 2026-11-22.
 */
import type { ServerOptions } from './server.ts';
import { getText, IntelServerError, objectIn, urlOf, withDefaults } from './server.ts';

/** An event as the manifest tells of it. */
export interface MispFeedEvent {
  readonly uuid: string;
  /** Seconds since 1970 of its last change. */
  readonly timestamp: number;
}

const MAX_EVENTS = 200_000;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** State: nothing but options and the address. Methods throw IntelServerErrors. */
export class MispFeed {
  /** Folder of the feed; ends with a slash. */
  readonly url: string;
  readonly #options: ReturnType<typeof withDefaults>;

  /** `address`: the feed's folder or its manifest. Throws IntelServerErrors for what is no address of the web. */
  constructor(address: string, options: ServerOptions) {
    const url = urlOf(address);
    url.hash = '';
    url.search = '';
    url.pathname = url.pathname.replace(/manifest\.json$/, '');
    if (!url.pathname.endsWith('/')) url.pathname += '/';
    this.url = url.href;
    this.#options = withDefaults(options);
  }

  /** Oldest change first, so that a fetch that ends early has lost nothing that is older than what it got. Entries that are none are left out. */
  async events(): Promise<readonly MispFeedEvent[]> {
    const url = new URL('manifest.json', this.url);
    const manifest = await this.#object(url);
    const entries = Object.entries(manifest);
    if (entries.length > MAX_EVENTS) throw new IntelServerError('too-large', `${url.pathname}: more than ${MAX_EVENTS} events`);
    const events = entries.flatMap(([uuid, entry]): readonly MispFeedEvent[] => {
      const timestamp = secondsIn(entry);
      return UUID.test(uuid) && timestamp !== null ? [{ uuid: uuid.toLowerCase(), timestamp }] : [];
    });
    if (events.length === 0 && entries.length > 0) throw new IntelServerError('malformed', `${url.pathname}: no manifest of a MISP feed`);
    return events.toSorted((a, b) => a.timestamp - b.timestamp || (a.uuid < b.uuid ? -1 : 1));
  }

  /** The event as JSON: `{"Event": …}`. */
  async event({ uuid }: MispFeedEvent): Promise<Readonly<Record<string, unknown>>> {
    return await this.#object(new URL(`${uuid}.json`, this.url));
  }

  async #object(url: URL): Promise<Readonly<Record<string, unknown>>> {
    const { text } = await getText(url, { accept: 'application/json', ...this.#options });
    return objectIn(text, url);
  }
}

function secondsIn(entry: unknown): number | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const { timestamp } = entry as { readonly timestamp?: unknown };
  const seconds =
    typeof timestamp === 'number' || (typeof timestamp === 'string' && /^\d{1,11}$/.test(timestamp)) ? Number(timestamp) : Number.NaN;
  return Number.isFinite(seconds) ? seconds : null;
}
