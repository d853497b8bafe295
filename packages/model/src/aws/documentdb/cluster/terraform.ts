import { defineTerraform } from '../../../code/index.ts';
import { inheritedEncryption } from '../../core/inherited-encryption.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { DocumentCluster } from './shape.ts';

export const terraform = defineTerraform<DocumentCluster>({
  types: ['aws_docdb_cluster'],
  identity: ['cluster_identifier'],
  read: (cluster) => ({
    isEncrypted: inheritedEncryption(cluster, 'storage_encrypted', [
      'snapshot_identifier',
      'restore_to_point_in_time',
      'global_cluster_identifier',
    ]),
    hasCustomerKey: customerKey(cluster, 'kms_key_id'),
    exportedLogs: cluster.strings('enabled_cloudwatch_logs_exports'),
    backupRetentionDays: cluster.number('backup_retention_period', { default: 1 }),
    deletionProtection: cluster.boolean('deletion_protection', { default: false }),
  }),
});
