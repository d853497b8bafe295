/** Rules of network security groups as azurerm and Resource Manager write them → nodes: the arguments are the same, only their spelling differs. */
import type { BlockReader, FieldsOf, Leaf, ListItem, ListNode } from '../../code/index.ts';
import { object, remarkOf } from '../../code/index.ts';
import { mapLeaf } from '../core/index.ts';
import type { DescribedRule } from './rules.ts';

/** Names of a rule's arguments in one format; of each pair the first holds one value, the second several. */
export interface RuleNames {
  readonly ports: readonly [string, string];
  readonly sources: readonly [string, string];
  readonly destinations: readonly [string, string];
}

/** A block that holds one rule, and whether it is sure to be there. */
export interface WrittenRule {
  readonly block: BlockReader;
  /** What has the rule's name and its comments: the block itself, or the object around its properties. */
  readonly whole?: BlockReader;
  readonly uncertain: boolean;
}

/** The rules of one direction; one whose direction is not known may be of either. */
export function rulesOf(rules: readonly WrittenRule[], names: RuleNames, direction: 'inbound' | 'outbound'): ListItem<DescribedRule>[] {
  return rules.flatMap(({ block, whole = block, uncertain }) => {
    const written = block.string('direction', { required: true });
    if (written.value !== undefined && written.value.toLowerCase() !== direction) return [];
    return [{ node: ruleNode(block, whole, names), uncertain: uncertain || written.value === undefined }];
  });
}

function ruleNode(block: BlockReader, whole: BlockReader, names: RuleNames): ListItem<DescribedRule>['node'] {
  const fields: FieldsOf<DescribedRule> = {
    access: accessOf(block.string('access', { required: true })),
    priority: block.number('priority', { required: true }),
    protocol: block.string('protocol', { required: true }),
    ports: joined(block, names.ports),
    sources: joined(block, names.sources),
    destinations: joined(block, names.destinations),
    ruleName: ownName(whole.text('name')),
    description: block.text('description'),
    remark: remarkOf(whole),
  };
  return object<DescribedRule>(fields, block.place);
}

/** Resource Manager writes the names of those around it as well: `web-nsg/ssh`. */
function ownName(name: Leaf<string | undefined>): Leaf<string | undefined> {
  return mapLeaf(name, (text = '') => text.slice(text.lastIndexOf('/') + 1));
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
