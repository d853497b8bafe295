import { defineLive } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { DatabaseCluster } from './shape.ts';

/** Like CloudFormation's cluster; the answer says how many instances it has. */
export const live = defineLive<DatabaseCluster>({
  ...cloudformation,
  read: (cluster, context) => ({
    ...cloudformation.read(cluster, context),
    instances: cluster.number('InstanceCount', { required: true }),
  }),
});
