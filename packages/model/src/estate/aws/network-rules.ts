/** Security groups and network ACLs. Sources: hashicorp/aws and CloudFormation documentation, read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityReader } from '../entity.ts';
import type { AwsAclEntry, AwsRule, NetworkEntity } from '../network.ts';
import type { Known } from '../undecided.ts';
import { isUndecided } from '../undecided.ts';
import type { Reading } from './network-words.ts';
import { NONE, allTexts, asTexts, firstSet, flagAt, numberAt, placeOf, reader, textAt, textsAt } from './network-words.ts';

type Direction = AwsRule['direction'];

/** Attributes of one of the four ways to write a rule. */
interface RuleWords {
  readonly protocol: string;
  readonly from: string;
  readonly to: string;
  readonly cidrs: readonly string[];
  readonly prefixLists: readonly string[];
  readonly groups: readonly string[];
}

const INLINE: RuleWords = {
  protocol: 'protocol',
  from: 'from_port',
  to: 'to_port',
  cidrs: ['cidr_blocks', 'ipv6_cidr_blocks'],
  prefixLists: ['prefix_list_ids'],
  groups: ['security_groups', 'source_security_group_id'],
};
const SINGLE: RuleWords = {
  ...INLINE,
  protocol: 'ip_protocol',
  cidrs: ['cidr_ipv4', 'cidr_ipv6'],
  prefixLists: ['prefix_list_id'],
  groups: ['referenced_security_group_id'],
};
const CLOUDFORMATION: RuleWords = {
  protocol: 'IpProtocol',
  from: 'FromPort',
  to: 'ToPort',
  cidrs: ['CidrIp', 'CidrIpv6'],
  prefixLists: ['SourcePrefixListId', 'DestinationPrefixListId'],
  groups: ['SourceSecurityGroupId', 'DestinationSecurityGroupId', 'SourceSecurityGroupName'],
};

function ruleOf(block: BlockReader, { context, at }: Reading, of: { words: RuleWords; direction: Direction }): AwsRule {
  const { words, direction } = of;
  const lists = (names: readonly string[]) => allTexts(...names.map((each) => textsAt(block, each)));
  const groups = lists(words.groups);
  return {
    direction,
    protocol: textAt(block, words.protocol) ?? '-1',
    from: numberAt(block, words.from) ?? 0,
    to: numberAt(block, words.to) ?? 65_535,
    cidrs: lists(words.cidrs),
    prefixLists: lists(words.prefixLists),
    // Of another account: `123456789012/sg-…`.
    groups: { ...groups, items: groups.items.map((each) => each.replace(/^\d{12}\//, '')) },
    isSelf: at('self', '') === '' ? false : flagAt(block, 'self', false),
    place: placeOf(block, context),
    node: context.base.node,
    uncertain: block.uncertain || context.base.uncertain,
  };
}

const GROUPS = ['aws_security_group', 'aws_default_security_group', 'AWS::EC2::SecurityGroup', 'data.aws_security_group'];
const group = reader(GROUPS, (reading) => {
  const { block, context, at } = reading;
  const words = at('terraform', '') === 'terraform' ? INLINE : CLOUDFORMATION;
  const ingress = block.blocks(at('ingress', 'SecurityGroupIngress'));
  const egress = block.blocks(at('egress', 'SecurityGroupEgress'));
  const isElsewhere = context.declared.mode === 'data';
  const hidden = isElsewhere ? ({ code: 'data-source', detail: 'the security group is not in this code' } as const) : null;
  const hasEgress = egress.readers.length > 0 || egress.rest !== null || block.value(at('egress', 'SecurityGroupEgress')) !== undefined;
  return {
    ...context.base,
    kind: 'aws.security-group',
    vpc: textAt(block, at('vpc_id', 'VpcId')),
    rules: [
      ...ingress.readers.map((each) => ruleOf(each, reading, { words, direction: 'ingress' })),
      ...egress.readers.map((each) => ruleOf(each, reading, { words, direction: 'egress' })),
    ],
    rest: { ingress: ingress.rest?.reason ?? hidden, egress: egress.rest?.reason ?? hidden },
    // Terraform takes the rule away that AWS makes; CloudFormation keeps it until a rule is written.
    opensEgress: at('', 'x') === 'x' && !context.isLive && !hasEgress,
    isDefault:
      context.declared.type === 'aws_default_security_group' ||
      (context.declared.type.includes('::') ? textAt(block, 'GroupName') : textAt(block, 'name')) === 'default',
    isElsewhere,
  };
});

const classicRule = reader(['aws_security_group_rule'], (reading) => {
  const { block, context } = reading;
  const type = textAt(block, 'type');
  const directions: readonly Direction[] = type === 'egress' ? ['egress'] : type === 'ingress' ? ['ingress'] : ['ingress', 'egress'];
  const rules = directions.map((direction) => ruleOf(block, reading, { words: INLINE, direction }));
  return {
    ...context.base,
    kind: 'aws.group-rule',
    group: textAt(block, 'security_group_id'),
    rules: directions.length > 1 ? rules.map((each) => ({ ...each, uncertain: true })) : rules,
  };
});

const singleRules = (['ingress', 'egress'] as const).map((direction) =>
  reader([`aws_vpc_security_group_${direction}_rule`], (reading) => ({
    ...reading.context.base,
    kind: 'aws.group-rule',
    group: textAt(reading.block, 'security_group_id'),
    rules: [ruleOf(reading.block, reading, { words: SINGLE, direction })],
  })),
);

const templateRules = (['Ingress', 'Egress'] as const).map((side) =>
  reader([`AWS::EC2::SecurityGroup${side}`], (reading) => ({
    ...reading.context.base,
    kind: 'aws.group-rule',
    group: firstSet(textAt(reading.block, 'GroupId'), textAt(reading.block, 'GroupName')),
    rules: [ruleOf(reading.block, reading, { words: CLOUDFORMATION, direction: side === 'Ingress' ? 'ingress' : 'egress' })],
  })),
);

interface EntryWords {
  readonly number: string;
  readonly action: string;
}

function entryOf(reading: Reading, block: BlockReader, of: EntryWords & { readonly direction: AwsAclEntry['direction'] }): AwsAclEntry {
  const { context, at } = reading;
  const action = textAt(block, of.action);
  const range = at('', 'PortRange') === '' ? block : block.block('PortRange');
  const required = (value: Known<number | undefined>, otherwise: number): Known<number> => value ?? otherwise;
  return {
    direction: of.direction,
    number: numberAt(block, of.number) ?? { undecided: { code: 'computed', detail: 'the number of the rule is not known' } },
    isAllow: action === undefined ? false : isUndecided(action) ? action : action.toLowerCase() === 'allow',
    protocol: textAt(block, at('protocol', 'Protocol')) ?? '-1',
    from: required(numberAt(range, at('from_port', 'From')), 0),
    to: required(numberAt(range, at('to_port', 'To')), 65_535),
    cidr: firstSet(textAt(block, at('cidr_block', 'CidrBlock')), textAt(block, at('ipv6_cidr_block', 'Ipv6CidrBlock'))),
    place: placeOf(block, context),
    node: context.base.node,
    uncertain: block.uncertain || context.base.uncertain,
  };
}

const acl = reader(['aws_network_acl', 'aws_default_network_acl', 'AWS::EC2::NetworkAcl'], (reading) => {
  const { block, context, at } = reading;
  const inline = { number: at('rule_no', ''), action: at('action', '') };
  const ingress = block.blocks(at('ingress', ''));
  const egress = block.blocks(at('egress', ''));
  return {
    ...context.base,
    kind: 'aws.network-acl',
    vpc: textAt(block, at('vpc_id', 'VpcId')),
    subnets: at('x', '') === 'x' ? textsAt(block, 'subnet_ids') : NONE,
    entries: [
      ...ingress.readers.map((each) => entryOf(reading, each, { ...inline, direction: 'ingress' })),
      ...egress.readers.map((each) => entryOf(reading, each, { ...inline, direction: 'egress' })),
    ],
    rest: ingress.rest?.reason ?? egress.rest?.reason ?? null,
    standsFor:
      context.declared.type === 'aws_default_network_acl'
        ? textAt(block, 'default_network_acl_id')
        : flagAt(block, 'IsDefault', false) === true
          ? true
          : undefined,
  };
});

const aclEntry = reader(['aws_network_acl_rule', 'AWS::EC2::NetworkAclEntry'], (reading) => {
  const { block, context, at } = reading;
  const egress = flagAt(block, at('egress', 'Egress'), false);
  const direction = isUndecided(egress) ? egress : egress ? ('egress' as const) : ('ingress' as const);
  const words = { number: at('rule_number', 'RuleNumber'), action: at('rule_action', 'RuleAction') };
  return {
    ...context.base,
    kind: 'aws.acl-entry',
    acl: textAt(block, at('network_acl_id', 'NetworkAclId')),
    entry: entryOf(reading, block, { ...words, direction }),
  };
});

const aclAssociation = reader(['aws_network_acl_association', 'AWS::EC2::SubnetNetworkAclAssociation'], ({ block, context, at }) => ({
  ...context.base,
  kind: 'aws.acl-association',
  acl: textAt(block, at('network_acl_id', 'NetworkAclId')),
  subnet: textAt(block, at('subnet_id', 'SubnetId')),
}));

const address = reader(['aws_eip', 'aws_eip_association', 'AWS::EC2::EIP', 'AWS::EC2::EIPAssociation'], ({ block, context, at }) => {
  const names = [
    at('instance', 'InstanceId'),
    at('instance_id', 'NetworkInterfaceId'),
    at('network_interface', ''),
    at('network_interface_id', ''),
  ];
  return { ...context.base, kind: 'aws.address', target: allTexts(...names.map((each) => asTexts(textAt(block, each)))) };
});

export const awsRuleReaders: readonly EntityReader<NetworkEntity>[] = [
  ...[group, classicRule, ...singleRules, ...templateRules],
  ...[acl, aclEntry, aclAssociation, address],
];
