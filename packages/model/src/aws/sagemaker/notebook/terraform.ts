import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { NotebookInstance } from './shape.ts';

export const terraform = defineTerraform<NotebookInstance>({
  types: ['aws_sagemaker_notebook_instance'],
  identity: ['name'],
  read: (notebook) => ({
    directInternetAccess: notebook.string('direct_internet_access', { default: 'Enabled' }),
    rootAccess: notebook.string('root_access', { default: 'Enabled' }),
    hasCustomerKey: customerKey(notebook, 'kms_key_id'),
    hasSubnet: notebook.isSet('subnet_id'),
    minimumMetadataVersion: notebook.block('instance_metadata_service_configuration').string('minimum_instance_metadata_service_version'),
  }),
});
