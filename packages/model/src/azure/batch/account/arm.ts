import type { BlockReader, FieldsOf, Leaf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { defaultAction, isEnabled, isWord } from '../../core/index.ts';
import type { BatchAccount } from './shape.ts';

export const arm = defineArm<BatchAccount>({
  types: ['Microsoft.Batch/batchAccounts'],
  identity: ['name'],
  read(account): FieldsOf<BatchAccount> {
    const properties = account.block('properties');
    return {
      keyVault: properties.block('keyVaultReference').isSet('id'),
      publicNetworkAccess: publicAccess(properties),
      customerKey: isWord(properties.block('encryption').string('keySource'), 'Microsoft.KeyVault'),
    };
  },
});

function publicAccess(properties: BlockReader): Leaf<boolean> {
  const action = properties.block('networkProfile').block('accountAccess').string('defaultAction', { default: 'Allow' });
  return isWord(defaultAction(action, isEnabled(properties, 'publicNetworkAccess', true)), 'Allow');
}
