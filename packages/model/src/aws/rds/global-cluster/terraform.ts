import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, unresolved } from '../../../code/index.ts';
import type { GlobalCluster } from './shape.ts';

export const terraform = defineTerraform<GlobalCluster>({
  types: ['aws_rds_global_cluster'],
  identity: ['global_cluster_identifier'],
  read: (cluster, context) => ({
    isEncrypted: encryption(cluster, context),
    deletionProtection: cluster.boolean('deletion_protection', { default: false }),
  }),
});

/** One made from a cluster takes the encryption of that cluster. */
function encryption(cluster: BlockReader, context: ReaderContext): Leaf<boolean> {
  const written = cluster.boolean('storage_encrypted', { default: false });
  const source = 'source_db_cluster_identifier';
  if (written.state !== 'default' || cluster.value(source) === undefined) return written;
  const [origin] = context.targets(cluster.value(source), ['aws_rds_cluster']);
  const own = origin?.boolean('storage_encrypted', { default: false });
  return own?.state === 'explicit' ? own : unresolved({ code: 'computed', detail: 'it is that of the source' }, cluster.placeOf(source));
}
