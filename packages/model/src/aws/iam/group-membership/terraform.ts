import { defineTerraform, hasItems } from '../../../code/index.ts';
import type { GroupMembership } from './shape.ts';

export const terraform = defineTerraform<GroupMembership>({
  types: ['aws_iam_group_membership'],
  identity: ['name', 'group'],
  read: (membership) => ({ hasUsers: hasItems(membership, 'users') }),
});
