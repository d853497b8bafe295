/** The customer policies that a user or group holds, and who is named where, in CloudFormation. */
import type { BlockReader, ReaderContext } from '../../code/index.ts';
import { elementsOf, policyOf, unresolved } from '../../code/index.ts';
import type { Value } from '../../value.ts';

const USER = 'AWS::IAM::User';
const MANAGED = 'AWS::IAM::ManagedPolicy';

export type PolicyNode = ReturnType<typeof policyOf>;

/** Inline and customer managed; policies of AWS enforce no MFA and are left out. */
export function policiesOf(holder: BlockReader, context: ReaderContext): readonly PolicyNode[] {
  const kind = holder.resource?.type === USER ? 'User' : 'Group';
  const separate = [
    ...context.all('AWS::IAM::Policy').filter((each) => names(each, `${kind}s`, holder, context)),
    ...context.all(`AWS::IAM::${kind}Policy`).filter((each) => names(each, `${kind}Name`, holder, context)),
    ...context.all(MANAGED).filter((each) => names(each, `${kind}s`, holder, context)),
  ];
  const inline = [...holder.blocks('Policies').readers, ...separate].map((each) => policyOf(each, 'PolicyDocument'));
  return [...inline, ...elementsOf(holder.value('ManagedPolicyArns')).flatMap((value) => attached(value, holder, context))];
}

function attached(value: Value, holder: BlockReader, context: ReaderContext): readonly PolicyNode[] {
  const found = context.targets(value, [MANAGED]);
  if (found.length > 0) return found.map((each) => policyOf(each, 'PolicyDocument'));
  const text = value.kind === 'string' ? value.value : value.kind === 'template' ? String(value.parts.at(-1)) : '';
  if (/:iam::aws:policy\//.test(text)) return [];
  return [
    unresolved({ code: 'unresolved-reference', detail: 'the attached policy is not in this code' }, holder.placeOf('ManagedPolicyArns')),
  ];
}

/** Does the property name this user or group? */
export function names(block: BlockReader, property: string, owner: BlockReader, context: ReaderContext): boolean {
  const type = owner.resource?.type;
  if (type === undefined) return false;
  return elementsOf(block.value(property)).some((value) => context.targets(value, [type]).some((each) => each.resource === owner.resource));
}
