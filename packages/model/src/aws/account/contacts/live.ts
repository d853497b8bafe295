import { defineLive } from '../../../code/index.ts';
import type { AccountContacts } from './shape.ts';

export const live = defineLive<AccountContacts>({
  types: ['aws.core.account'],
  read: (account) => ({
    alternates: account.strings('AlternateContacts'),
    hasPrimary: account.boolean('HasPrimaryContact', { default: false }),
  }),
});
