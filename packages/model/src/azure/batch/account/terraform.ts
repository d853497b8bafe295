import type { BlockReader, FieldsOf, Leaf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { defaultAction, isWord } from '../../core/index.ts';
import type { BatchAccount } from './shape.ts';

export const terraform = defineTerraform<BatchAccount>({
  types: ['azurerm_batch_account'],
  identity: ['name'],
  read(account): FieldsOf<BatchAccount> {
    return {
      keyVault: account.block('key_vault_reference').isSet('id'),
      publicNetworkAccess: publicAccess(account),
      customerKey: account.block('encryption').isSet('key_vault_key_id'),
    };
  },
});

function publicAccess(account: BlockReader): Leaf<boolean> {
  const action = account.block('network_profile').block('account_access').string('default_action', { default: 'Allow' });
  return isWord(defaultAction(action, account.boolean('public_network_access_enabled', { default: true })), 'Allow');
}
