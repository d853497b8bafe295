import { defineCloudFormation } from '../../../code/index.ts';
import type { Workspace } from './shape.ts';

export const cloudformation = defineCloudFormation<Workspace>({
  types: ['AWS::WorkSpaces::Workspace'],
  identity: ['UserName'],
  read: (workspace) => ({
    userVolumeEncrypted: workspace.boolean('UserVolumeEncryptionEnabled', { default: false }),
    rootVolumeEncrypted: workspace.boolean('RootVolumeEncryptionEnabled', { default: false }),
  }),
});
