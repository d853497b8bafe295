/**
 * Names of the things of networks. Ids are symbolic in code; ARNs only where others name things by them. Sources: hashicorp/aws
 * documentation (attributes), CloudFormation template reference (return values), read 2026-11-22.
 */
import type { NameRule } from '../naming.ts';

const BY_ID = [
  ...[
    'aws_vpc',
    'aws_default_vpc',
    'aws_subnet',
    'aws_default_subnet',
    'aws_route_table',
    'aws_default_route_table',
    'aws_internet_gateway',
  ],
  ...['aws_egress_only_internet_gateway', 'aws_nat_gateway', 'aws_vpn_gateway', 'aws_ec2_transit_gateway', 'aws_vpc_peering_connection'],
  ...['aws_ec2_transit_gateway_vpc_attachment', 'aws_ec2_transit_gateway_route_table', 'aws_network_acl', 'aws_default_network_acl'],
  ...['aws_security_group', 'aws_default_security_group', 'aws_ec2_managed_prefix_list', 'aws_network_interface', 'aws_vpc_endpoint'],
  ...['aws_prefix_list', 'aws_eip', 'aws_instance', 'aws_spot_instance_request'],
];

const BY_REF = [
  ...['VPC', 'Subnet', 'RouteTable', 'InternetGateway', 'EgressOnlyInternetGateway', 'NatGateway', 'VPNGateway', 'TransitGateway'],
  ...['VPCPeeringConnection', 'TransitGatewayVpcAttachment', 'TransitGatewayAttachment', 'TransitGatewayRouteTable', 'NetworkAcl'],
  ...['PrefixList', 'NetworkInterface', 'VPCEndpoint', 'EIP', 'Instance'],
].map((each) => `AWS::EC2::${each}`);

const balancer = 'arn:{partition}:elasticloadbalancing:{region}:{account}:loadbalancer/{self}';
const targetGroup = 'arn:{partition}:elasticloadbalancing:{region}:{account}:targetgroup/{self}';
const listener = 'arn:{partition}:elasticloadbalancing:{region}:{account}:listener/{self}';
const lb: NameRule = { attributes: { arn: balancer, id: balancer, dns_name: '{self}.dns_name', name: '{name}' } };
const group: NameRule = { attributes: { arn: targetGroup, id: targetGroup } };
const listening: NameRule = { attributes: { arn: listener, id: listener } };

/** AWS calls a thing by its name where Terraform's `id` is that name. */
const named = (attribute: string, more: Readonly<Record<string, string>> = {}): NameRule => ({
  name: [attribute],
  attributes: { id: '{name}', [attribute]: '{name}', ...more },
});

export const awsNetworkNames: readonly (readonly [string, NameRule])[] = [
  ...BY_ID.map((type) => [type, { attributes: { id: '{self}' } }] as const),
  ...BY_REF.map((type) => [type, { attributes: { '': '{self}' } }] as const),
  ['AWS::EC2::SecurityGroup', { name: ['GroupName'], attributes: { '': '{self}', GroupId: '{self}' } }],
  ['AWS::EC2::VPC', { attributes: { '': '{self}', VpcId: '{self}' } }],
  ['AWS::EC2::Subnet', { attributes: { '': '{self}', SubnetId: '{self}' } }],
  ['AWS::EC2::RouteTable', { attributes: { '': '{self}', RouteTableId: '{self}' } }],
  ['AWS::EC2::InternetGateway', { attributes: { '': '{self}', InternetGatewayId: '{self}' } }],
  ['AWS::EC2::NatGateway', { attributes: { '': '{self}', NatGatewayId: '{self}' } }],
  ['AWS::EC2::TransitGateway', { attributes: { '': '{self}', Id: '{self}' } }],
  ['AWS::EC2::TransitGatewayVpcAttachment', { attributes: { '': '{self}', Id: '{self}' } }],
  ['AWS::EC2::TransitGatewayAttachment', { attributes: { '': '{self}', Id: '{self}' } }],
  ['AWS::EC2::VPCPeeringConnection', { attributes: { '': '{self}', Id: '{self}' } }],
  ['AWS::EC2::NetworkAcl', { attributes: { '': '{self}', Id: '{self}' } }],
  ['AWS::EC2::NetworkInterface', { attributes: { '': '{self}', Id: '{self}' } }],
  ['AWS::EC2::PrefixList', { attributes: { '': '{self}', PrefixListId: '{self}' } }],
  ['AWS::EC2::VPCEndpoint', { attributes: { '': '{self}', Id: '{self}' } }],
  ['AWS::EC2::LaunchTemplate', { name: ['LaunchTemplateName'], attributes: { '': '{self}', LaunchTemplateId: '{self}' } }],
  ['aws_launch_template', { attributes: { id: '{self}', name: '{name}' } }],
  ['aws_launch_configuration', { attributes: { id: '{name}', name: '{name}' } }],
  ['AWS::AutoScaling::LaunchConfiguration', { name: ['LaunchConfigurationName'], attributes: { '': '{name}' } }],
  ['aws_autoscaling_group', named('name')],
  ['AWS::AutoScaling::AutoScalingGroup', { name: ['AutoScalingGroupName'], attributes: { '': '{name}' } }],
  ...['aws_lb', 'aws_alb'].map((type) => [type, lb] as const),
  ...['aws_lb_target_group', 'aws_alb_target_group'].map((type) => [type, group] as const),
  ...['aws_lb_listener', 'aws_alb_listener'].map((type) => [type, listening] as const),
  [
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    { name: ['Name'], attributes: { '': balancer, LoadBalancerArn: balancer, DNSName: '{self}.dns_name' } },
  ],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', { name: ['Name'], attributes: { '': targetGroup, TargetGroupArn: targetGroup } }],
  ['AWS::ElasticLoadBalancingV2::Listener', { attributes: { '': listener, ListenerArn: listener } }],
  ['aws_elb', named('name', { dns_name: '{self}.dns_name' })],
  ['AWS::ElasticLoadBalancing::LoadBalancer', { name: ['LoadBalancerName'], attributes: { '': '{name}', DNSName: '{self}.dns_name' } }],
  ['aws_db_subnet_group', named('name')],
  ['AWS::RDS::DBSubnetGroup', { name: ['DBSubnetGroupName'], attributes: { '': '{name}' } }],
  ['aws_redshift_subnet_group', named('name')],
  ['AWS::Redshift::ClusterSubnetGroup', { attributes: { '': '{self}' } }],
  ['aws_elasticache_subnet_group', named('name')],
  ['AWS::ElastiCache::SubnetGroup', { name: ['CacheSubnetGroupName'], attributes: { '': '{name}' } }],
  ['aws_docdb_subnet_group', named('name')],
  ['AWS::DocDB::DBSubnetGroup', { name: ['DBSubnetGroupName'], attributes: { '': '{name}' } }],
  ['aws_neptune_subnet_group', named('name')],
  ['AWS::Neptune::DBSubnetGroup', { name: ['DBSubnetGroupName'], attributes: { '': '{name}' } }],
];
