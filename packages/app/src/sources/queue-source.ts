/** A queue as a live source: its messages become objects to fetch, or are objects themselves. */
import type { MessageQueue, NotedObject, QueueMessage } from '@kumomori/collectors';
import { readNotice } from '@kumomori/collectors';
import type { LiveSource, Offer } from './live.ts';
import { isWanted } from './list-store.ts';
import type { RemoteOptions } from './options.ts';
import { remoteObject } from './remote-object.ts';
import type { ListedObject } from './spool.ts';
import type { Stores } from './stores.ts';
import { memoryObject, messageIdentity } from './text-object.ts';

/** Messages that are told by name; more are only left alone. */
const TOLD = 1000;

export function queueSource(
  queue: MessageQueue,
  { stores, options }: { readonly stores: Stores; readonly options: RemoteOptions },
): LiveSource {
  const messages = new WeakMap<Offer, QueueMessage>();
  const poison = new Set<string>();
  const tellPoison = ({ id }: QueueMessage): void => {
    if (poison.has(id) || poison.size >= TOLD) return;
    poison.add(id);
    const { logs } = options.messages;
    const message = queue.returns ? logs.poison : logs.poisonPassed;
    options.report({ severity: 'error', file: `${queue.address}/${id}`, line: null, column: null, code: 'log-poison', message });
  };
  return {
    leaves: queue.returns ? 'in-queue' : 'behind',
    isOver: false,
    async next(waitMs, signal) {
      const offers: Offer[] = [];
      for (const message of await queue.receive({ waitMs, signal })) {
        const objects = await objectsOf(message);
        if (objects === null) tellPoison(message);
        // What is poison in a queue that forgets nothing is passed like the rest.
        if (objects === null && queue.returns) continue;
        const offer = { path: `${queue.address}/${message.id}`, objects: objects ?? [] };
        messages.set(offer, message);
        offers.push(offer);
      }
      return offers;
    },
    done: async (offers) => {
      const known = offers.flatMap((offer) => messages.get(offer) ?? []);
      if (known.length > 0) await queue.done(known);
    },
    close: () => queue.close(),
  };

  /** Null for poison. */
  async function objectsOf(message: QueueMessage): Promise<readonly ListedObject[] | null> {
    const notice = readNotice(message);
    const path = `${queue.address}/${message.id}`;
    switch (notice.kind) {
      case 'poison':
        return null;
      case 'nothing':
        return [];
      case 'records':
        return [memoryObject(path, Buffer.from(notice.text), messageIdentity(path, notice.text))];
      case 'objects':
        return await Promise.all(notice.objects.filter((each) => isWanted(each, options.since)).map(fetched));
    }
  }

  async function fetched(object: NotedObject): Promise<ListedObject> {
    return remoteObject(await stores.of(object), object, options);
  }
}
