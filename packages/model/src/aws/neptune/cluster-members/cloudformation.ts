import type { BlockReader, ReaderContext } from '../../../code/index.ts';
import { defineCloudFormation } from '../../../code/index.ts';
import { countedInstances } from '../../rds/cluster/instances.ts';
import type { GraphClusterMembers } from './shape.ts';

export const cloudformation = defineCloudFormation<GraphClusterMembers>({
  types: ['AWS::Neptune::DBCluster'],
  identity: ['DBClusterIdentifier'],
  read: (cluster, context) => ({
    instances: countedInstances(cluster, members(cluster, context)),
  }),
});

/** O(instances) for each cluster: an account has at most 40 clusters (quota). */
function members(cluster: BlockReader, context: ReaderContext): readonly BlockReader[] {
  return context
    .all('AWS::Neptune::DBInstance')
    .filter((each) =>
      context.targets(each.value('DBClusterIdentifier'), ['AWS::Neptune::DBCluster']).some((one) => one.resource === cluster.resource),
    );
}
