import type { BlockReader, FieldsOf, Leaf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { defaultAction, hasIdentity, hasPrivateEndpoint, isWord, writtenName } from '../../core/index.ts';
import type { CognitiveAccount } from './shape.ts';

export const terraform = defineTerraform<CognitiveAccount>({
  types: ['azurerm_cognitive_account', 'azurerm_ai_services'],
  satellites: { azurerm_cognitive_account_customer_managed_key: 'cognitive_account_id' },
  identity: ['name'],
  read(account, context): FieldsOf<CognitiveAccount> {
    return {
      publicNetworkAccess:
        account.resource?.type === 'azurerm_ai_services'
          ? isWord(account.string('public_network_access', { default: 'Enabled' }), 'Enabled')
          : account.boolean('public_network_access_enabled', { default: true }),
      localAuth: account.boolean(writtenName(account, 'local_auth_enabled', 'local_authentication_enabled'), { default: true }),
      identity: hasIdentity(account),
      customerKey: customerKey(account, context),
      networkDefaultAction: defaultAction(
        account.block('network_acls').string('default_action', { default: 'Allow' }),
        account.boolean('public_network_access_enabled', { default: true }),
      ),
      kind: account.string('kind', account.resource?.type === 'azurerm_ai_services' ? { default: 'AIServices' } : { required: true }),
      outboundRestricted: account.boolean('outbound_network_access_restricted', { default: false }),
      privateEndpoint: hasPrivateEndpoint(account, context, ['azurerm_cognitive_account']),
    };
  },
});

function customerKey(account: BlockReader, context: ReaderContext): Leaf<boolean> {
  const separate = context.satellite('azurerm_cognitive_account_customer_managed_key');
  return separate.exists ? separate.isSet('key_vault_key_id') : account.block('customer_managed_key').isSet('key_vault_key_id');
}
