import { defineTerraform } from '../../../code/index.ts';
import { inheritedEncryption } from '../../core/inherited-encryption.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { GraphCluster } from './shape.ts';

export const terraform = defineTerraform<GraphCluster>({
  types: ['aws_neptune_cluster'],
  identity: ['cluster_identifier'],
  read: (cluster) => ({
    isEncrypted: inheritedEncryption(cluster, 'storage_encrypted', [
      'snapshot_identifier',
      'replication_source_identifier',
      'global_cluster_identifier',
    ]),
    hasCustomerKey: customerKey(cluster, 'kms_key_arn'),
    exportedLogs: cluster.strings('enable_cloudwatch_logs_exports'),
    iamAuthentication: cluster.boolean('iam_database_authentication_enabled', { default: false }),
    backupRetentionDays: cluster.number('backup_retention_period', { default: 1 }),
    copiesTags: cluster.boolean('copy_tags_to_snapshot', { default: false }),
    deletionProtection: cluster.boolean('deletion_protection', { default: false }),
  }),
});
