import type { BlockReader, FieldsOf, Leaf } from '../../../code/index.ts';
import { byDefault, defineLive } from '../../../code/index.ts';
import { isSeen, unseenAmong } from '../../core/index.ts';
import { hasWatcherNearby } from '../watchers.ts';
import { arm } from './arm.ts';
import type { VirtualNetwork } from './shape.ts';

/** A live subscription without any Network Watcher has none. */
export const live = defineLive<VirtualNetwork>({
  ...arm,
  read: (network, context): FieldsOf<VirtualNetwork> => ({
    ...arm.read(network, context),
    hasNetworkWatcher: watcher(network, context.all('Microsoft.Network/networkWatchers')),
  }),
});

function watcher(network: BlockReader, watchers: readonly BlockReader[]): Leaf<boolean> {
  const seen = watchers.filter(isSeen);
  const near = seen.length === 0 ? byDefault(false, network.place) : hasWatcherNearby(network, seen);
  return near.value === true ? near : (unseenAmong(watchers) ?? near);
}
