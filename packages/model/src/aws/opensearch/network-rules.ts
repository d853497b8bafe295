/** Rules of a network policy of OpenSearch Serverless, a JSON text in every format. */
import type { ListNode } from '../../code/index.ts';
import { BlockReader, list, object, structureOf, unresolved } from '../../code/index.ts';
import type { NetworkRule } from './serverless-network-policy/shape.ts';

export function networkRules(policy: BlockReader, attribute: string): ListNode<NetworkRule> {
  const value = policy.value(attribute);
  const place = policy.placeOf(attribute);
  if (!value) return list<NetworkRule>([], place, policy.strings(attribute).rest);
  const rules = structureOf(value);
  const unreadable = { code: 'unsupported', detail: 'the policy is not a JSON document that can be read' } as const;
  if (rules === null || rules.kind === 'unknown') return list<NetworkRule>([], place, unresolved(rules?.reason ?? unreadable, place));
  const { readers, rest } = BlockReader.ofValue(rules, place);
  const nodes = readers.map((rule) => object<NetworkRule>({ isPublic: rule.boolean('AllowFromPublic', { default: false }) }, rule.place));
  return list<NetworkRule>(nodes, place, rest);
}
