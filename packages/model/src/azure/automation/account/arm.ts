import { defineArm } from '../../../code/index.ts';
import { hasIdentity, not } from '../../core/index.ts';
import type { Account } from './shape.ts';

/** Source: Azure template reference of Microsoft.Automation/automationAccounts, read 2026-11-22: public access is a boolean here. */
export const arm = defineArm<Account>({
  types: ['Microsoft.Automation/automationAccounts'],
  identity: ['name'],
  read(account) {
    const properties = account.block('properties');
    return {
      isPublic: properties.boolean('publicNetworkAccess', { default: true }),
      hasLocalAuthentication: not(properties.boolean('disableLocalAuth', { default: false })),
      hasIdentity: hasIdentity(account),
    };
  },
});
