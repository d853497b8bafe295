/** Answers of the Identity Center API → permission sets, in the words of CloudFormation. Source: IAM Identity Center API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, Missing } from '../../live/index.ts';
import { itemsAt, jsonAt, policyJson, tagPairs, textOf, whenKnown } from '../../live/index.ts';

export const live: readonly LiveSource[] = [
  {
    call: 'sso:ListInstances',
    items: 'Instances',
    types: ['AWS::SSO::Instance'],
    declare(item) {
      const id = textOf(item, 'InstanceArn');
      return id === undefined ? null : { type: 'AWS::SSO::Instance', id, properties: { Status: textOf(item, 'Status') } };
    },
  },
  {
    call: 'sso:DescribePermissionSet',
    items: 'PermissionSet',
    types: ['AWS::SSO::PermissionSet'],
    after: ['sso:ListInstances', 'sso:ListPermissionSets'],
    declare: permissionSet,
  },
  {
    call: 'sso:ListAccountAssignments',
    items: 'AccountAssignments',
    types: ['AWS::SSO::Assignment'],
    after: ['sso:ListInstances', 'sso:ListPermissionSets', 'sso:ListAccountsForProvisionedPermissionSet'],
    declare: assignment,
  },
];

function assignment(item: Json, { request }: LiveContext): LiveThing | null {
  const [set, target] = [textOf(item, 'PermissionSetArn'), textOf(item, 'AccountId')];
  const [PrincipalId, PrincipalType] = [textOf(item, 'PrincipalId'), textOf(item, 'PrincipalType')];
  if (set === undefined || target === undefined || PrincipalId === undefined) return null;
  return {
    type: 'AWS::SSO::Assignment',
    id: `${set}#${target}#${PrincipalType ?? ''}#${PrincipalId}`,
    properties: {
      InstanceArn: textOf(request, 'InstanceArn'),
      PermissionSetArn: set,
      TargetId: target,
      TargetType: 'AWS_ACCOUNT',
      PrincipalId,
      PrincipalType,
    },
  };
}

function permissionSet(item: Json, context: LiveContext): LiveThing | null {
  const arn = textOf(item, 'PermissionSetArn');
  if (arn === undefined) return null;
  const InstanceArn = arn.replace(/:permissionSet\/([^/]+)\/.*$/, ':instance/$1');
  const ask = (operation: string): Json | Missing => context.answer(`sso:${operation}`, { InstanceArn, PermissionSetArn: arn });
  return {
    type: 'AWS::SSO::PermissionSet',
    id: arn,
    name: textOf(item, 'Name') ?? arn,
    properties: {
      Name: textOf(item, 'Name'),
      SessionDuration: textOf(item, 'SessionDuration'),
      InlinePolicy: whenKnown(ask('GetInlinePolicyForPermissionSet'), (json) => {
        const text = textOf(json, 'InlinePolicy');
        return text === undefined || text === '' ? undefined : policyJson(text);
      }),
      ManagedPolicies: whenKnown(ask('ListManagedPoliciesInPermissionSet'), (json) =>
        itemsAt(json, 'AttachedManagedPolicies').map((each) => textOf(each, 'Arn')),
      ),
      CustomerManagedPolicyReferences: whenKnown(ask('ListCustomerManagedPolicyReferencesInPermissionSet'), (json) =>
        itemsAt(json, 'CustomerManagedPolicyReferences'),
      ),
      PermissionsBoundary: whenKnown(
        context.answer('sso:GetPermissionsBoundaryForPermissionSet', { InstanceArn, PermissionSetArn: arn }, ['ResourceNotFoundException']),
        (json) => jsonAt(json, 'PermissionsBoundary'),
      ),
      Tags: whenKnown(context.answer('sso:ListTagsForResource', { InstanceArn, ResourceArn: arn }), (json) =>
        tagPairs(jsonAt(json, 'Tags')),
      ),
    },
  };
}
