import type { BlockReader, FieldsOf, ListNode, ReaderContext } from '../../../code/index.ts';
import { defineCloudFormation, explicit, list, textLeaf } from '../../../code/index.ts';
import type { PolicyAttachment } from './shape.ts';

/** Type → the property with policy ARNs, and the kind of principal that gets them. */
const attachments: Readonly<Record<string, { readonly policies: string; readonly holder: string }>> = {
  'AWS::IAM::Role': { policies: 'ManagedPolicyArns', holder: 'role' },
  'AWS::IAM::User': { policies: 'ManagedPolicyArns', holder: 'user' },
  'AWS::IAM::Group': { policies: 'ManagedPolicyArns', holder: 'group' },
  'AWS::SSO::PermissionSet': { policies: 'ManagedPolicies', holder: 'permission-set' },
};

/** Source: CloudFormation template reference of these resources, read 2026-11-22. */
export const cloudformation = defineCloudFormation<PolicyAttachment>({
  types: Object.keys(attachments),
  identity: ['RoleName', 'UserName', 'GroupName', 'Name'],
  read(block, context): FieldsOf<PolicyAttachment> {
    const { policies, holder } = attachments[block.resource?.type ?? ''] ?? { policies: 'ManagedPolicyArns', holder: 'role' };
    return { holders: list<string>([explicit(holder, block.place)], block.place), policies: arns(block, policies, context) };
  },
});

/** A policy of this code is not AWS's own, whatever its ARN will be. */
function arns(block: BlockReader, property: string, context: ReaderContext): ListNode<string> {
  const written = block.strings(property);
  const value = block.value(property);
  if (value?.kind !== 'list') return written;
  const place = block.placeOf(property);
  const items = value.items.map((item) => {
    const isOwn = context.targets(item, ['AWS::IAM::ManagedPolicy']).length > 0;
    return { node: isOwn ? explicit('customer managed', place) : textLeaf(item, place), uncertain: false };
  });
  return { ...written, items };
}
