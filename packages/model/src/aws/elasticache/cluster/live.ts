import { defineLive } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { CacheCluster } from './shape.ts';

/** Like CloudFormation's cluster; the answer says whether a replication group decides. */
export const live = defineLive<CacheCluster>({
  ...cloudformation,
  read: (cluster, context) => ({
    ...cloudformation.read(cluster, context),
    isMember: cluster.isSet('ReplicationGroupId'),
  }),
});
