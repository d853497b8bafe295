import { defineTerraform } from '../../../code/index.ts';
import type { Workspace } from './shape.ts';

export const terraform = defineTerraform<Workspace>({
  types: ['aws_workspaces_workspace'],
  identity: ['user_name'],
  read: (workspace) => ({
    userVolumeEncrypted: workspace.boolean('user_volume_encryption_enabled', { default: false }),
    rootVolumeEncrypted: workspace.boolean('root_volume_encryption_enabled', { default: false }),
  }),
});
