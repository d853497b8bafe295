import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { hasIdentity, hasPrivateEndpoint, writtenName } from '../../core/index.ts';
import type { ServiceBusNamespace } from './shape.ts';

export const terraform = defineTerraform<ServiceBusNamespace>({
  types: ['azurerm_servicebus_namespace'],
  identity: ['name'],
  read(namespace, context): FieldsOf<ServiceBusNamespace> {
    return {
      localAuth: namespace.boolean(writtenName(namespace, 'local_auth_enabled', 'local_authentication_enabled'), { default: true }),
      publicNetworkAccess: namespace.boolean('public_network_access_enabled', { default: true }),
      minTlsVersion: namespace.string('minimum_tls_version', { default: '1.2' }),
      identity: hasIdentity(namespace),
      customerKey: namespace.block('customer_managed_key').isSet('key_vault_key_id'),
      doubleEncryption: namespace.block('customer_managed_key').boolean('infrastructure_encryption_enabled', { default: false }),
      privateEndpoint: hasPrivateEndpoint(namespace, context, ['azurerm_servicebus_namespace']),
    };
  },
});
