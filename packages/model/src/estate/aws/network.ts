/** VPCs, subnets, route tables, gateways, peerings. Sources: hashicorp/aws and CloudFormation documentation, read 2026-11-22. */
import type { BlockReader } from '../../code/index.ts';
import type { EntityReader } from '../entity.ts';
import type { AwsRoute, NetworkEntity, RouteTarget } from '../network.ts';
import { isUndecided } from '../undecided.ts';
import type { Reading } from './network-words.ts';
import { NONE, allTexts, firstSet, flagAt, placeOf, reader, textAt, textsAt } from './network-words.ts';

const isLookUp = ({ context }: Reading): boolean => context.declared.mode === 'data';

const vpc = reader(['aws_vpc', 'aws_default_vpc', 'AWS::EC2::VPC', 'data.aws_vpc'], (reading) => {
  const { block, context, at } = reading;
  const ids = context.base.names.filter((each) => each.startsWith('~') || each.startsWith('vpc-'));
  const born = (...attributes: readonly string[]): readonly string[] => ids.flatMap((id) => attributes.map((each) => `${id}.${each}`));
  const isDefault = context.declared.type === 'aws_default_vpc' ? true : isLookUp(reading) ? flagAt(block, 'default', false) : false;
  return {
    ...context.base,
    kind: 'aws.vpc',
    cidrs: allTexts(
      textsAt(block, at('cidr_block', 'CidrBlock')),
      textsAt(block, at('ipv6_cidr_block', 'Ipv6CidrBlock')),
      ...['CidrBlocks', 'Ipv6CidrBlocks'].map((each) => textsAt(block, each)),
    ),
    mainTableNames: born('main_route_table_id', 'default_route_table_id'),
    defaultGroupNames: born('default_security_group_id', 'DefaultSecurityGroup'),
    defaultAclNames: born('default_network_acl_id', 'DefaultNetworkAcl'),
    isDefault: context.isLive ? false : isDefault, // live, its tables are known like any other's
    isElsewhere: isLookUp(reading),
  };
});

const vpcCidr = reader(
  ['aws_vpc_ipv4_cidr_block_association', 'aws_vpc_ipv6_cidr_block_association', 'AWS::EC2::VPCCidrBlock'],
  (reading) => {
    const { block, context, at } = reading;
    const cidrs = allTexts(textsAt(block, at('cidr_block', 'CidrBlock')), textsAt(block, at('ipv6_cidr_block', 'Ipv6CidrBlock')));
    return { ...context.base, kind: 'aws.vpc-cidr', vpc: textAt(block, at('vpc_id', 'VpcId')), cidrs };
  },
);

const subnet = reader(['aws_subnet', 'aws_default_subnet', 'AWS::EC2::Subnet', 'data.aws_subnet'], (reading) => {
  const { block, context, at } = reading;
  const isBorn = context.declared.type === 'aws_default_subnet';
  return {
    ...context.base,
    kind: 'aws.subnet',
    vpc: textAt(block, at('vpc_id', 'VpcId')),
    cidrs: allTexts(textsAt(block, at('cidr_block', 'CidrBlock')), textsAt(block, at('ipv6_cidr_block', 'Ipv6CidrBlock'))),
    mapsPublicIpv4: flagAt(block, at('map_public_ip_on_launch', 'MapPublicIpOnLaunch'), isBorn),
    mapsIpv6: flagAt(block, at('assign_ipv6_address_on_creation', 'AssignIpv6AddressOnCreation'), false),
    isElsewhere: isLookUp(reading),
  };
});

const TARGETS: readonly (readonly [terraform: string, cloudformation: string, target: RouteTarget])[] = [
  ['gateway_id', 'GatewayId', 'igw'],
  ['nat_gateway_id', 'NatGatewayId', 'nat'],
  ['egress_only_gateway_id', 'EgressOnlyInternetGatewayId', 'egress-only'],
  ['transit_gateway_id', 'TransitGatewayId', 'tgw'],
  ['vpc_peering_connection_id', 'VpcPeeringConnectionId', 'peering'],
  ['vpc_endpoint_id', 'VpcEndpointId', 'endpoint'],
  ['network_interface_id', 'NetworkInterfaceId', 'appliance'],
  ['instance_id', 'InstanceId', 'appliance'],
  ['carrier_gateway_id', 'CarrierGatewayId', 'other'],
  ['local_gateway_id', 'LocalGatewayId', 'other'],
  ['core_network_arn', 'CoreNetworkArn', 'other'],
];
const INLINE_DESTINATIONS = ['cidr_block', 'ipv6_cidr_block', 'destination_prefix_list_id'];
const OWN_DESTINATIONS = ['destination_cidr_block', 'destination_ipv6_cidr_block', 'destination_prefix_list_id'];
const CLOUDFORMATION_DESTINATIONS = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'];

function routeOf(block: BlockReader, { context, at }: Reading, destinations: readonly string[]): AwsRoute {
  const found = TARGETS.map(([terraform, cloudformation, target]) => ({ target, name: textAt(block, at(terraform, cloudformation)) }));
  const chosen = found.find(({ name }) => name !== undefined && !isUndecided(name)) ?? found.find(({ name }) => name !== undefined);
  const isLocal = chosen?.name === 'local';
  return {
    destination: firstSet(...destinations.map((each) => textAt(block, each))),
    target: isLocal ? 'local' : (chosen?.target ?? 'other'),
    targetName: chosen?.name,
    isBlackhole: textAt(block, 'State') === 'blackhole',
    place: placeOf(block, context),
    node: context.base.node,
    uncertain: block.uncertain || context.base.uncertain,
  };
}

const routeTable = reader(['aws_route_table', 'aws_default_route_table', 'AWS::EC2::RouteTable', 'data.aws_route_table'], (reading) => {
  const { block, context, at } = reading;
  const { readers, rest } = block.blocks(at('route', ''));
  return {
    ...context.base,
    kind: 'aws.route-table',
    vpc: textAt(block, at('vpc_id', 'VpcId')),
    routes: readers.map((each) => routeOf(each, reading, INLINE_DESTINATIONS)),
    rest: rest?.reason ?? null,
    standsFor: context.declared.type === 'aws_default_route_table' ? textAt(block, 'default_route_table_id') : undefined,
    isElsewhere: isLookUp(reading),
  };
});

const route = reader(['aws_route', 'AWS::EC2::Route'], (reading) => ({
  ...reading.context.base,
  kind: 'aws.route',
  table: textAt(reading.block, reading.at('route_table_id', 'RouteTableId')),
  route: routeOf(reading.block, reading, reading.at('own', '') === 'own' ? OWN_DESTINATIONS : CLOUDFORMATION_DESTINATIONS),
}));

const ASSOCIATIONS = ['aws_route_table_association', 'aws_main_route_table_association', 'AWS::EC2::SubnetRouteTableAssociation'];
const association = reader(ASSOCIATIONS, ({ block, context, at }) => ({
  ...context.base,
  kind: 'aws.table-association',
  table: textAt(block, at('route_table_id', 'RouteTableId')),
  subnet: firstSet(textAt(block, at('subnet_id', 'SubnetId')), textAt(block, at('gateway_id', 'GatewayId'))),
  vpc: textAt(block, at('vpc_id', 'VpcId')),
}));

const GATEWAYS = {
  aws_internet_gateway: 'igw',
  'data.aws_internet_gateway': 'igw',
  'AWS::EC2::InternetGateway': 'igw',
  aws_vpn_gateway: 'vgw',
  'AWS::EC2::VPNGateway': 'vgw',
  aws_egress_only_internet_gateway: 'egress-only',
  'AWS::EC2::EgressOnlyInternetGateway': 'egress-only',
  aws_nat_gateway: 'nat',
  'AWS::EC2::NatGateway': 'nat',
  aws_ec2_transit_gateway: 'tgw',
  'AWS::EC2::TransitGateway': 'tgw',
} as const;

const gateways = Object.entries(GATEWAYS).map(([type, gatewayKind]) =>
  reader([type], ({ block, context, at }) => ({
    ...context.base,
    kind: 'aws.gateway',
    gatewayKind,
    vpc: gatewayKind === 'tgw' ? undefined : textAt(block, at('vpc_id', 'VpcId')),
  })),
);

const peering = reader(['aws_vpc_peering_connection', 'AWS::EC2::VPCPeeringConnection'], ({ block, context, at }) => {
  const status = textAt(block, 'Status');
  return {
    ...context.base,
    kind: 'aws.peering',
    vpc: textAt(block, at('vpc_id', 'VpcId')),
    peer: textAt(block, at('peer_vpc_id', 'PeerVpcId')),
    isActive: status === undefined ? true : isUndecided(status) ? status : status === 'active',
  };
});

/** Routes of a transit gateway's tables are not collected. */
const LIVE_TABLES = { undecided: { code: 'not-collected', detail: 'the routes of the transit gateway were not collected' } } as const;
const ATTACHMENTS = [
  'aws_ec2_transit_gateway_vpc_attachment',
  'AWS::EC2::TransitGatewayVpcAttachment',
  'AWS::EC2::TransitGatewayAttachment',
];
const attachment = reader(ATTACHMENTS, ({ block, context, at }) => {
  const joins = flagAt(block, 'transit_gateway_default_route_table_association', true);
  const announces = flagAt(block, 'transit_gateway_default_route_table_propagation', true);
  return {
    ...context.base,
    kind: 'aws.transit-attachment',
    gateway: textAt(block, at('transit_gateway_id', 'TransitGatewayId')),
    vpc: textAt(block, at('vpc_id', 'VpcId')),
    isDefault: context.isLive ? LIVE_TABLES : joins === true ? announces : joins,
  };
});

const TRANSIT = {
  aws_ec2_transit_gateway_route_table_association: 'association',
  'AWS::EC2::TransitGatewayRouteTableAssociation': 'association',
  aws_ec2_transit_gateway_route_table_propagation: 'propagation',
  'AWS::EC2::TransitGatewayRouteTablePropagation': 'propagation',
  aws_ec2_transit_gateway_route: 'static',
  'AWS::EC2::TransitGatewayRoute': 'static',
} as const;

const transitRoutes = Object.entries(TRANSIT).map(([type, role]) =>
  reader([type], ({ block, context, at }) => ({
    ...context.base,
    kind: 'aws.transit-route',
    role: role === 'static' && flagAt(block, at('blackhole', 'Blackhole'), false) === true ? 'blackhole' : role,
    table: textAt(block, at('transit_gateway_route_table_id', 'TransitGatewayRouteTableId')),
    attachment: textAt(block, at('transit_gateway_attachment_id', 'TransitGatewayAttachmentId')),
    destination: textAt(block, at('destination_cidr_block', 'DestinationCidrBlock')),
  })),
);

const BLOCKS = [
  ...['aws_vpc_block_public_access_options', 'AWS::EC2::VPCBlockPublicAccessOptions'],
  ...['aws_vpc_block_public_access_exclusion', 'AWS::EC2::VPCBlockPublicAccessExclusion'],
];
const block = reader(BLOCKS, ({ block: of, context, at }) => {
  const isExclusion = context.declared.type.toLowerCase().includes('exclusion');
  const attribute = isExclusion
    ? at('internet_gateway_exclusion_mode', 'InternetGatewayExclusionMode')
    : at('internet_gateway_block_mode', 'InternetGatewayBlockMode');
  return {
    ...context.base,
    kind: 'aws.vpc-block',
    mode: textAt(of, attribute) ?? 'off',
    excludes: isExclusion ? firstSet(textAt(of, at('vpc_id', 'VpcId')), textAt(of, at('subnet_id', 'SubnetId'))) : undefined,
  };
});

const LISTS = ['aws_ec2_managed_prefix_list', 'AWS::EC2::PrefixList', 'data.aws_ec2_managed_prefix_list', 'data.aws_prefix_list'];
const prefixList = reader(LISTS, (reading) => {
  const { block: of, context, at } = reading;
  const name = textAt(of, at('name', 'PrefixListName'));
  const isOfAws = (typeof name === 'string' && name.startsWith('com.amazonaws.')) || textAt(of, 'OwnerId') === 'AWS';
  const { readers, rest } = of.blocks(at('entry', 'Entries'));
  const entries = readers.map((each) => textsAt(each, at('cidr', 'Cidr')));
  const hidden = isLookUp(reading) && !isOfAws ? ({ code: 'data-source', detail: 'the prefix list is not in this code' } as const) : null;
  const more = { items: [], rest: rest?.reason ?? hidden };
  return { ...context.base, kind: 'aws.prefix-list', cidrs: isOfAws ? NONE : allTexts(...entries, more), isOfAws, of: undefined };
});

const prefixEntry = reader(['aws_ec2_managed_prefix_list_entry'], ({ block: of, context }) => ({
  ...context.base,
  kind: 'aws.prefix-list',
  cidrs: textsAt(of, 'cidr'),
  isOfAws: false,
  of: textAt(of, 'prefix_list_id'),
}));

export const awsNetworkReaders: readonly EntityReader<NetworkEntity>[] = [
  ...[vpc, vpcCidr, subnet, routeTable, route, association, ...gateways, peering, attachment],
  ...[...transitRoutes, block, prefixList, prefixEntry],
];
