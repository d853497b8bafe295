import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { BackupReplication } from './shape.ts';

export const terraform = defineTerraform<BackupReplication>({
  types: ['aws_db_instance_automated_backups_replication'],
  identity: ['source_db_instance_arn'],
  read: (replication) => ({
    hasCustomerKey: customerKey(replication, 'kms_key_id'),
  }),
});
