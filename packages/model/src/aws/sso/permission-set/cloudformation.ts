import { defineCloudFormation } from '../../../code/index.ts';
import type { PermissionSet } from './shape.ts';

export const cloudformation = defineCloudFormation<PermissionSet>({
  types: ['AWS::SSO::PermissionSet'],
  identity: ['Name'],
  read: (set) => ({ sessionDuration: set.string('SessionDuration', { default: 'PT1H' }) }),
});
