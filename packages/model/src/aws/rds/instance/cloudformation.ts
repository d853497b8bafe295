import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineCloudFormation, explicit, list, outside, present, unresolved } from '../../../code/index.ts';
import { isBackedUp } from '../../core/backup-selection.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { DatabaseInstance } from './shape.ts';

/** Source: CloudFormation template reference, AWS::RDS::DBInstance, read 2026-11-22. Members of a cluster are instances too, and those of Aurora have no storage of their own. */
export const cloudformation = defineCloudFormation<DatabaseInstance>({
  types: ['AWS::RDS::DBInstance'],
  identity: ['DBInstanceIdentifier'],
  read(instance, context): FieldsOf<DatabaseInstance> {
    const isMember = instance.isSet('DBClusterIdentifier').value === true || instance.string('Engine').value?.startsWith('aurora') === true;
    const ofCluster = outside<never>('set at the cluster', instance.place);
    return {
      engine: instance.string('Engine'),
      isPublic: publicAccess(instance),
      isReplica: isMember ? ofCluster : instance.isSet('SourceDBInstanceIdentifier'),
      isEncrypted: isMember ? ofCluster : encryption(instance, context),
      backupRetentionDays: isMember ? ofCluster : instance.number('BackupRetentionPeriod', { default: 1 }),
      isMultiAz: isMember ? ofCluster : instance.boolean('MultiAZ', { default: false }),
      autoMinorVersionUpgrade: instance.boolean('AutoMinorVersionUpgrade', { default: true }),
      parameterGroup: context.ref(instance, 'DBParameterGroupName', 'aws.rds.parameter-group'),
      engineVersion: instance.string('EngineVersion'),
      instanceClass: instance.string('DBInstanceClass'),
      deletionProtection: isMember ? ofCluster : instance.boolean('DeletionProtection', { default: false }),
      iamAuthentication: isMember ? ofCluster : instance.boolean('EnableIAMDatabaseAuthentication', { default: false }),
      exportedLogs: isMember ? list<string>([], instance.place, ofCluster) : instance.strings('EnableCloudwatchLogsExports'),
      adminName: isMember ? ofCluster : instance.string('MasterUsername'),
      port: isMember ? ofCluster : instance.number('Port'),
      copiesTags: isMember ? ofCluster : instance.boolean('CopyTagsToSnapshot', { default: false }),
      certificateAuthority: instance.string('CACertificateIdentifier'),
      isBackedUp: isMember ? ofCluster : isBackedUp(instance, context, { service: 'rds', part: 'db' }),
      monitoringInterval: instance.number('MonitoringInterval', { default: 0 }),
      performanceInsights: instance.boolean('EnablePerformanceInsights', { default: false }),
      performanceInsightsKey: customerKey(instance, 'PerformanceInsightsKMSKeyId'),
    };
  },
});

/** Without a word about it the VPC decides: RDS gives a public address where the subnets of the default VPC reach the internet. */
function publicAccess(instance: BlockReader): Leaf<boolean> {
  const written = present(instance.boolean('PubliclyAccessible'));
  const detail = 'PubliclyAccessible is not written, and the default depends on the VPC of the subnets';
  return written ?? unresolved({ code: 'computed', detail }, instance.place);
}

/** A copy takes the encryption of its source; one with a key of its own is encrypted. */
function encryption(instance: BlockReader, context: ReaderContext): Leaf<boolean> {
  const written = instance.boolean('StorageEncrypted', { default: false });
  const sources = [
    ...['SourceDBInstanceIdentifier', 'DBSnapshotIdentifier', 'DBClusterSnapshotIdentifier'],
    ...['SourceDbiResourceId', 'SourceDBInstanceAutomatedBackupsArn'],
  ];
  const source = sources.find((name) => instance.value(name) !== undefined);
  if (written.state !== 'default' || source === undefined) return written;
  if (instance.value('KmsKeyId') !== undefined) return explicit(true, instance.placeOf('KmsKeyId'));
  const [origin] = context.targets(instance.value(source), ['AWS::RDS::DBInstance']);
  // A source that is itself a copy would have to be followed further.
  const inherited = origin && present(origin.boolean('StorageEncrypted'));
  if (inherited?.state === 'explicit') return inherited;
  return unresolved({ code: 'computed', detail: `it is that of the source (${source})` }, instance.placeOf(source));
}
