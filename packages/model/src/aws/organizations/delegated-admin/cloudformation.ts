import { defineCloudFormation, nameOf } from '../../../code/index.ts';
import type { DelegatedAdmin } from './shape.ts';

export const cloudformation = defineCloudFormation<DelegatedAdmin>({
  types: ['AWS::SecurityHub::DelegatedAdmin'],
  read: (admin) => ({ account: nameOf(admin, 'AdminAccountId') }),
});
