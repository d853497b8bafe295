/** The customer policies that live users and groups hold. Live principals name their policies themselves, so that nothing else is searched. */
import type { BlockReader, Leaf, ListNode, Place, ReaderContext } from '../../code/index.ts';
import { elementsOf, policyOf, unresolved } from '../../code/index.ts';
import type { PolicyDocument } from '../../policy/index.ts';

const MANAGED = 'AWS::IAM::ManagedPolicy';

/** The user or role, and the groups it is in. */
export function holdersOf(principal: BlockReader, context: ReaderContext): readonly BlockReader[] {
  return [principal, ...elementsOf(principal.value('Groups')).flatMap((group) => context.targets(group, ['AWS::IAM::Group']))];
}

/** Inline and attached customer policies of all of them; those of AWS have no document here. */
export function documentsOf(holders: readonly BlockReader[], context: ReaderContext, place: Place): ListNode<PolicyDocument> {
  const nodes = holders.flatMap((holder) => {
    const inline = holder.blocks('Policies');
    const attached = elementsOf(holder.value('ManagedPolicyArns')).flatMap((arn) => context.targets(arn, [MANAGED]));
    const documents = [...inline.readers, ...attached].map((each) => policyOf(each, 'PolicyDocument'));
    return [...documents, ...(inline.rest ? [inline.rest] : []), ...unread(holder)];
  });
  return {
    node: 'list',
    items: nodes.filter((node) => node.node === 'object').map((node) => ({ node, uncertain: false })),
    rest: nodes.find((node): node is Leaf<never> => node.node === 'leaf' && node.state !== 'absent') ?? null,
    place,
  };
}

/** ARNs of all attached policies. */
export function attachedTo(holders: readonly BlockReader[], place: Place): ListNode<string> {
  const lists = holders.map((holder) => holder.strings('ManagedPolicyArns'));
  return { node: 'list', items: lists.flatMap(({ items }) => items), rest: lists.find(({ rest }) => rest)?.rest ?? null, place };
}

function unread(holder: BlockReader): readonly Leaf<never>[] {
  const value = holder.value('ManagedPolicyArns');
  return value?.kind === 'unknown' ? [unresolved(value.reason, holder.placeOf('ManagedPolicyArns'))] : [];
}
