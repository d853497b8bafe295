import { defineCloudFormation, hasItems } from '../../../code/index.ts';
import type { GroupMembership } from './shape.ts';

export const cloudformation = defineCloudFormation<GroupMembership>({
  types: ['AWS::IAM::UserToGroupAddition'],
  identity: ['GroupName'],
  read: (membership) => ({ hasUsers: hasItems(membership, 'Users') }),
});
