import { defineTerraform } from '../../../code/index.ts';
import type { CustomRole } from './shape.ts';

export const terraform = defineTerraform<CustomRole>({
  types: ['google_project_iam_custom_role', 'google_organization_iam_custom_role'],
  identity: ['role_id'],
  read: (block) => ({
    permissions: block.strings('permissions'),
  }),
});
