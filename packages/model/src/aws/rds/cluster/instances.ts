/** How many instances a cluster has, where the format declares them in blocks of their own. */
import type { BlockReader, Leaf } from '../../../code/index.ts';
import { explicit, outside, unresolved } from '../../../code/index.ts';

/** Outside without any in the code; unknown with some that may not exist. Two that are sure are enough to answer. */
export function countedInstances(cluster: BlockReader, members: readonly BlockReader[]): Leaf<number> {
  const sure = members.filter((each) => !each.uncertain).length;
  if (sure === 0 && members.length === 0) return outside('the instances of the cluster are not in this code', cluster.place);
  if (sure < 2 && members.length > sure)
    return unresolved({ code: 'computed', detail: 'it is not known how many instances there are' }, cluster.place);
  return explicit(sure, cluster.place);
}
