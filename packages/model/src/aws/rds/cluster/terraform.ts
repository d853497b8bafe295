import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { DatabaseCluster } from './shape.ts';

export const terraform = defineTerraform<DatabaseCluster>({
  types: ['aws_rds_cluster'],
  identity: ['cluster_identifier'],
  read: (cluster) => ({
    isEncrypted: encryption(cluster),
    backupRetentionDays: cluster.number('backup_retention_period', { default: 1 }),
  }),
});

function encryption(cluster: BlockReader): Leaf<boolean> {
  const isServerless = cluster.string('engine_mode').value === 'serverless';
  const written = cluster.boolean('storage_encrypted', { default: isServerless });
  const source = ['replication_source_identifier', 'snapshot_identifier', 'restore_to_point_in_time', 'global_cluster_identifier'].find(
    (name) => cluster.value(name) !== undefined || cluster.block(name).exists,
  );
  if (written.state !== 'default' || source === undefined) return written;
  // A copy that is given a key is encrypted with it.
  if (cluster.value('kms_key_id') !== undefined) return explicit(true, cluster.placeOf('kms_key_id'));
  return unresolved({ code: 'computed', detail: `it is that of the source (${source})` }, cluster.placeOf(source));
}
