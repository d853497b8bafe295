/** Queues by what the user calls them. */
import type { CloudOptions, HubPlaces, MessageQueue } from '@kumomori/collectors';
import type { QueueLocation } from './locations.ts';
import type { LiveOptions } from './options.ts';

/** Nothing is asked yet; libraries of a cloud are loaded now. */
export async function openQueue(
  { service, place, name, group }: QueueLocation,
  options: CloudOptions,
  { places }: LiveOptions,
): Promise<MessageQueue> {
  const clouds = await import('@kumomori/collectors');
  switch (service) {
    case 'sqs':
      return await clouds.openSqs(place, options);
    case 'pub-sub':
      return clouds.openSubscription({ project: place, subscription: name }, options);
    case 'event-hub': {
      const address = `eventhub://${place}/${name}`;
      // Without a lake nothing tells what was read before: old events would be told again at every start.
      const from = places === null ? 'latest' : 'earliest';
      const receiver = await clouds.azureReceiver({ host: place, hub: name, group, from });
      return clouds.openEventHub(address, { receiver, places: (places ?? forgetful).of(`${address}?group=${group}`) });
    }
  }
}

const forgetful = { of: (): HubPlaces => ({ read: () => ({}), write: () => {} }) };
