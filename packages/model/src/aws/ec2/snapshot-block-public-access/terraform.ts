import { defineTerraform } from '../../../code/index.ts';
import type { SnapshotBlockPublicAccess } from './shape.ts';

export const terraform = defineTerraform<SnapshotBlockPublicAccess>({
  types: ['aws_ebs_snapshot_block_public_access'],
  read: (setting) => ({
    state: setting.string('state', { required: true }),
  }),
});
