import type { BlockReader, FieldsOf, Leaf, ListItem, ListNode, ObjectNode, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, object, remarkOf } from '../../../code/index.ts';
import type { SecurityGroup, SecurityGroupRule } from './shape.ts';

/** Source: hashicorp/aws provider documentation of the five resources named below, read 2026-11-22. */
export const terraform = defineTerraform<SecurityGroup>({
  types: ['aws_security_group', 'aws_default_security_group'],
  satellites: {
    aws_security_group_rule: 'security_group_id',
    aws_vpc_security_group_ingress_rule: 'security_group_id',
    aws_vpc_security_group_egress_rule: 'security_group_id',
  },
  lonelySatellites: 'each',
  reportAtSatellites: true,
  identity: ['name', 'id'],
  read: (group, context): FieldsOf<SecurityGroup> => ({
    description: group.string('description'),
    isDefault: explicit(group.resource?.type === 'aws_default_security_group', group.place),
    groupName: group.string('name'),
    isUsed: isUsed(group, context),
    ingress: rules(group, context, 'ingress'),
    egress: rules(group, context, 'egress'),
    tags: context.tags(group),
  }),
});

const RULES = [
  ...['aws_security_group', 'aws_default_security_group', 'aws_security_group_rule'],
  ...['aws_vpc_security_group_ingress_rule', 'aws_vpc_security_group_egress_rule'],
];

function isUsed(group: BlockReader, context: ReaderContext): Leaf<boolean> {
  if (!group.resource) return group.isSet('name'); // a stub: nothing of it is known
  return context.isUsed(group, RULES) ? explicit(true, group.place) : byDefault(false, group.place);
}

/** Inline blocks, `aws_security_group_rule` of that direction, and the one-rule resources, together. */
function rules(group: BlockReader, context: ReaderContext, direction: 'ingress' | 'egress'): ListNode<SecurityGroupRule> {
  const inline = group.list<SecurityGroupRule>(direction, (block) => inlineRule(block, context));
  const classic = context.satellites('aws_security_group_rule').flatMap((block) => classicRule(block, direction, context));
  const single = context.satellites(`aws_vpc_security_group_${direction}_rule`).map((block) => certain(block, singleRule(block, context)));
  const rest = group.resource ? inline.rest : null; // a stub has exactly the rules that name it
  return { ...inline, rest, items: [...inline.items, ...classic, ...single] };
}

function certain(block: BlockReader, node: ObjectNode<SecurityGroupRule>): ListItem<SecurityGroupRule> {
  return { node, uncertain: block.uncertain };
}

function inlineRule(block: BlockReader, context: ReaderContext): ObjectNode<SecurityGroupRule> {
  return ruleNode(block, { protocol: 'protocol', cidrs: joined(block, ['cidr_blocks', 'ipv6_cidr_blocks'], context, 'prefix_list_ids') });
}

function classicRule(block: BlockReader, direction: string, context: ReaderContext): readonly ListItem<SecurityGroupRule>[] {
  const type = block.string('type');
  if (type.state === 'explicit' && type.value !== direction) return [];
  const node = inlineRule(block, context);
  return [{ node, uncertain: block.uncertain || type.state === 'unresolved' }];
}

function singleRule(block: BlockReader, context: ReaderContext): ObjectNode<SecurityGroupRule> {
  return ruleNode(block, { protocol: 'ip_protocol', cidrs: joined(block, ['cidr_ipv4', 'cidr_ipv6'], context, 'prefix_list_id') });
}

function ruleNode(
  block: BlockReader,
  read: { readonly protocol: string; readonly cidrs: ListNode<string> },
): ObjectNode<SecurityGroupRule> {
  const fields: FieldsOf<SecurityGroupRule> = {
    protocol: block.string(read.protocol, { default: '-1' }),
    fromPort: block.number('from_port', { default: 0 }),
    toPort: block.number('to_port', { default: 65535 }),
    cidrs: read.cidrs,
    description: block.text('description'),
    remark: remarkOf(block),
  };
  return object<SecurityGroupRule>(fields, block.place);
}

/**
 * All ranges of a rule; a prefix list counts with its entries when it is in the code. AWS's own lists (CloudFront, S3, Instance Connect) hold
 * the addresses of services, never the internet; the content of any other list is not known.
 */
function joined(block: BlockReader, attributes: readonly string[], context: ReaderContext, prefixAttribute: string): ListNode<string> {
  const parts = attributes.map((attribute) => block.strings(attribute));
  const first = parts.find((part) => part.items.length > 0) ?? parts[0];
  const lists = prefixLists(block, context, prefixAttribute);
  const items = [...parts.flatMap((part) => part.items), ...lists.items];
  return { node: 'list', items, rest: parts.find((part) => part.rest)?.rest ?? lists.rest, place: first?.place ?? block.place };
}

function prefixLists(block: BlockReader, context: ReaderContext, attribute: string): Pick<ListNode<string>, 'items' | 'rest'> {
  const named = block.strings(attribute);
  if (named.items.length === 0 && named.rest === null) return { items: [], rest: null };
  const value = block.value(attribute);
  const isList = value?.kind === 'list' || value?.kind === 'set';
  const found = (isList ? value.items : value ? [value] : []).map((item) => ({
    own: context.targets(item, ['aws_ec2_managed_prefix_list']),
    ofAws: context.targets(item, ['data.aws_ec2_managed_prefix_list', 'data.aws_prefix_list']).filter(isOfAws),
  }));
  const own = found.flatMap((each) => each.own);
  const inline = own.map((list) => list.list<string>('entry', (entry) => entry.string('cidr', { required: true })));
  const separate = context
    .all('aws_ec2_managed_prefix_list_entry')
    .filter((entry) => context.targets(entry.value('prefix_list_id'), ['aws_ec2_managed_prefix_list']).some((list) => isAmong(list, own)))
    .map((entry) => ({ node: entry.string('cidr', { required: true }), uncertain: entry.uncertain }));
  const isHidden = (isList && value.rest !== null) || found.some((each) => each.own.length + each.ofAws.length === 0);
  const hidden: Leaf<never> | null = isHidden
    ? { node: 'leaf', state: 'unresolved', value: undefined, place: named.place, reason: prefixReason, sensitive: false }
    : null;
  return { items: [...inline.flatMap((list) => list.items), ...separate], rest: inline.find((list) => list.rest)?.rest ?? hidden };
}

function isAmong(block: BlockReader, others: readonly BlockReader[]): boolean {
  return others.some((each) => each.resource === block.resource);
}

/** Looked up by a name that only AWS can give. */
function isOfAws(lookup: BlockReader): boolean {
  return lookup.text('name').value?.startsWith('com.amazonaws.') === true;
}

const prefixReason = { code: 'unresolved-reference', detail: 'the prefix list is not in this code' } as const;
