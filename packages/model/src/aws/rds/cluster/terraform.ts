import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import { countedInstances } from './instances.ts';
import { isBackedUp } from '../../core/backup-selection.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { DatabaseCluster } from './shape.ts';

export const terraform = defineTerraform<DatabaseCluster>({
  types: ['aws_rds_cluster'],
  identity: ['cluster_identifier'],
  read: (cluster, context) => ({
    isEncrypted: encryption(cluster),
    backupRetentionDays: cluster.number('backup_retention_period', { default: 1 }),
    engine: cluster.string('engine'),
    engineVersion: cluster.string('engine_version'),
    hasCustomerKey: customerKey(cluster, 'kms_key_id'),
    deletionProtection: cluster.boolean('deletion_protection', { default: false }),
    iamAuthentication: cluster.boolean('iam_database_authentication_enabled', { default: false }),
    exportedLogs: cluster.strings('enabled_cloudwatch_logs_exports'),
    adminName: cluster.string('master_username'),
    port: cluster.number('port'),
    copiesTags: cluster.boolean('copy_tags_to_snapshot', { default: false }),
    isBackedUp: isBackedUp(cluster, context, { service: 'rds', part: 'cluster' }),
    backtrackWindow: cluster.number('backtrack_window', { default: 0 }),
    isMultiAzCluster: cluster.isSet('db_cluster_instance_class'),
    instances: instances(cluster, context),
    parameterGroup: context.ref(cluster, 'db_cluster_parameter_group_name', 'aws.rds.parameter-group'),
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

/** O(instances) for each cluster: an account has at most 40 clusters (quota). */
function instances(cluster: BlockReader, context: ReaderContext): Leaf<number> {
  const members = context
    .all('aws_rds_cluster_instance')
    .filter((each) =>
      context.targets(each.value('cluster_identifier'), ['aws_rds_cluster']).some((one) => one.resource === cluster.resource),
    );
  return countedInstances(cluster, members);
}
