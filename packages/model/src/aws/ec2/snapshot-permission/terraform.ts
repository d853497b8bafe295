import { defineTerraform } from '../../../code/index.ts';
import type { SnapshotPermission } from './shape.ts';

export const terraform = defineTerraform<SnapshotPermission>({
  types: ['aws_snapshot_create_volume_permission'],
  read: (permission) => ({ accountId: permission.string('account_id', { required: true }) }),
});
