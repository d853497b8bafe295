import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { hasElements, hasPrivateEndpoint, hasZones, writtenName } from '../../core/index.ts';
import type { EventHubNamespace } from './shape.ts';

export const terraform = defineTerraform<EventHubNamespace>({
  types: ['azurerm_eventhub_namespace'],
  satellites: { azurerm_eventhub_namespace_customer_managed_key: 'eventhub_namespace_id' },
  identity: ['name'],
  read(namespace, context): FieldsOf<EventHubNamespace> {
    return {
      localAuth: namespace.boolean(writtenName(namespace, 'local_auth_enabled', 'local_authentication_enabled'), { default: true }),
      publicNetworkAccess: namespace.boolean('public_network_access_enabled', { default: true }),
      minTlsVersion: namespace.string('minimum_tls_version', { default: '1.2' }),
      customerKey: hasKey(namespace, context),
      zoneRedundant: namespace.value('zone_redundant')
        ? namespace.boolean('zone_redundant', { default: false })
        : hasZones(namespace.string('location', { required: true })),
      privateEndpoint: hasPrivateEndpoint(namespace, context, ['azurerm_eventhub_namespace']),
    };
  },
});

function hasKey(namespace: BlockReader, context: ReaderContext): Leaf<boolean> {
  const key = context.satellite('azurerm_eventhub_namespace_customer_managed_key');
  return key.exists ? hasElements(key, 'key_vault_key_ids') : namespace.boolean('key', { default: false });
}
