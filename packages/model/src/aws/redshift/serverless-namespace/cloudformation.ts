import { defineCloudFormation } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { ServerlessNamespace } from './shape.ts';

export const cloudformation = defineCloudFormation<ServerlessNamespace>({
  types: ['AWS::RedshiftServerless::Namespace'],
  identity: ['NamespaceName'],
  read: (namespace) => ({
    hasCustomerKey: customerKey(namespace, 'KmsKeyId'),
    exportedLogs: namespace.strings('LogExports'),
    adminName: namespace.string('AdminUsername', { default: 'admin' }),
  }),
});
