/** What a role may do, gathered from the blocks that give it policies. */
import type { PolicyDocument } from '../../policy/index.ts';
import type { BlockReader, Leaf, ListNode, Place, ReaderContext } from '../../code/index.ts';
import { elementsOf, policyOf, textLeaf, unresolved } from '../../code/index.ts';
import type { Value } from '../../value.ts';

export interface RolePermissions {
  /** Inline and customer managed documents; `rest` when the role, or a policy it holds, is not in this code. */
  readonly documents: ListNode<PolicyDocument>;
  /** ARNs of AWS managed policies. */
  readonly managed: ListNode<string>;
}

/**
 * The policies of the role that a value names: inline blocks, `aws_iam_role_policy`, attachments of every style. Undefined: no role.
 * O(attachments) for each call.
 * Source: hashicorp/aws provider documentation of the IAM role resources, read 2026-11-22.
 */
export function rolePermissions(
  named: Value | undefined,
  { context, place }: { readonly context: ReaderContext; readonly place: Place },
): RolePermissions {
  const [role] = context.targets(named, ['aws_iam_role']);
  if (!role) {
    const rest: Leaf<never> | null = named
      ? unresolved({ code: 'unresolved-reference', detail: 'the role is not in this code' }, place)
      : null;
    return { documents: { node: 'list', items: [], rest, place }, managed: { node: 'list', items: [], rest, place } };
  }
  const attached = attachedPolicies(role, context);
  const nodes = [...inlinePolicies(role, context), ...attached.flatMap(({ policies }) => policies.map((each) => policyOf(each, 'policy')))];
  const unread = nodes.find((node): node is Leaf<never> => node.node === 'leaf' && node.state !== 'absent') ?? null;
  const elsewhere = attached.find(({ policies, arn }) => policies.length === 0 && !isAwsManaged(arn))?.arn;
  const hidden: Leaf<never> | null = elsewhere
    ? unresolved({ code: 'unresolved-reference', detail: 'an attached policy is not in this code' }, elsewhere.place)
    : null;
  return {
    documents: {
      node: 'list',
      items: nodes.filter((node) => node.node === 'object').map((node) => ({ node, uncertain: false })),
      rest: unread ?? hidden,
      place: role.place,
    },
    managed: {
      node: 'list',
      items: attached.filter(({ arn }) => isAwsManaged(arn)).map(({ arn }) => ({ node: arn, uncertain: false })),
      rest: null,
      place: role.place,
    },
  };
}

function isAwsManaged(arn: Leaf<string>): boolean {
  return arn.value !== undefined && /^arn:[^:]*:iam::aws:policy\//.test(arn.value);
}

function inlinePolicies(role: BlockReader, context: ReaderContext): readonly ReturnType<typeof policyOf>[] {
  const separate = context.all('aws_iam_role_policy').filter((each) => isFor(each, 'role', role, context));
  return [...separate, ...role.blocks('inline_policy').readers].map((each) => policyOf(each, 'policy'));
}

interface Attached {
  readonly arn: Leaf<string>;
  readonly policies: readonly BlockReader[];
}

function attachedPolicies(role: BlockReader, context: ReaderContext): readonly Attached[] {
  const sources: readonly (readonly [BlockReader, string])[] = [
    [role, 'managed_policy_arns'],
    ...named('aws_iam_role_policy_attachment', 'role', 'policy_arn'),
    ...named('aws_iam_role_policy_attachments_exclusive', 'role_name', 'policy_arns'),
    ...named('aws_iam_policy_attachment', 'roles', 'policy_arn'),
  ];
  return sources.flatMap(([block, attribute]) =>
    elementsOf(block.value(attribute)).map((value) => ({
      arn: arnOf(value, block.placeOf(attribute), context),
      policies: context.targets(value, ['aws_iam_policy']),
    })),
  );

  function named(type: string, attribute: string, policies: string): readonly (readonly [BlockReader, string])[] {
    return context
      .all(type)
      .filter((each) => isFor(each, attribute, role, context))
      .map((each) => [each, policies] as const);
  }
}

/** An AWS managed policy that the code looks up counts as what it was looked up by. */
function arnOf(value: Value, place: Place, context: ReaderContext): Leaf<string> {
  const [lookup] = context.targets(value, ['data.aws_iam_policy']);
  const written = lookup?.text(lookup.value('arn') ? 'arn' : 'name', { required: true });
  if (written?.value === undefined) return textLeaf(value, place);
  return written.value.startsWith('arn:') ? written : { ...written, value: `arn:aws:iam::aws:policy/${written.value}` };
}

function isFor(block: BlockReader, attribute: string, role: BlockReader, context: ReaderContext): boolean {
  return elementsOf(block.value(attribute)).some((value) =>
    context.targets(value, ['aws_iam_role']).some((each) => each.resource === role.resource),
  );
}
