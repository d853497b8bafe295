/** What stands in subnets: instances, templates, groups of them, tasks, functions. Sources: hashicorp/aws and CloudFormation documentation, read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityReader } from '../entity.ts';
import type { AwsInterface, NetworkEntity } from '../network.ts';
import type { Known, Texts } from '../undecided.ts';
import { isUndecided, known } from '../undecided.ts';
import type { Reading } from './network-words.ts';
import { NONE, allTexts, asTexts, firstSet, flagAt, numberAt, reader, textAt, textsAt } from './network-words.ts';

/** An interface with nothing special about it. */
export function interfaceOf({ context }: Reading, of: Partial<AwsInterface> & Pick<AwsInterface, 'interfaceKind'>): AwsInterface {
  return {
    ...context.base,
    kind: 'aws.interface',
    owner: context.base.id,
    subnets: NONE,
    subnetGroup: undefined,
    groups: NONE,
    publicIpv4: false,
    ipv6: 'subnet-default',
    listens: [],
    template: undefined,
    attached: NONE,
    registers: NONE,
    withoutSubnet: 'nowhere',
    ...of,
  };
}

/** True when addresses are given or counted; undefined when nothing is said. */
function ipv6At(block: BlockReader, [count, addresses]: readonly [string, string]): Known<boolean | undefined> {
  const number = numberAt(block, count);
  const texts = textsAt(block, addresses);
  if (texts.items.length > 0 || block.blocks(addresses).readers.length > 0) return true;
  if (isUndecided(number)) return number;
  if (texts.rest) return { undecided: texts.rest };
  return number === undefined ? undefined : number > 0;
}

const IPV6 = (at: Reading['at']): readonly [string, string] => [
  at('ipv6_address_count', 'Ipv6AddressCount'),
  at('ipv6_addresses', 'Ipv6Addresses'),
];

function templateNameAt(block: BlockReader, at: Reading['at']): Known<string | undefined> {
  return firstSet(
    textAt(block, at('id', 'LaunchTemplateId')),
    textAt(block, at('name', 'LaunchTemplateName')),
    textAt(block, at('launch_template_id', '')),
    textAt(block, at('launch_template_name', '')),
  );
}

const instance = reader(['aws_instance', 'aws_spot_instance_request', 'AWS::EC2::Instance'], (reading) => {
  const { block, context, at } = reading;
  const nested = [
    ...block.blocks(at('network_interface', 'NetworkInterfaces')).readers,
    ...block.blocks(at('primary_network_interface', '')).readers,
  ];
  const all = [block, ...nested];
  const asked = firstSet(...all.map((each) => known(each.boolean(at('associate_public_ip_address', 'AssociatePublicIpAddress')))));
  const attached = allTexts(...nested.map((each) => asTexts(textAt(each, at('network_interface_id', 'NetworkInterfaceId')))));
  const made = attached.items.length > 0 || attached.rest !== null;
  const addresses = textsAt(block, 'PublicAddresses').items;
  const live = context.isLive;
  return interfaceOf(reading, {
    interfaceKind: 'instance',
    subnets: allTexts(...all.map((each) => textsAt(each, at('subnet_id', 'SubnetId')))),
    groups: allTexts(
      ...['vpc_security_group_ids', 'security_groups', 'SecurityGroupIds', 'SecurityGroups'].map((each) => textsAt(block, each)),
      ...nested.map((each) => textsAt(each, at('security_groups', 'GroupSet'))),
    ),
    publicIpv4: asked ?? (made || live ? false : 'subnet-default'),
    ipv6: live
      ? addresses.some((each) => each.includes(':'))
      : (firstSet(...all.map((each) => ipv6At(each, IPV6(at)))) ?? (made ? false : 'subnet-default')),
    template: live ? undefined : templateNameAt(block.block(at('launch_template', 'LaunchTemplate')), at),
    attached,
    withoutSubnet: 'default-vpc',
  });
});

const networkInterface = reader(['aws_network_interface', 'AWS::EC2::NetworkInterface'], (reading) => {
  const { block, context, at } = reading;
  // Interfaces of services are told of by those.
  if (context.isLive && flagAt(block, 'RequesterManaged', false) === true) return null;
  const attachments = block.blocks('attachment').readers.map((each) => asTexts(textAt(each, 'instance')));
  return interfaceOf(reading, {
    interfaceKind: 'network-interface',
    subnets: textsAt(block, at('subnet_id', 'SubnetId')),
    groups: textsAt(block, at('security_groups', 'GroupSet')),
    publicIpv4: textAt(block, 'PublicIp') !== undefined,
    ipv6: ipv6At(block, IPV6(at)) ?? (context.isLive ? false : 'subnet-default'),
    attached: allTexts(...attachments, asTexts(textAt(block, 'AttachedInstanceId'))),
  });
});

const ATTACHMENTS = ['aws_network_interface_attachment', 'AWS::EC2::NetworkInterfaceAttachment'];
/** As an address: what is tied to the interface is tied to the instance. */
const attachment = reader(ATTACHMENTS, (reading) => {
  const { block, at } = reading;
  return interfaceOf(reading, {
    interfaceKind: 'attachment',
    subnets: NONE,
    attached: allTexts(
      asTexts(textAt(block, at('instance_id', 'InstanceId'))),
      asTexts(textAt(block, at('network_interface_id', 'NetworkInterfaceId'))),
    ),
  });
});

const TEMPLATES = [
  ...['aws_launch_template', 'aws_launch_configuration', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
];
const template = reader(TEMPLATES, ({ block, context, at }) => {
  const data = context.declared.type === 'AWS::EC2::LaunchTemplate' ? block.block('LaunchTemplateData') : block;
  const nested = data.blocks(at('network_interfaces', 'NetworkInterfaces')).readers;
  const all = [data, ...nested];
  const groupNames = ['vpc_security_group_ids', 'security_group_names', 'security_groups', 'SecurityGroupIds', 'SecurityGroups', 'Groups'];
  return {
    ...context.base,
    kind: 'aws.launch-template',
    subnets: allTexts(...nested.map((each) => textsAt(each, at('subnet_id', 'SubnetId')))),
    groups: allTexts(...all.flatMap((each) => groupNames.map((name) => textsAt(each, name)))),
    publicIpv4: firstSet(...all.map((each) => known(each.boolean(at('associate_public_ip_address', 'AssociatePublicIpAddress'))))),
    ipv6: firstSet(...all.map((each) => ipv6At(each, IPV6(at)))),
  };
});

const scalingGroup = reader(['aws_autoscaling_group', 'AWS::AutoScaling::AutoScalingGroup'], (reading) => {
  const { block, at } = reading;
  const mixed = block.block(at('mixed_instances_policy', 'MixedInstancesPolicy')).block(at('launch_template', 'LaunchTemplate'));
  return interfaceOf(reading, {
    interfaceKind: 'auto-scaling-group',
    subnets: textsAt(block, at('vpc_zone_identifier', 'VPCZoneIdentifier')),
    publicIpv4: 'subnet-default',
    template: firstSet(
      templateNameAt(block.block(at('launch_template', 'LaunchTemplate')), at),
      templateNameAt(mixed.block(at('launch_template_specification', 'LaunchTemplateSpecification')), at),
      textAt(block, at('launch_configuration', 'LaunchConfigurationName')),
    ),
    registers: allTexts(
      textsAt(block, at('target_group_arns', 'TargetGroupARNs')),
      textsAt(block, at('load_balancers', 'LoadBalancerNames')),
    ),
    withoutSubnet: 'default-vpc',
  });
});

const scalingAttachment = reader(['aws_autoscaling_attachment'], ({ block, context }) => ({
  ...context.base,
  kind: 'aws.target-attachment',
  group: firstSet(...['lb_target_group_arn', 'alb_target_group_arn', 'elb'].map((each) => textAt(block, each))),
  target: { target: textAt(block, 'autoscaling_group_name'), port: undefined, place: context.base.place },
}));

const service = reader(['aws_ecs_service', 'AWS::ECS::Service'], (reading) => {
  const { block, at } = reading;
  const network = block.block(at('network_configuration', 'NetworkConfiguration'));
  const own = at('own', '') === 'own' ? network : network.block('AwsvpcConfiguration');
  const said = textAt(own, at('assign_public_ip', 'AssignPublicIp'));
  const balancers = block.blocks(at('load_balancer', 'LoadBalancers')).readers;
  const subnets = textsAt(own, at('subnets', 'Subnets'));
  const registers = balancers.map((each) =>
    asTexts(firstSet(textAt(each, at('target_group_arn', 'TargetGroupArn')), textAt(each, at('elb_name', 'LoadBalancerName')))),
  );
  return interfaceOf(reading, {
    interfaceKind: 'ecs-service',
    subnets,
    groups: textsAt(own, at('security_groups', 'SecurityGroups')),
    publicIpv4: said === undefined ? false : isUndecided(said) ? said : ['true', 'enabled'].includes(said.toLowerCase()),
    ipv6: 'subnet-default',
    registers: allTexts(...registers),
  });
});

const lambda = reader(['aws_lambda_function', 'AWS::Lambda::Function'], (reading) => {
  const vpc = reading.block.block(reading.at('vpc_config', 'VpcConfig'));
  const subnets = textsAt(vpc, reading.at('subnet_ids', 'SubnetIds'));
  if (subnets.items.length === 0 && subnets.rest === null) return null;
  const groups = textsAt(vpc, reading.at('security_group_ids', 'SecurityGroupIds'));
  return interfaceOf(reading, { interfaceKind: 'lambda', subnets, groups, ipv6: false });
});

const endpoint = reader(['aws_vpc_endpoint', 'AWS::EC2::VPCEndpoint'], (reading) => {
  const { block, at } = reading;
  const subnets = textsAt(block, at('subnet_ids', 'SubnetIds'));
  if (subnets.items.length === 0 && subnets.rest === null) return null;
  return interfaceOf(reading, {
    interfaceKind: 'vpc-endpoint',
    subnets,
    groups: textsAt(block, at('security_group_ids', 'SecurityGroupIds')),
    ipv6: false,
    listens: [{ protocol: 'tcp', from: 443, to: 443, place: null }],
  });
});

const cluster = reader(['aws_emr_cluster', 'AWS::EMR::Cluster'], (reading) => {
  const { block, at } = reading;
  const nodes = at('x', '') === 'x' ? block.block('ec2_attributes') : block.block('Instances');
  const words = at('x', '') === 'x' ? ['emr_managed_master_security_group', 'additional_master_security_groups'] : CLOUDFORMATION_EMR;
  const subnets: Texts = allTexts(textsAt(nodes, at('subnet_id', 'Ec2SubnetId')), textsAt(nodes, at('subnet_ids', 'Ec2SubnetIds')));
  const groups = allTexts(...words.map((each) => textsAt(nodes, each)));
  return interfaceOf(reading, { interfaceKind: 'emr', subnets, groups, publicIpv4: 'subnet-default', withoutSubnet: 'default-vpc' });
});
const CLOUDFORMATION_EMR = ['EmrManagedMasterSecurityGroup', 'AdditionalMasterSecurityGroups'];

export const awsComputeNetworkReaders: readonly EntityReader<NetworkEntity>[] = [
  ...[instance, networkInterface, attachment, template, scalingGroup, scalingAttachment],
  ...[service, lambda, endpoint, cluster],
];
