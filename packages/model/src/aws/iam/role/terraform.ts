import { defineTerraform } from '../../../code/index.ts';
import type { IamRole } from './shape.ts';

export const terraform = defineTerraform<IamRole>({
  types: ['aws_iam_role'],
  identity: ['name'],
  read: (role) => ({
    roleName: role.text(role.value('name') ? 'name' : 'name_prefix'),
    hasBoundary: role.isSet('permissions_boundary'),
  }),
});
