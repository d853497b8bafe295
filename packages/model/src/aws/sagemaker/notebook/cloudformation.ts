import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { NotebookInstance } from './shape.ts';

export const cloudformation = defineCloudFormation<NotebookInstance>({
  types: ['AWS::SageMaker::NotebookInstance'],
  identity: ['NotebookInstanceName'],
  read: (notebook) => ({
    directInternetAccess: notebook.string('DirectInternetAccess', { default: 'Enabled' }),
    rootAccess: notebook.string('RootAccess', { default: 'Enabled' }),
    hasCustomerKey: customerKey(notebook, 'KmsKeyId'),
    hasSubnet: notebook.isSet('SubnetId'),
    minimumMetadataVersion: notebook.block('InstanceMetadataServiceConfiguration').string('MinimumInstanceMetadataServiceVersion'),
  }),
});
