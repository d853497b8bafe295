import { defineCloudFormation } from '../../../code/index.ts';
import type { IamRole } from './shape.ts';

export const cloudformation = defineCloudFormation<IamRole>({
  types: ['AWS::IAM::Role'],
  identity: ['RoleName'],
  read: (role) => ({
    roleName: role.text('RoleName'),
    hasBoundary: role.isSet('PermissionsBoundary'),
  }),
});
