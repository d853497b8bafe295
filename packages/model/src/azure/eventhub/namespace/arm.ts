import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { hasPrivateEndpoint, hasZones, isEnabled, isWord, not } from '../../core/index.ts';
import type { EventHubNamespace } from './shape.ts';

export const arm = defineArm<EventHubNamespace>({
  types: ['Microsoft.EventHub/namespaces'],
  identity: ['name'],
  read(namespace, context): FieldsOf<EventHubNamespace> {
    const properties = namespace.block('properties');
    return {
      localAuth: not(properties.boolean('disableLocalAuth', { default: false })),
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
      minTlsVersion: properties.string('minimumTlsVersion', { default: '1.2' }),
      customerKey: isWord(properties.block('encryption').string('keySource'), 'Microsoft.KeyVault'),
      zoneRedundant: properties.value('zoneRedundant')
        ? properties.boolean('zoneRedundant', { default: false })
        : hasZones(namespace.string('location', { required: true })),
      privateEndpoint: hasPrivateEndpoint(namespace, context, ['Microsoft.EventHub/namespaces']),
    };
  },
});
