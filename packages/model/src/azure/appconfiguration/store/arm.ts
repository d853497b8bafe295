import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { hasPrivateEndpoint, isEnabled, mapLeaf, not } from '../../core/index.ts';
import type { AppConfigurationStore } from './shape.ts';

export const arm = defineArm<AppConfigurationStore>({
  types: ['Microsoft.AppConfiguration/configurationStores'],
  identity: ['name'],
  read(store, context): FieldsOf<AppConfigurationStore> {
    const properties = store.block('properties');
    return {
      localAuth: not(properties.boolean('disableLocalAuth', { default: false })),
      publicNetworkAccess:
        properties.value('publicNetworkAccess') || properties.uncertain
          ? isEnabled(properties, 'publicNetworkAccess', true)
          : not(hasPrivateEndpoint(store, context, ['Microsoft.AppConfiguration/configurationStores'])),
      customerKey: properties.block('encryption').block('keyVaultProperties').isSet('keyIdentifier'),
      purgeProtection: properties.boolean('enablePurgeProtection', { default: false }),
      sku: mapLeaf(store.block('sku').string('name', { required: true }), (name) => name.toLowerCase()),
    };
  },
});
