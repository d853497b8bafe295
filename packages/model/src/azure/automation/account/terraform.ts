import { defineTerraform } from '../../../code/index.ts';
import { hasIdentity } from '../../core/index.ts';
import type { Account } from './shape.ts';

export const terraform = defineTerraform<Account>({
  types: ['azurerm_automation_account'],
  identity: ['name'],
  read: (account) => ({
    isPublic: account.boolean('public_network_access_enabled', { default: true }),
    hasLocalAuthentication: account.boolean('local_authentication_enabled', { default: true }),
    hasIdentity: hasIdentity(account),
  }),
});
