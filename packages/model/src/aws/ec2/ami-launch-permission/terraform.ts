import { defineTerraform } from '../../../code/index.ts';
import type { AmiLaunchPermission } from './shape.ts';

export const terraform = defineTerraform<AmiLaunchPermission>({
  types: ['aws_ami_launch_permission'],
  identity: ['image_id'],
  read: (permission) => ({ group: permission.string('group') }),
});
