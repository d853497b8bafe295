/** Which regions a root module's Network Watchers are in. */
import type { BlockReader, Leaf } from '../../code/index.ts';
import { byDefault, explicit, outside, unresolved } from '../../code/index.ts';
import type { Value } from '../../value.ts';

/** Is one of the watchers in the region of the network? Outside when there is none at all: then somebody else, or Azure, sets them up. */
export function hasWatcherNearby(network: BlockReader, watchers: readonly BlockReader[]): Leaf<boolean> {
  if (network.resource === null || watchers.length === 0) return outside('no Network Watcher is set up here', network.place);
  const own = network.value('location');
  const answers = watchers.map((watcher) => ({ watcher, same: isSameRegion(own, watcher.value('location')) }));
  const near = answers.find(({ same, watcher }) => same === true && !watcher.uncertain);
  if (near) return explicit(true, near.watcher.placeOf('location'));
  const open = answers.find(({ same }) => same !== false);
  if (open) return unresolved({ code: 'computed', detail: 'the region is not known' }, open.watcher.placeOf('location'));
  return byDefault(false, network.placeOf('location'));
}

/** Null: nobody can know. `West Europe` and `westeurope` are one region. */
function isSameRegion(a: Value | undefined, b: Value | undefined): boolean | null {
  if (a?.kind === 'string' && b?.kind === 'string') return normalized(a.value) === normalized(b.value);
  const [one, other] = [a?.refs[0], b?.refs[0]];
  const isSame = one !== undefined && other !== undefined && one.address === other.address && one.attribute === other.attribute;
  return isSame && a?.refs.length === 1 && b?.refs.length === 1 ? true : null;
}

function normalized(region: string): string {
  return region.toLowerCase().replaceAll(' ', '');
}
