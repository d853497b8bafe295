import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineCloudFormation, explicit, hasItems } from '../../../code/index.ts';
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
  if (type !== 'AWS::IAM::User') return hasItems(grant, 'Users');
  const inline = grant.has('Policies');
  return inline.value === true ? inline : hasItems(grant, 'ManagedPolicyArns');
}
