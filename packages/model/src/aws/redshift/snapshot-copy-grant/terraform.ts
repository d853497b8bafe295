import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { SnapshotCopyGrant } from './shape.ts';

export const terraform = defineTerraform<SnapshotCopyGrant>({
  types: ['aws_redshift_snapshot_copy_grant'],
  identity: ['snapshot_copy_grant_name'],
  read: (grant) => ({
    hasCustomerKey: customerKey(grant, 'kms_key_id'),
  }),
});
