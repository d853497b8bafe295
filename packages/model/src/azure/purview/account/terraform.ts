import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { PurviewAccount } from './shape.ts';

export const terraform = defineTerraform<PurviewAccount>({
  types: ['azurerm_purview_account'],
  identity: ['name'],
  read(account): FieldsOf<PurviewAccount> {
    return {
      publicNetworkAccess: account.boolean('public_network_enabled', { default: true }),
    };
  },
});
