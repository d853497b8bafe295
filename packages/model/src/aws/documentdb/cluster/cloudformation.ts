import { defineCloudFormation } from '../../../code/index.ts';
import { inheritedEncryption } from '../../core/inherited-encryption.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { DocumentCluster } from './shape.ts';

export const cloudformation = defineCloudFormation<DocumentCluster>({
  types: ['AWS::DocDB::DBCluster'],
  identity: ['DBClusterIdentifier'],
  read: (cluster) => ({
    isEncrypted: inheritedEncryption(cluster, 'StorageEncrypted', [
      'SnapshotIdentifier',
      'SourceDBClusterIdentifier',
      'GlobalClusterIdentifier',
    ]),
    hasCustomerKey: customerKey(cluster, 'KmsKeyId'),
    exportedLogs: cluster.strings('EnableCloudwatchLogsExports'),
    backupRetentionDays: cluster.number('BackupRetentionPeriod', { default: 1 }),
    deletionProtection: cluster.boolean('DeletionProtection', { default: false }),
  }),
});
