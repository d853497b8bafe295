import { defineCloudFormation } from '../../../code/index.ts';
import type { UserAccount } from './shape.ts';

/** Without a name CloudFormation makes one up. */
export const cloudformation = defineCloudFormation<UserAccount>({
  types: ['AWS::IAM::User'],
  identity: ['UserName'],
  read: (user) => ({ userName: user.text('UserName', { default: '' }) }),
});
