import { defineTerraform } from '../../../code/index.ts';
import type { AccessApproval } from './shape.ts';

export const terraform = defineTerraform<AccessApproval>({
  types: [
    'google_project_access_approval_settings',
    'google_folder_access_approval_settings',
    'google_organization_access_approval_settings',
  ],
  identity: ['project_id', 'folder_id', 'organization_id'],
  read: (block) => ({
    products: block.list<string>('enrolled_services', (each) => each.string('cloud_product', { required: true })),
  }),
});
