import type { BlockReader, FieldsOf, Leaf, ListItem, ListNode, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineCloudFormation, explicit, object, remarkOf } from '../../../code/index.ts';
import type { NetworkAcl, NetworkAclRule } from './shape.ts';

/** Source: CloudFormation template reference of the three resources named here, read 2026-11-22. */
export const cloudformation = defineCloudFormation<NetworkAcl>({
  types: ['AWS::EC2::NetworkAcl'],
  satellites: { 'AWS::EC2::NetworkAclEntry': 'NetworkAclId' },
  lonelySatellites: 'each',
  reportAtSatellites: true,
  read: (acl, context): FieldsOf<NetworkAcl> => ({
    isDefault: explicit(false, acl.place),
    isAssociated: isAssociated(acl, context),
    ingress: {
      node: 'list',
      items: context.satellites('AWS::EC2::NetworkAclEntry').flatMap(inbound),
      rest: null,
      place: acl.place,
    },
    tags: context.tags(acl),
  }),
});

function isAssociated(acl: BlockReader, context: ReaderContext): Leaf<boolean> {
  if (!acl.resource) return acl.isSet('VpcId'); // a stub: nothing of it is known
  const found = context
    .all('AWS::EC2::SubnetNetworkAclAssociation')
    .find((each) => context.targets(each.value('NetworkAclId'), ['AWS::EC2::NetworkAcl']).some((one) => one.resource === acl.resource));
  return found ? found.isSet('NetworkAclId') : byDefault(false, acl.place);
}

function inbound(entry: BlockReader): readonly ListItem<NetworkAclRule>[] {
  const egress = entry.boolean('Egress', { default: false });
  if (egress.value === true) return [];
  const ports = entry.block('PortRange');
  const fields: FieldsOf<NetworkAclRule> = {
    ruleNumber: entry.number('RuleNumber', { required: true }),
    action: entry.oneOf<NetworkAclRule['action']>('RuleAction', { required: true }),
    protocol: named(entry.string('Protocol', { default: '-1' })),
    fromPort: ports.number('From', { default: 0 }),
    toPort: ports.number('To', { default: 65535 }),
    cidrs: cidrs(entry),
    remark: remarkOf(entry),
  };
  return [{ node: object<NetworkAclRule>(fields, entry.place), uncertain: entry.uncertain || egress.state === 'unresolved' }];
}

function cidrs(entry: BlockReader): ListNode<string> {
  const parts = [entry.strings('CidrBlock'), entry.strings('Ipv6CidrBlock')];
  const first = parts.find((part) => part.items.length > 0 || part.rest) ?? entry.strings('CidrBlock');
  return { ...first, items: parts.flatMap((part) => part.items), rest: parts.find((part) => part.rest)?.rest ?? null };
}

/** CloudFormation wants numbers; Terraform, and people, say names. */
const PROTOCOLS: Readonly<Record<string, string>> = { '1': 'icmp', '6': 'tcp', '17': 'udp', '58': 'icmpv6' };

function named(protocol: Leaf<string>): Leaf<string> {
  return protocol.value === undefined ? protocol : { ...protocol, value: PROTOCOLS[protocol.value] ?? protocol.value };
}
