import { defineTerraform } from '../../../code/index.ts';
import type { ApigeeOrganization } from './shape.ts';

export const terraform = defineTerraform<ApigeeOrganization>({
  types: ['google_apigee_organization', 'google_apigee_instance'],
  identity: ['project_id', 'name'],
  read: (block) => ({
    hasCustomerKey: block.isSet(
      block.resource?.type === 'google_apigee_instance' ? 'disk_encryption_key_name' : 'runtime_database_encryption_key_name',
    ),
  }),
});
