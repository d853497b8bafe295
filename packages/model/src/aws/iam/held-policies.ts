/** The customer policies that a user or group holds, and who is named where, in Terraform. */
import type { BlockReader, ReaderContext } from '../../code/index.ts';
import { elementsOf, policyOf, unresolved } from '../../code/index.ts';

export type PolicyNode = ReturnType<typeof policyOf>;

/** Inline and attached policies of the holder itself; what cannot be read is a leaf. O(attachments). */
export function policiesOf(holder: BlockReader, kind: 'user' | 'group', context: ReaderContext): readonly PolicyNode[] {
  const inline = context.all(`aws_iam_${kind}_policy`).filter((each) => isNamed(each, kind, holder, context));
  const attached = [
    ...context.all(`aws_iam_${kind}_policy_attachment`).filter((each) => isNamed(each, kind, holder, context)),
    ...context.all('aws_iam_policy_attachment').filter((each) => isNamed(each, `${kind}s`, holder, context)),
  ];
  return [...inline.map((each) => policyOf(each, 'policy')), ...attached.flatMap((each) => attachedPolicy(each, context))];
}

/** AWS managed policies enforce no MFA and are left out; a customer policy from elsewhere is not known. */
function attachedPolicy(attachment: BlockReader, context: ReaderContext): readonly PolicyNode[] {
  const found = context.targets(attachment.value('policy_arn'), ['aws_iam_policy']);
  if (found.length > 0) return found.map((each) => policyOf(each, 'policy'));
  const arn = attachment.text('policy_arn');
  if (arn.value !== undefined && /^arn:[^:]*:iam::aws:policy\//.test(arn.value)) return [];
  return [
    unresolved({ code: 'unresolved-reference', detail: 'the attached policy is not in this code' }, attachment.placeOf('policy_arn')),
  ];
}

/** Does the attribute name this user or group? */
export function isNamed(block: BlockReader, attribute: string, owner: BlockReader, context: ReaderContext): boolean {
  const type = owner.resource?.type;
  if (type === undefined) return false;
  return elementsOf(block.value(attribute)).some((value) =>
    context.targets(value, [type]).some((each) => each.resource === owner.resource),
  );
}
