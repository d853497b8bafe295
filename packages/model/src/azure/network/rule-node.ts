/** Rules of network security groups as azurerm and Resource Manager write them → nodes: the arguments are the same, only their spelling differs. */
import type { BlockReader, FieldsOf, Leaf, ListItem, ListNode } from '../../code/index.ts';
import { object } from '../../code/index.ts';
import { mapLeaf } from '../core/index.ts';
import type { NetworkRule } from './rules.ts';

/** Names of a rule's arguments in one format; of each pair the first holds one value, the second several. */
export interface RuleNames {
  readonly ports: readonly [string, string];
  readonly sources: readonly [string, string];
  readonly destinations: readonly [string, string];
}

/** A block that holds one rule, and whether it is sure to be there. */
export interface WrittenRule {
  readonly block: BlockReader;
  readonly uncertain: boolean;
}

/** The rules of one direction; one whose direction is not known may be of either. */
export function rulesOf(rules: readonly WrittenRule[], names: RuleNames, direction: 'inbound' | 'outbound'): ListItem<NetworkRule>[] {
  return rules.flatMap(({ block, uncertain }) => {
    const written = block.string('direction', { required: true });
    if (written.value !== undefined && written.value.toLowerCase() !== direction) return [];
    return [{ node: ruleNode(block, names), uncertain: uncertain || written.value === undefined }];
  });
}

function ruleNode(block: BlockReader, names: RuleNames): ListItem<NetworkRule>['node'] {
  const fields: FieldsOf<NetworkRule> = {
    access: accessOf(block.string('access', { required: true })),
    priority: block.number('priority', { required: true }),
    protocol: block.string('protocol', { required: true }),
    ports: joined(block, names.ports),
    sources: joined(block, names.sources),
    destinations: joined(block, names.destinations),
  };
  return object<NetworkRule>(fields, block.place);
}

function accessOf(access: Leaf<string>): Leaf<'Allow' | 'Deny'> {
  return mapLeaf(access, (text) => (text.toLowerCase() === 'deny' ? 'Deny' : 'Allow'));
}

function joined(block: BlockReader, names: readonly [string, string]): ListNode<string> {
  const parts = names.map((name) => block.strings(name));
  const first = parts.find((part) => part.items.length > 0) ?? parts[0];
  return {
    node: 'list',
    items: parts.flatMap((part) => part.items),
    rest: parts.find((part) => part.rest)?.rest ?? null,
    place: first?.place ?? block.place,
  };
}
