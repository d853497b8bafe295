import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineCloudFormation, unresolved } from '../../../code/index.ts';
import type { GlobalCluster } from './shape.ts';

export const cloudformation = defineCloudFormation<GlobalCluster>({
  types: ['AWS::RDS::GlobalCluster'],
  identity: ['GlobalClusterIdentifier'],
  read: (cluster, context) => ({
    isEncrypted: encryption(cluster, context),
    deletionProtection: cluster.boolean('DeletionProtection', { default: false }),
  }),
});

/** One made from a cluster takes the encryption of that cluster. */
function encryption(cluster: BlockReader, context: ReaderContext): Leaf<boolean> {
  const written = cluster.boolean('StorageEncrypted', { default: false });
  const source = 'SourceDBClusterIdentifier';
  if (written.state !== 'default' || cluster.value(source) === undefined) return written;
  const [origin] = context.targets(cluster.value(source), ['AWS::RDS::DBCluster']);
  const own = origin?.boolean('StorageEncrypted', { default: false });
  return own?.state === 'explicit' ? own : unresolved({ code: 'computed', detail: 'it is that of the source' }, cluster.placeOf(source));
}
