/** Load balancers, listeners, target groups. Sources: hashicorp/aws and CloudFormation documentation, read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityReader } from '../entity.ts';
import type { AwsListenerPort, AwsTarget, NetworkEntity } from '../network.ts';
import type { Known } from '../undecided.ts';
import { isUndecided, known } from '../undecided.ts';
import type { Reading } from './network-words.ts';
import { NONE, allTexts, asTexts, firstSet, flagAt, numberAt, placeOf, reader, textAt, textsAt } from './network-words.ts';

const NOT_KNOWN = { undecided: { code: 'computed', detail: 'it is not known' } } as const;

function sameText(value: Known<string | undefined>, otherwise: string): Known<string> {
  return value === undefined ? otherwise : isUndecided(value) ? value : value.toLowerCase();
}

/** Distributions name it by its domain. */
function withDomain(names: readonly string[]): readonly string[] {
  const symbols = names.filter((each) => each.startsWith('~'));
  return [...new Set([...names, ...symbols.flatMap((each) => [`${each}.dns_name`, `${each}.DNSName`])])];
}

const balancer = reader(['aws_lb', 'aws_alb', 'AWS::ElasticLoadBalancingV2::LoadBalancer'], ({ block, context, at }) => {
  const kind = sameText(textAt(block, at('load_balancer_type', 'Type')), 'application');
  const scheme = textAt(block, 'Scheme');
  const nested = block.blocks(at('subnet_mapping', 'SubnetMappings')).readers;
  const addresses = sameText(textAt(block, at('ip_address_type', 'IpAddressType')), 'ipv4');
  return {
    ...context.base,
    names: withDomain(context.base.names),
    kind: 'aws.load-balancer',
    balancerKind: isUndecided(kind) ? kind : kind === 'network' || kind === 'gateway' ? kind : 'application',
    isInternal: at('x', '') === 'x' ? flagAt(block, 'internal', false) : isUndecided(scheme) ? scheme : scheme === 'internal',
    hasIpv6: isUndecided(addresses) ? addresses : addresses.startsWith('dualstack'),
    subnets: allTexts(
      textsAt(block, at('subnets', 'Subnets')),
      ...nested.map((each) => asTexts(textAt(each, at('subnet_id', 'SubnetId')))),
    ),
    groups: textsAt(block, at('security_groups', 'SecurityGroups')),
    listeners: [],
    listenersRest: null,
    instances: NONE,
  };
});

const classic = reader(['aws_elb', 'AWS::ElasticLoadBalancing::LoadBalancer'], (reading) => {
  const { block, context, at } = reading;
  const scheme = textAt(block, 'Scheme');
  const listeners = block.blocks(at('listener', 'Listeners'));
  const port = (each: BlockReader): AwsListenerPort => ({
    protocol: textAt(each, at('lb_protocol', 'Protocol')) ?? 'tcp',
    port: numberAt(each, at('lb_port', 'LoadBalancerPort')) ?? NOT_KNOWN,
    targetPort: numberAt(each, at('instance_port', 'InstancePort')),
    place: placeOf(each, context),
  });
  return {
    ...context.base,
    names: withDomain(context.base.names),
    kind: 'aws.load-balancer',
    balancerKind: 'classic',
    isInternal: at('x', '') === 'x' ? flagAt(block, 'internal', false) : isUndecided(scheme) ? scheme : scheme === 'internal',
    hasIpv6: false,
    subnets: textsAt(block, at('subnets', 'Subnets')),
    groups: textsAt(block, at('security_groups', 'SecurityGroups')),
    listeners: listeners.readers.map(port),
    listenersRest: listeners.rest?.reason ?? null,
    instances: textsAt(block, at('instances', 'Instances')),
  };
});

function groupsOf(block: BlockReader, { at }: Reading): ReturnType<typeof textsAt> {
  const actions = [...block.blocks(at('default_action', 'DefaultActions')).readers, ...block.blocks(at('action', 'Actions')).readers];
  const direct = actions.map((each) => asTexts(textAt(each, at('target_group_arn', 'TargetGroupArn'))));
  const forwards = actions.flatMap((each) => {
    const forward = each.block(at('forward', 'ForwardConfig'));
    return forward.blocks(at('target_group', 'TargetGroups')).readers.map((group) => asTexts(textAt(group, at('arn', 'TargetGroupArn'))));
  });
  return allTexts(...direct, ...forwards);
}

const LISTENERS = ['aws_lb_listener', 'aws_alb_listener', 'AWS::ElasticLoadBalancingV2::Listener'];
const RULES = ['aws_lb_listener_rule', 'aws_alb_listener_rule', 'AWS::ElasticLoadBalancingV2::ListenerRule'];
const listener = reader([...LISTENERS, ...RULES], (reading) => {
  const { block, context, at } = reading;
  const types = [...block.blocks(at('default_action', 'DefaultActions')).readers, ...block.blocks(at('action', 'Actions')).readers].map(
    (each) => textAt(each, at('type', 'Type')),
  );
  return {
    ...context.base,
    kind: 'aws.listener',
    balancer: textAt(block, at('load_balancer_arn', 'LoadBalancerArn')),
    of: RULES.includes(context.declared.type) ? textAt(block, at('listener_arn', 'ListenerArn')) : undefined,
    protocol: textAt(block, at('protocol', 'Protocol')),
    port: numberAt(block, at('port', 'Port')),
    targetGroups: groupsOf(block, reading),
    hasLogin: types.some((each) => typeof each === 'string' && each.startsWith('authenticate')),
  };
});

function targetOf(block: BlockReader, { context, at }: Reading): AwsTarget {
  return {
    target: firstSet(textAt(block, at('target_id', 'Id')), textAt(block, at('instance', ''))),
    port: numberAt(block, at('port', 'Port')),
    place: placeOf(block, context),
  };
}

const GROUPS = ['aws_lb_target_group', 'aws_alb_target_group', 'AWS::ElasticLoadBalancingV2::TargetGroup'];
const targetGroup = reader(GROUPS, (reading) => {
  const { block, context, at } = reading;
  const attributes = block.blocks('TargetGroupAttributes').readers;
  const kept = attributes.find((each) => textAt(each, 'Key') === 'preserve_client_ip.enabled');
  return {
    ...context.base,
    kind: 'aws.target-group',
    protocol: textAt(block, at('protocol', 'Protocol')),
    port: numberAt(block, at('port', 'Port')),
    targetType: sameText(textAt(block, at('target_type', 'TargetType')), 'instance'),
    keepsClientAddress: kept ? known(kept.boolean('Value')) : known(block.boolean('preserve_client_ip')),
    targets: block.blocks('Targets').readers.map((each) => targetOf(each, reading)),
  };
});

const ATTACHMENTS = ['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment', 'aws_elb_attachment'];
const attachment = reader(ATTACHMENTS, (reading) => ({
  ...reading.context.base,
  kind: 'aws.target-attachment',
  group: firstSet(textAt(reading.block, 'target_group_arn'), textAt(reading.block, 'elb')),
  target: targetOf(reading.block, reading),
}));

export const awsBalancerReaders: readonly EntityReader<NetworkEntity>[] = [balancer, classic, listener, targetGroup, attachment];
