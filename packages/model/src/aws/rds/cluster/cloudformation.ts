import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineCloudFormation, explicit, unresolved } from '../../../code/index.ts';
import { isBackedUp } from '../../core/backup-selection.ts';
import { customerKey } from '../../core/customer-key.ts';
import { countedInstances } from './instances.ts';
import type { DatabaseCluster } from './shape.ts';

/** Source: CloudFormation template reference, AWS::RDS::DBCluster, read 2026-11-22. */
export const cloudformation = defineCloudFormation<DatabaseCluster>({
  types: ['AWS::RDS::DBCluster'],
  identity: ['DBClusterIdentifier'],
  read: (cluster, context) => ({
    isEncrypted: encryption(cluster),
    backupRetentionDays: cluster.number('BackupRetentionPeriod', { default: 1 }),
    engine: cluster.string('Engine'),
    engineVersion: cluster.string('EngineVersion'),
    hasCustomerKey: customerKey(cluster, 'KmsKeyId'),
    deletionProtection: cluster.boolean('DeletionProtection', { default: false }),
    iamAuthentication: cluster.boolean('EnableIAMDatabaseAuthentication', { default: false }),
    exportedLogs: cluster.strings('EnableCloudwatchLogsExports'),
    adminName: cluster.string('MasterUsername'),
    port: cluster.number('Port'),
    copiesTags: cluster.boolean('CopyTagsToSnapshot', { default: false }),
    isBackedUp: isBackedUp(cluster, context, { service: 'rds', part: 'cluster' }),
    backtrackWindow: cluster.number('BacktrackWindow', { default: 0 }),
    isMultiAzCluster: cluster.isSet('DBClusterInstanceClass'),
    instances: instances(cluster, context),
    parameterGroup: context.ref(cluster, 'DBClusterParameterGroupName', 'aws.rds.parameter-group'),
  }),
});

function encryption(cluster: BlockReader): Leaf<boolean> {
  const isServerless = cluster.string('EngineMode').value === 'serverless';
  const written = cluster.boolean('StorageEncrypted', { default: isServerless });
  const sources = ['SourceDBClusterIdentifier', 'SnapshotIdentifier', 'ReplicationSourceIdentifier', 'GlobalClusterIdentifier'];
  const source = sources.find((name) => cluster.value(name) !== undefined);
  if (written.state !== 'default' || source === undefined) return written;
  // A copy that is given a key is encrypted with it.
  if (cluster.value('KmsKeyId') !== undefined) return explicit(true, cluster.placeOf('KmsKeyId'));
  return unresolved({ code: 'computed', detail: `it is that of the source (${source})` }, cluster.placeOf(source));
}

function instances(cluster: BlockReader, context: ReaderContext): Leaf<number> {
  const members = context
    .all('AWS::RDS::DBInstance')
    .filter((each) =>
      context.targets(each.value('DBClusterIdentifier'), ['AWS::RDS::DBCluster']).some((one) => one.resource === cluster.resource),
    );
  return countedInstances(cluster, members);
}
