import { defineTerraform } from '../../../code/index.ts';
import type { PermissionSet } from './shape.ts';

export const terraform = defineTerraform<PermissionSet>({
  types: ['aws_ssoadmin_permission_set'],
  identity: ['name'],
  read: (set) => ({ sessionDuration: set.string('session_duration', { default: 'PT1H' }) }),
});
