import type { BlockReader, FieldsOf, Leaf, ListItem, ListNode, ObjectNode, ReaderContext } from '../../../code/index.ts';
import { absent, byDefault, defineCloudFormation, explicit, list, object, remarkOf, unresolved } from '../../../code/index.ts';
import type { SecurityGroup, SecurityGroupRule } from './shape.ts';

const RULES = ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'];

/** Source: CloudFormation template reference of the three resources, read 2026-11-22. */
export const cloudformation = defineCloudFormation<SecurityGroup>({
  types: ['AWS::EC2::SecurityGroup'],
  satellites: { 'AWS::EC2::SecurityGroupIngress': 'GroupId', 'AWS::EC2::SecurityGroupEgress': 'GroupId' },
  lonelySatellites: 'each',
  reportAtSatellites: true,
  identity: ['GroupName'],
  read: (group, context): FieldsOf<SecurityGroup> => ({
    description: group.string('GroupDescription'),
    isDefault: explicit(false, group.place),
    groupName: group.string('GroupName'),
    isUsed: isUsed(group, context),
    ingress: rules(group, context, 'Ingress'),
    egress: withDefault(group, rules(group, context, 'Egress')),
    tags: context.tags(group),
  }),
});

function isUsed(group: BlockReader, context: ReaderContext): Leaf<boolean> {
  if (!group.resource) return group.isSet('GroupName'); // a stub: nothing of it is known
  return context.isUsed(group, RULES) ? explicit(true, group.place) : byDefault(false, group.place);
}

function rules(group: BlockReader, context: ReaderContext, direction: 'Ingress' | 'Egress'): ListNode<SecurityGroupRule> {
  const prefixList = direction === 'Ingress' ? 'SourcePrefixListId' : 'DestinationPrefixListId';
  const read = (block: BlockReader): ObjectNode<SecurityGroupRule> => ruleNode(block, context, prefixList);
  const inline = group.list<SecurityGroupRule>(`SecurityGroup${direction}`, read);
  const separate = context
    .satellites(`AWS::EC2::SecurityGroup${direction}`)
    .map((block): ListItem<SecurityGroupRule> => ({ node: read(block), uncertain: block.uncertain }));
  return { ...inline, rest: group.resource ? inline.rest : null, items: [...inline.items, ...separate] };
}

/** Without SecurityGroupEgress AWS lets everything out; rules of their own add to that. */
function withDefault(group: BlockReader, egress: ListNode<SecurityGroupRule>): ListNode<SecurityGroupRule> {
  if (!group.resource || group.value('SecurityGroupEgress') || group.isSet('SecurityGroupEgress').value !== false) return egress;
  const { place } = group;
  const everything = object<SecurityGroupRule>(
    {
      protocol: byDefault('-1', place),
      fromPort: byDefault(0, place),
      toPort: byDefault(65535, place),
      cidrs: list<string>([byDefault('0.0.0.0/0', place)], place),
      description: byDefault('the rule that AWS adds', place),
      remark: absent(place),
    },
    place,
  );
  return { ...egress, items: [{ node: everything, uncertain: false }, ...egress.items] };
}

function ruleNode(block: BlockReader, context: ReaderContext, prefixList: string): ObjectNode<SecurityGroupRule> {
  const fields: FieldsOf<SecurityGroupRule> = {
    protocol: block.string('IpProtocol', { default: '-1' }),
    fromPort: block.number('FromPort', { default: 0 }),
    toPort: block.number('ToPort', { default: 65535 }),
    cidrs: ranges(block, context, prefixList),
    description: block.text('Description'),
    remark: remarkOf(block),
  };
  return object<SecurityGroupRule>(fields, block.place);
}

/** All ranges of a rule; a prefix list counts with its entries when it is in the code. */
function ranges(block: BlockReader, context: ReaderContext, prefixList: string): ListNode<string> {
  const parts = [block.strings('CidrIp'), block.strings('CidrIpv6')];
  const first = parts.find((part) => part.items.length > 0) ?? parts[0];
  const named = prefixEntries(block, context, prefixList);
  return {
    node: 'list',
    items: [...parts.flatMap((part) => part.items), ...named.items],
    rest: parts.find((part) => part.rest)?.rest ?? named.rest,
    place: first?.place ?? block.place,
  };
}

function prefixEntries(block: BlockReader, context: ReaderContext, prefixList: string): Pick<ListNode<string>, 'items' | 'rest'> {
  const value = block.value(prefixList);
  if (!value) return { items: [], rest: null };
  const [found] = context.targets(value, ['AWS::EC2::PrefixList']);
  const detail = 'the prefix list is not in this code';
  if (!found) return { items: [], rest: unresolved({ code: 'unresolved-reference', detail }, block.placeOf(prefixList)) };
  return found.list<string>('Entries', (entry) => entry.string('Cidr', { required: true }));
}
