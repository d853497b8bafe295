import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform, explicit, unresolved } from '../../../code/index.ts';
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
    isToUser: grant.resource?.type === 'aws_iam_policy_attachment' ? namesUsers(grant) : explicit(true, grant.place),
  }),
});

function namesUsers(attachment: BlockReader): Leaf<boolean> {
  const users = attachment.strings('users');
  if (users.items.length > 0 || !users.rest) return explicit(users.items.length > 0, users.place);
  return unresolved(users.rest.reason ?? { code: 'computed', detail: 'it is not known' }, users.place);
}
