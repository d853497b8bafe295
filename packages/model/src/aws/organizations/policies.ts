/** The policies of an organization, read alike from every format. */
import type { BlockReader, ListNode, ReaderContext } from '../../code/index.ts';
import { policyOf } from '../../code/index.ts';
import type { PolicyDocument } from '../../policy/index.ts';

export interface PolicyNames {
  readonly policy: string;
  readonly type: string;
  readonly content: string;
  /** What a policy without a type is; null where the format demands one. */
  readonly defaultType: string | null;
}

export function policyTypesOf(anchor: BlockReader, context: ReaderContext, names: PolicyNames): ListNode<string> {
  const items = context.all(names.policy).map((policy) => ({
    node: policy.string(names.type, names.defaultType === null ? { required: true } : { default: names.defaultType }),
    uncertain: policy.uncertain,
  }));
  return { node: 'list', items, rest: null, place: anchor.place };
}

/** Documents that cannot be read leave the list open. */
export function serviceControlPolicies(anchor: BlockReader, context: ReaderContext, names: PolicyNames): ListNode<PolicyDocument> {
  const policies = context.all(names.policy).filter((policy) => {
    const type = policy.string(names.type);
    // Of one that could not be collected nobody knows the type.
    return policy.resource === null || (type.value ?? names.defaultType) === 'SERVICE_CONTROL_POLICY';
  });
  const nodes = policies.map((policy) => ({ node: policyOf(policy, names.content), uncertain: policy.uncertain }));
  const unread = nodes.find(({ node }) => node.node === 'leaf' && node.state !== 'absent')?.node;
  const items = nodes.filter(({ node }) => node.node === 'object');
  return { node: 'list', items, rest: unread?.node === 'leaf' ? unread : null, place: anchor.place };
}
