import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { isEnabled } from '../../core/index.ts';
import type { PurviewAccount } from './shape.ts';

export const arm = defineArm<PurviewAccount>({
  types: ['Microsoft.Purview/accounts'],
  identity: ['name'],
  read(account): FieldsOf<PurviewAccount> {
    const properties = account.block('properties');
    return {
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
    };
  },
});
