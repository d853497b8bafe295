import { defineLive } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { GraphClusterMembers } from './shape.ts';

/** The answer about a cluster says how many instances it has. */
export const live = defineLive<GraphClusterMembers>({
  ...cloudformation,
  read: (cluster) => ({ instances: cluster.number('InstanceCount', { required: true }) }),
});
