import type { BlockReader, FieldsOf, Leaf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { hasElements, hasPrivateEndpoint, isEnabled, not, spelled } from '../../core/index.ts';
import type { CosmosdbAccount } from './shape.ts';

export const arm = defineArm<CosmosdbAccount>({
  types: ['Microsoft.DocumentDB/databaseAccounts'],
  identity: ['name'],
  read(account, context): FieldsOf<CosmosdbAccount> {
    const properties = account.block('properties');
    return {
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
      hasIpRules: properties.value('ipRules') ? hasElements(properties, 'ipRules') : hasElements(properties, 'ipRangeFilter'),
      hasNetworkRules: networkRules(properties),
      keyMetadataWrites: not(properties.boolean('disableKeyBasedMetadataWriteAccess', { default: false })),
      localAuth: not(properties.boolean('disableLocalAuth', { default: false })),
      kind: account.string('kind', { default: 'GlobalDocumentDB' }),
      customerKey: properties.isSet('keyVaultKeyUri'),
      backup: spelled(properties.block('backupPolicy').string('type', { default: 'Periodic' }), 'Periodic', 'Continuous'),
      privateEndpoint: hasPrivateEndpoint(account, context, ['Microsoft.DocumentDB/databaseAccounts']),
    };
  },
});

function networkRules(properties: BlockReader): Leaf<boolean> {
  const filter = properties.boolean('isVirtualNetworkFilterEnabled', { default: false });
  return filter.value === true ? hasElements(properties, 'virtualNetworkRules') : filter;
}
