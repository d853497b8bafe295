import { defineCloudFormation } from '../../../code/index.ts';
import { inheritedEncryption } from '../../core/inherited-encryption.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { GraphCluster } from './shape.ts';

export const cloudformation = defineCloudFormation<GraphCluster>({
  types: ['AWS::Neptune::DBCluster'],
  identity: ['DBClusterIdentifier'],
  read: (cluster) => ({
    isEncrypted: inheritedEncryption(cluster, 'StorageEncrypted', ['SnapshotIdentifier', 'SourceDBClusterIdentifier']),
    hasCustomerKey: customerKey(cluster, 'KmsKeyId'),
    exportedLogs: cluster.strings('EnableCloudwatchLogsExports'),
    iamAuthentication: cluster.boolean('IamAuthEnabled', { default: false }),
    backupRetentionDays: cluster.number('BackupRetentionPeriod', { default: 1 }),
    copiesTags: cluster.boolean('CopyTagsToSnapshot', { default: false }),
    deletionProtection: cluster.boolean('DeletionProtection', { default: false }),
  }),
});
