import { defineTerraform, explicit, hasItems } from '../../../code/index.ts';
import type { DirectGrant } from './shape.ts';

export const terraform = defineTerraform<DirectGrant>({
  types: [
    'aws_iam_user_policy',
    'aws_iam_user_policy_attachment',
    'aws_iam_user_policy_attachments_exclusive',
    'aws_iam_policy_attachment',
  ],
  identity: ['name', 'user', 'user_name'],
  read: (grant) => ({
    isToUser: grant.resource?.type === 'aws_iam_policy_attachment' ? hasItems(grant, 'users') : explicit(true, grant.place),
  }),
});
