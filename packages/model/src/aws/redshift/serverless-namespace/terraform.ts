import { defineTerraform } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { ServerlessNamespace } from './shape.ts';

export const terraform = defineTerraform<ServerlessNamespace>({
  types: ['aws_redshiftserverless_namespace'],
  identity: ['namespace_name'],
  read: (namespace) => ({
    hasCustomerKey: customerKey(namespace, 'kms_key_id'),
    exportedLogs: namespace.strings('log_exports'),
    adminName: namespace.string('admin_username', { default: 'admin' }),
  }),
});
