import type { BlockReader, FieldsOf, ListItem, ListNode, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, explicit, list, textLeaf } from '../../../code/index.ts';
import type { Value } from '../../../value.ts';
import type { PolicyAttachment } from './shape.ts';

/** Block type → the attribute with policy ARNs and the kind of principal that gets them. */
const attachments: Readonly<Record<string, { readonly policies: string; readonly holder: string }>> = {
  aws_iam_role: { policies: 'managed_policy_arns', holder: 'role' },
  aws_iam_role_policy_attachment: { policies: 'policy_arn', holder: 'role' },
  aws_iam_role_policy_attachments_exclusive: { policies: 'policy_arns', holder: 'role' },
  aws_iam_user_policy_attachment: { policies: 'policy_arn', holder: 'user' },
  aws_iam_user_policy_attachments_exclusive: { policies: 'policy_arns', holder: 'user' },
  aws_iam_group_policy_attachment: { policies: 'policy_arn', holder: 'group' },
  aws_iam_group_policy_attachments_exclusive: { policies: 'policy_arns', holder: 'group' },
  aws_ssoadmin_managed_policy_attachment: { policies: 'managed_policy_arn', holder: 'permission-set' },
};

/** Source: hashicorp/aws provider documentation of the resources named here, read 2026-11-22. */
export const terraform = defineTerraform<PolicyAttachment>({
  types: [...Object.keys(attachments), 'aws_iam_policy_attachment', 'data.aws_iam_policy'],
  identity: ['name', 'role', 'role_name', 'user', 'user_name', 'group', 'group_name', 'arn'],
  read(block, context): FieldsOf<PolicyAttachment> {
    const { resource } = block;
    if (resource?.mode === 'data') return lookup(block, context);
    const known = resource ? attachments[resource.type] : undefined;
    if (known) return { holders: fixed([known.holder], block), policies: policies(block, known.policies, context) };
    const holders = ['role', 'user', 'group'].filter((holder) => block.value(`${holder}s`) !== undefined);
    return { holders: fixed(holders, block), policies: policies(block, 'policy_arn', context) };
  },
});

function fixed(holders: readonly string[], block: BlockReader): ListNode<string> {
  return list<string>(
    holders.map((holder) => explicit(holder, block.place)),
    block.place,
  );
}

function lookup(block: BlockReader, context: ReaderContext): FieldsOf<PolicyAttachment> {
  const names = ['arn', 'name'].filter((attribute) => block.value(attribute) !== undefined);
  return {
    holders: fixed(context.isUsed(block) ? [] : ['lookup'], block),
    policies: list<string>(
      names.map((attribute) => block.text(attribute, { required: true })),
      block.place,
    ),
  };
}

/** Each ARN; one that is read from a looked-up policy counts as what it was looked up by. */
function policies(block: BlockReader, attribute: string, context: ReaderContext): ListNode<string> {
  const written = block.strings(attribute);
  const value = block.value(attribute);
  const values = !value || value.kind === 'unknown' ? [] : value.kind === 'list' || value.kind === 'set' ? value.items : [value];
  const known = values.filter((item) => item.kind !== 'null').map((item) => policy(item, block, attribute, context));
  if (value?.kind === 'unknown' && value.refs.length > 0)
    return { ...written, items: [policy(value, block, attribute, context)], rest: null };
  return { ...written, items: known };
}

function policy(value: Value, block: BlockReader, attribute: string, context: ReaderContext): ListItem<string> {
  const [source] = value.refs.length > 0 ? context.targets(value, ['data.aws_iam_policy', 'aws_iam_policy']) : [];
  const place = block.placeOf(attribute);
  if (source?.resource?.mode === 'data')
    return { node: source.text(source.value('arn') ? 'arn' : 'name', { required: true }), uncertain: false };
  // A policy of this code is not AWS's own, whatever its ARN will be.
  if (source) return { node: explicit('customer managed', place), uncertain: false };
  return { node: textLeaf(value, place), uncertain: false };
}
