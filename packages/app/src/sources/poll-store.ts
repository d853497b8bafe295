/** A bucket as a live source: it is listed again and again, and what is new in it is fetched. */
import { setTimeout } from 'node:timers/promises';
import type { RemoteObject, RemoteStore } from '@kumomori/collectors';
import { listStore } from './list-store.ts';
import type { LiveSource, Offer } from './live.ts';
import type { RemoteOptions } from './options.ts';
import { remoteObject } from './remote-object.ts';

/** Objects that are offered together. */
const AT_ONCE = 200;
/** Between two listings: each is paid for. */
const LISTING_MS = 60_000;

/** After the first listing of everything only today's and yesterday's folders of dates are listed. */
export function pollStore(
  store: RemoteStore,
  { prefix, options }: { readonly prefix: string; readonly options: RemoteOptions },
): LiveSource {
  let listing: AsyncGenerator<RemoteObject> | null = null;
  let [since, listedAt] = [options.since, Number.NEGATIVE_INFINITY];
  return {
    leaves: 'behind',
    isOver: false,
    async next(waitMs, signal) {
      if (listing === null) {
        if (performance.now() - listedAt < LISTING_MS) {
          await setTimeout(waitMs, undefined, { signal }).catch(() => undefined);
          return [];
        }
        listedAt = performance.now();
        listing = listStore(store, { prefix, since, signal });
      }
      const offers: Offer[] = [];
      try {
        while (offers.length < AT_ONCE) {
          const { done, value } = await listing.next();
          if (done === true) {
            listing = null;
            since = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
            break;
          }
          const object = remoteObject(store, value, options);
          offers.push({ path: object.path, objects: [object] });
        }
      } catch (cause) {
        listing = null;
        if (offers.length === 0) throw cause;
      }
      return offers;
    },
    done: async () => {},
    close: async () => {},
  };
}
