import { defineLive } from '../../../code/index.ts';
import type { AccountUse } from './shape.ts';

export const live = defineLive<AccountUse>({
  types: ['google_service_account'],
  identity: ['account_id', 'name', 'email'],
  read: (account) => ({
    isDisabled: account.boolean('disabled', { default: false }),
    unusedDays: account.number('unused_days'),
  }),
});
