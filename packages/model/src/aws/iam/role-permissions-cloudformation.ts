/** What a role of a CloudFormation template may do. */
import type { BlockReader, Leaf, Place, ReaderContext } from '../../code/index.ts';
import { elementsOf, policyOf, textLeaf, unresolved } from '../../code/index.ts';
import type { Value } from '../../value.ts';
import type { RolePermissions } from './role-permissions.ts';

const MANAGED_POLICY = 'AWS::IAM::ManagedPolicy';

/**
 * The policies of the role that a value names: its own, `AWS::IAM::Policy` and `RolePolicy`, managed policies from either side. Undefined: no role.
 * Source: CloudFormation template reference, AWS::IAM::Role and the resources named here, read 2026-11-22.
 */
export function rolePermissionsInTemplate(
  named: Value | undefined,
  { context, place }: { readonly context: ReaderContext; readonly place: Place },
): RolePermissions {
  const [role] = context.targets(named, ['AWS::IAM::Role']);
  if (!role) {
    const detail = 'the role is not in this code';
    const rest: Leaf<never> | null = named ? unresolved({ code: 'unresolved-reference', detail }, place) : null;
    return { documents: { node: 'list', items: [], rest, place }, managed: { node: 'list', items: [], rest, place } };
  }
  const isFor = (block: BlockReader, property: string): boolean =>
    elementsOf(block.value(property)).some((value) =>
      context.targets(value, ['AWS::IAM::Role']).some((each) => each.resource === role.resource),
    );
  const attached = elementsOf(role.value('ManagedPolicyArns')).map((value) => ({
    arn: textLeaf(value, role.placeOf('ManagedPolicyArns')),
    policies: context.targets(value, [MANAGED_POLICY]),
  }));
  const documents = [
    ...role.blocks('Policies').readers,
    ...context.all('AWS::IAM::Policy').filter((each) => isFor(each, 'Roles')),
    ...context.all('AWS::IAM::RolePolicy').filter((each) => isFor(each, 'RoleName')),
    ...context.all(MANAGED_POLICY).filter((each) => isFor(each, 'Roles')),
    ...attached.flatMap(({ policies }) => policies),
  ].map((each) => policyOf(each, 'PolicyDocument'));
  const unread = documents.find((node): node is Leaf<never> => node.node === 'leaf' && node.state !== 'absent') ?? null;
  const elsewhere = attached.find(({ policies, arn }) => policies.length === 0 && !isAwsManaged(arn))?.arn;
  const detail = 'an attached policy is not in this code';
  const hidden: Leaf<never> | null = elsewhere ? unresolved({ code: 'unresolved-reference', detail }, elsewhere.place) : null;
  const open = role.blocks('Policies').rest;
  return {
    documents: {
      node: 'list',
      items: documents.filter((node) => node.node === 'object').map((node) => ({ node, uncertain: false })),
      rest: unread ?? hidden ?? open,
      place: role.place,
    },
    managed: {
      node: 'list',
      items: attached.filter(({ arn }) => isAwsManaged(arn)).map(({ arn }) => ({ node: arn, uncertain: false })),
      rest: role.strings('ManagedPolicyArns').rest,
      place: role.place,
    },
  };
}

function isAwsManaged(arn: Leaf<string>): boolean {
  return arn.value !== undefined && /^arn:[^:]*:iam::aws:policy\//.test(arn.value);
}
