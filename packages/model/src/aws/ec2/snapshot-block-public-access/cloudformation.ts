import { defineCloudFormation } from '../../../code/index.ts';
import type { SnapshotBlockPublicAccess } from './shape.ts';

export const cloudformation = defineCloudFormation<SnapshotBlockPublicAccess>({
  types: ['AWS::EC2::SnapshotBlockPublicAccess'],
  read: (setting) => ({
    state: setting.string('State', { required: true }),
  }),
});
