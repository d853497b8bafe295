import type { BlockReader, ReaderContext } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { countedInstances } from '../../rds/cluster/instances.ts';
import type { GraphClusterMembers } from './shape.ts';

export const terraform = defineTerraform<GraphClusterMembers>({
  types: ['aws_neptune_cluster'],
  identity: ['cluster_identifier'],
  read: (cluster, context) => ({
    instances: countedInstances(cluster, members(cluster, context)),
  }),
});

/** O(instances) for each cluster: an account has at most 40 clusters (quota). */
function members(cluster: BlockReader, context: ReaderContext): readonly BlockReader[] {
  return context
    .all('aws_neptune_cluster_instance')
    .filter((each) =>
      context.targets(each.value('cluster_identifier'), ['aws_neptune_cluster']).some((one) => one.resource === cluster.resource),
    );
}
