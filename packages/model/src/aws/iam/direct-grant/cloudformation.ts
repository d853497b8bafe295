import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineCloudFormation, explicit, unresolved } from '../../../code/index.ts';
import type { DirectGrant } from './shape.ts';

/** Inline and managed policies of a user, and policies that name users themselves. */
export const cloudformation = defineCloudFormation<DirectGrant>({
  types: ['AWS::IAM::User', 'AWS::IAM::UserPolicy', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'],
  identity: ['UserName', 'PolicyName', 'ManagedPolicyName'],
  read: (grant) => ({ isToUser: isToUser(grant) }),
});

function isToUser(grant: BlockReader): Leaf<boolean> {
  const type = grant.resource?.type;
  if (type === 'AWS::IAM::UserPolicy') return explicit(true, grant.place);
  const named = type === 'AWS::IAM::User' ? ['Policies', 'ManagedPolicyArns'] : ['Users'];
  const lists = named.map((attribute) => ({ written: grant.has(attribute), items: grant.strings(attribute) }));
  const some = lists.find(({ items }) => items.items.length > 0);
  if (some) return explicit(true, some.items.place);
  const open = lists.find(({ items }) => items.rest)?.items;
  return open?.rest
    ? unresolved(open.rest.reason ?? { code: 'computed', detail: 'it is not known' }, open.place)
    : explicit(false, grant.place);
}
