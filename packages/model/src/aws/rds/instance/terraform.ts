import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, explicit, list, outside, present, unresolved } from '../../../code/index.ts';
import { isBackedUp } from '../../core/backup-selection.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { DatabaseInstance } from './shape.ts';

export const terraform = defineTerraform<DatabaseInstance>({
  types: ['aws_db_instance', 'aws_rds_cluster_instance'],
  identity: ['identifier'],
  read(instance, context): FieldsOf<DatabaseInstance> {
    const isMember = instance.resource?.type === 'aws_rds_cluster_instance';
    const ofCluster = outside<never>('set at the cluster', instance.place);
    return {
      engine: instance.string('engine'),
      isPublic: instance.boolean('publicly_accessible', { default: false }),
      isReplica: isMember ? ofCluster : instance.isSet('replicate_source_db'),
      isEncrypted: isMember ? ofCluster : encryption(instance, context),
      backupRetentionDays: isMember ? ofCluster : instance.number('backup_retention_period', { default: 0 }),
      isMultiAz: isMember ? ofCluster : instance.boolean('multi_az', { default: false }),
      autoMinorVersionUpgrade: instance.boolean('auto_minor_version_upgrade', { default: true }),
      parameterGroup: context.ref(instance, isMember ? 'db_parameter_group_name' : 'parameter_group_name', 'aws.rds.parameter-group'),
      engineVersion: instance.string('engine_version'),
      instanceClass: instance.string('instance_class'),
      deletionProtection: isMember ? ofCluster : instance.boolean('deletion_protection', { default: false }),
      iamAuthentication: isMember ? ofCluster : instance.boolean('iam_database_authentication_enabled', { default: false }),
      exportedLogs: isMember ? list<string>([], instance.place, ofCluster) : instance.strings('enabled_cloudwatch_logs_exports'),
      adminName: isMember ? ofCluster : instance.string('username'),
      port: isMember ? ofCluster : instance.number('port'),
      copiesTags: isMember ? ofCluster : instance.boolean('copy_tags_to_snapshot', { default: false }),
      certificateAuthority: instance.string('ca_cert_identifier'),
      isBackedUp: isMember ? ofCluster : isBackedUp(instance, context, { service: 'rds', part: 'db' }),
      monitoringInterval: instance.number('monitoring_interval', { default: 0 }),
      performanceInsights: instance.boolean('performance_insights_enabled', { default: false }),
      performanceInsightsKey: customerKey(instance, 'performance_insights_kms_key_id'),
    };
  },
});

/** A copy takes the encryption of its source; one with a key of its own is encrypted. */
function encryption(instance: BlockReader, context: ReaderContext): Leaf<boolean> {
  const written = instance.boolean('storage_encrypted', { default: false });
  const source = ['replicate_source_db', 'snapshot_identifier', 'restore_to_point_in_time'].find((name) => isWritten(instance, name));
  if (written.state !== 'default' || source === undefined) return written;
  if (source === 'replicate_source_db' && isWritten(instance, 'kms_key_id')) return explicit(true, instance.placeOf('kms_key_id'));
  const [origin] = context.targets(instance.value(source), ['aws_db_instance']);
  // A source that is itself a copy would have to be followed further.
  const inherited = origin && present(origin.boolean('storage_encrypted'));
  if (inherited?.state === 'explicit') return inherited;
  return unresolved({ code: 'computed', detail: `it is that of the source (${source})` }, instance.placeOf(source));
}

function isWritten(instance: BlockReader, name: string): boolean {
  return instance.value(name) !== undefined || instance.block(name).exists;
}
