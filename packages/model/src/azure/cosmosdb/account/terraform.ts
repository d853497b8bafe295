import type { BlockReader, FieldsOf, Leaf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { hasElements, hasPrivateEndpoint, not, writtenName } from '../../core/index.ts';
import type { CosmosdbAccount } from './shape.ts';

export const terraform = defineTerraform<CosmosdbAccount>({
  types: ['azurerm_cosmosdb_account'],
  identity: ['name'],
  read(account, context): FieldsOf<CosmosdbAccount> {
    return {
      publicNetworkAccess: account.boolean('public_network_access_enabled', { default: true }),
      hasIpRules: hasElements(account, 'ip_range_filter'),
      hasNetworkRules: networkRules(account),
      keyMetadataWrites: account.boolean('access_key_metadata_writes_enabled', { default: true }),
      localAuth: account.value('local_authentication_enabled')
        ? account.boolean('local_authentication_enabled', { default: true })
        : not(account.boolean('local_authentication_disabled', { default: false })),
      kind: account.string('kind', { default: 'GlobalDocumentDB' }),
      customerKey: account.isSet(writtenName(account, 'key_vault_key_id', 'managed_hsm_key_id')),
      backup: account.block('backup').string('type', { default: 'Periodic' }),
      privateEndpoint: hasPrivateEndpoint(account, context, ['azurerm_cosmosdb_account']),
    };
  },
});

function networkRules(account: BlockReader): Leaf<boolean> {
  const filter = account.boolean('is_virtual_network_filter_enabled', { default: false });
  return filter.value === true ? account.has('virtual_network_rule') : filter;
}
