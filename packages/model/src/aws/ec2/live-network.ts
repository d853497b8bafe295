/** Answers of the EC2 API about networks, in the words of CloudFormation. Source: Amazon EC2 API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { Missing, itemsAt, jsonAt, policyJson, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { ec2Arn, nameTag } from './live-names.ts';

export const network: readonly LiveSource[] = [
  { call: 'ec2:DescribeVpcs', items: 'Vpcs', types: ['AWS::EC2::VPC'], declare: vpc },
  { call: 'ec2:DescribeSubnets', items: 'Subnets', types: ['AWS::EC2::Subnet'], declare: subnet },
  {
    call: 'ec2:DescribeRouteTables',
    items: 'RouteTables',
    types: ['AWS::EC2::RouteTable', 'AWS::EC2::Route', 'AWS::EC2::SubnetRouteTableAssociation'],
    declare: routeTable,
  },
  { call: 'ec2:DescribeInternetGateways', items: 'InternetGateways', types: ['AWS::EC2::InternetGateway'], declare: internetGateway },
  { call: 'ec2:DescribeSecurityGroups', items: 'SecurityGroups', types: ['AWS::EC2::SecurityGroup'], declare: securityGroup },
  {
    call: 'ec2:DescribeNetworkAcls',
    items: 'NetworkAcls',
    types: ['AWS::EC2::NetworkAcl', 'AWS::EC2::NetworkAclEntry', 'AWS::EC2::SubnetNetworkAclAssociation'],
    declare: networkAcl,
  },
  { call: 'ec2:DescribeManagedPrefixLists', items: 'PrefixLists', types: ['AWS::EC2::PrefixList'], declare: prefixList },
  { call: 'ec2:DescribeFlowLogs', items: 'FlowLogs', types: ['AWS::EC2::FlowLog'], declare: flowLog },
  { call: 'ec2:DescribeVpcEndpoints', items: 'VpcEndpoints', types: ['AWS::EC2::VPCEndpoint'], declare: endpoint },
  {
    call: 'ec2:DescribeVpcEndpointServiceConfigurations',
    items: 'ServiceConfigurations',
    types: ['AWS::EC2::VPCEndpointService', 'AWS::EC2::VPCEndpointServicePermissions'],
    declare: endpointService,
  },
  { call: 'ec2:DescribeVpnConnections', items: 'VpnConnections', types: ['AWS::EC2::VPNConnection'], declare: vpnConnection },
  { call: 'ec2:DescribeTransitGateways', items: 'TransitGateways', types: ['AWS::EC2::TransitGateway'], declare: transitGateway },
  {
    call: 'ec2:DescribeVpcPeeringConnections',
    items: 'VpcPeeringConnections',
    types: ['AWS::EC2::VPCPeeringConnection'],
    declare: peering,
  },
  { call: 'ec2:DescribeNatGateways', items: 'NatGateways', types: ['AWS::EC2::NatGateway'], declare: natGateway },
  {
    call: 'ec2:DescribeTransitGatewayAttachments',
    items: 'TransitGatewayAttachments',
    types: ['AWS::EC2::TransitGatewayVpcAttachment'],
    declare: transitAttachment,
  },
  { call: 'ec2:DescribeClientVpnEndpoints', items: 'ClientVpnEndpoints', types: ['AWS::EC2::ClientVpnEndpoint'], declare: clientVpn },
  {
    call: 'ec2:DescribeVpcBlockPublicAccessOptions',
    items: 'VpcBlockPublicAccessOptions',
    types: ['AWS::EC2::VPCBlockPublicAccessOptions'],
    declare: (item, context) => ({
      type: 'AWS::EC2::VPCBlockPublicAccessOptions',
      id: ec2Arn(context, 'vpc-block-public-access-options/default'),
      properties: { InternetGatewayBlockMode: textOf(item, 'InternetGatewayBlockMode') },
    }),
  },
];

/** A thing with an id of its own: its ARN, its Name tag, its id as the name others use. */
function thing(
  item: Json,
  type: string,
  of: { readonly context: LiveContext; readonly idAt: string; readonly kind: string },
  properties: LiveThing['properties'],
): LiveThing | null {
  const id = textOf(item, of.idAt);
  if (id === undefined) return null;
  const name = nameTag(item);
  return {
    type,
    id: ec2Arn(of.context, `${of.kind}/${id}`, textOf(item, 'OwnerId')),
    ...(name !== undefined && { name }),
    names: [id],
    properties: { ...properties, Tags: tagPairs(jsonAt(item, 'Tags')) },
  };
}

function vpc(item: Json, context: LiveContext): LiveThing | null {
  return thing(
    item,
    'AWS::EC2::VPC',
    { context, idAt: 'VpcId', kind: 'vpc' },
    {
      IsDefault: jsonAt(item, 'IsDefault'),
      CidrBlock: textOf(item, 'CidrBlock'),
      // Further blocks, which templates have as resources of their own.
      CidrBlocks: allCidrs(item, 'CidrBlockAssociationSet', 'CidrBlock'),
      Ipv6CidrBlocks: allCidrs(item, 'Ipv6CidrBlockAssociationSet', 'Ipv6CidrBlock'),
    },
  );
}

function allCidrs(item: Json, list: string, member: string): LiveValue {
  const found = itemsAt(item, list).flatMap((each) => textOf(each, member) ?? []);
  return found.length > 0 ? found : undefined;
}

function subnet(item: Json, context: LiveContext): LiveThing | null {
  return thing(
    item,
    'AWS::EC2::Subnet',
    { context, idAt: 'SubnetId', kind: 'subnet' },
    {
      VpcId: textOf(item, 'VpcId'),
      CidrBlock: textOf(item, 'CidrBlock'),
      AvailabilityZone: textOf(item, 'AvailabilityZone'),
      MapPublicIpOnLaunch: jsonAt(item, 'MapPublicIpOnLaunch') ?? false,
      Ipv6CidrBlock: textOf(itemsAt(item, 'Ipv6CidrBlockAssociationSet')[0], 'Ipv6CidrBlock'),
      AssignIpv6AddressOnCreation: jsonAt(item, 'AssignIpv6AddressOnCreation'),
    },
  );
}

/** `IsMainAsMade`: AWS made it with the VPC, and nobody gave it a route. A main table is that of every subnet of its VPC which has no association: those are said one by one. */
function routeTable(item: Json, context: LiveContext): readonly LiveThing[] {
  const table = thing(
    item,
    'AWS::EC2::RouteTable',
    { context, idAt: 'RouteTableId', kind: 'route-table' },
    { VpcId: textOf(item, 'VpcId'), IsMainAsMade: isMainAsMade(item) },
  );
  const id = textOf(item, 'RouteTableId');
  if (!table || id === undefined) return [];
  const routes = itemsAt(item, 'Routes').flatMap((route, index): LiveThing[] => {
    if (textOf(route, 'GatewayId') === 'local') return [];
    const destination =
      textOf(route, 'DestinationCidrBlock') ?? textOf(route, 'DestinationIpv6CidrBlock') ?? textOf(route, 'DestinationPrefixListId');
    return [
      {
        type: 'AWS::EC2::Route',
        id: `${table.id}#${destination ?? index}`,
        properties: {
          RouteTableId: id,
          DestinationCidrBlock: textOf(route, 'DestinationCidrBlock'),
          DestinationIpv6CidrBlock: textOf(route, 'DestinationIpv6CidrBlock'),
          DestinationPrefixListId: textOf(route, 'DestinationPrefixListId'),
          GatewayId: textOf(route, 'GatewayId'),
          EgressOnlyInternetGatewayId: textOf(route, 'EgressOnlyInternetGatewayId'),
          // A gateway that is gone takes nothing anywhere.
          State: textOf(route, 'State'),
          NatGatewayId: textOf(route, 'NatGatewayId'),
          TransitGatewayId: textOf(route, 'TransitGatewayId'),
          VpcPeeringConnectionId: textOf(route, 'VpcPeeringConnectionId'),
          InstanceId: textOf(route, 'InstanceId'),
          NetworkInterfaceId: textOf(route, 'NetworkInterfaceId'),
        },
      },
    ];
  });
  const isMain = itemsAt(item, 'Associations').some((each) => jsonAt(each, 'Main') === true);
  const named = itemsAt(item, 'Associations').flatMap((each) => textOf(each, 'SubnetId') ?? []);
  const subnets = isMain ? [...named, ...subnetsWithoutTable(textOf(item, 'VpcId'), context)] : named;
  const associations = subnets.map((SubnetId): LiveThing => ({
    type: 'AWS::EC2::SubnetRouteTableAssociation',
    id: `${table.id}#${SubnetId}`,
    properties: { SubnetId, RouteTableId: id },
  }));
  return [table, ...routes, ...associations];
}

function isMainAsMade(item: Json): boolean {
  return (
    itemsAt(item, 'Associations').some((each) => jsonAt(each, 'Main') === true) &&
    itemsAt(item, 'Routes').every((route) => textOf(route, 'GatewayId') === 'local')
  );
}

function subnetsWithoutTable(vpcId: string | undefined, context: LiveContext): readonly string[] {
  const tables = context.list('ec2:DescribeRouteTables', 'RouteTables[].Associations[]');
  const taken = new Set(tables.flatMap((each) => (isKnown(each) ? (textOf(each, 'SubnetId') ?? []) : [])));
  return context
    .list('ec2:DescribeSubnets', 'Subnets')
    .flatMap((each) => (isKnown(each) && textOf(each, 'VpcId') === vpcId ? (textOf(each, 'SubnetId') ?? []) : []))
    .filter((id) => !taken.has(id));
}

function isKnown(item: Json | Missing): item is Json {
  return !(item instanceof Missing);
}

function internetGateway(item: Json, context: LiveContext): LiveThing | null {
  return thing(
    item,
    'AWS::EC2::InternetGateway',
    { context, idAt: 'InternetGatewayId', kind: 'internet-gateway' },
    {
      VpcId: itemsAt(item, 'Attachments').flatMap((each) => textOf(each, 'VpcId') ?? [])[0],
    },
  );
}

/** Rules stand inline, one for each range: the API groups ranges by port. */
function securityGroup(item: Json, context: LiveContext): LiveThing | null {
  const group = thing(
    item,
    'AWS::EC2::SecurityGroup',
    { context, idAt: 'GroupId', kind: 'security-group' },
    {
      GroupName: textOf(item, 'GroupName'),
      GroupDescription: textOf(item, 'Description'),
      VpcId: textOf(item, 'VpcId'),
      SecurityGroupIngress: itemsAt(item, 'IpPermissions').flatMap((each) => rulesOf(each, 'Source')),
      SecurityGroupEgress: itemsAt(item, 'IpPermissionsEgress').flatMap((each) => rulesOf(each, 'Destination')),
    },
  );
  const name = textOf(item, 'GroupName');
  return group && name !== undefined ? { ...group, name } : group;
}

function rulesOf(permission: Json, side: 'Source' | 'Destination'): readonly { readonly [key: string]: LiveValue }[] {
  const IpProtocol = textOf(permission, 'IpProtocol');
  const all = IpProtocol === '-1';
  const ports = { IpProtocol, FromPort: all ? 0 : jsonAt(permission, 'FromPort'), ToPort: all ? 65535 : jsonAt(permission, 'ToPort') };
  const rule = (range: Json, named: { readonly [key: string]: LiveValue }): { readonly [key: string]: LiveValue } => ({
    ...ports,
    ...named,
    Description: textOf(range, 'Description'),
  });
  return [
    ...itemsAt(permission, 'IpRanges').map((range) => rule(range, { CidrIp: textOf(range, 'CidrIp') })),
    ...itemsAt(permission, 'Ipv6Ranges').map((range) => rule(range, { CidrIpv6: textOf(range, 'CidrIpv6') })),
    ...itemsAt(permission, 'PrefixListIds').map((range) => rule(range, { [`${side}PrefixListId`]: textOf(range, 'PrefixListId') })),
    ...itemsAt(permission, 'UserIdGroupPairs').map((range) => rule(range, { [`${side}SecurityGroupId`]: textOf(range, 'GroupId') })),
  ];
}

/** The last rule (`*`, number 32767) refuses everything and cannot be changed. */
const LAST_RULE = 32_767;

function networkAcl(item: Json, context: LiveContext): readonly LiveThing[] {
  const acl = thing(
    item,
    'AWS::EC2::NetworkAcl',
    { context, idAt: 'NetworkAclId', kind: 'network-acl' },
    {
      VpcId: textOf(item, 'VpcId'),
      IsDefault: jsonAt(item, 'IsDefault') ?? false,
    },
  );
  const id = textOf(item, 'NetworkAclId');
  if (!acl || id === undefined) return [];
  const entries = itemsAt(item, 'Entries')
    .filter((entry) => jsonAt(entry, 'RuleNumber') !== LAST_RULE)
    .map((entry): LiveThing => {
      const direction = jsonAt(entry, 'Egress') === true ? 'egress' : 'ingress';
      return {
        type: 'AWS::EC2::NetworkAclEntry',
        id: `${acl.id}#${direction}-${textOf(entry, 'RuleNumber') ?? ''}`,
        properties: {
          NetworkAclId: id,
          RuleNumber: jsonAt(entry, 'RuleNumber'),
          RuleAction: textOf(entry, 'RuleAction'),
          Protocol: textOf(entry, 'Protocol'),
          Egress: jsonAt(entry, 'Egress') ?? false,
          CidrBlock: textOf(entry, 'CidrBlock'),
          Ipv6CidrBlock: textOf(entry, 'Ipv6CidrBlock'),
          PortRange: jsonAt(entry, 'PortRange'),
        },
      };
    });
  const associations = itemsAt(item, 'Associations').map((each): LiveThing => ({
    type: 'AWS::EC2::SubnetNetworkAclAssociation',
    id: `${acl.id}#${textOf(each, 'SubnetId') ?? ''}`,
    properties: { SubnetId: textOf(each, 'SubnetId'), NetworkAclId: id },
  }));
  return [acl, ...entries, ...associations];
}

function prefixList(item: Json, context: LiveContext): LiveThing | null {
  const id = textOf(item, 'PrefixListId');
  if (id === undefined) return null;
  const isAws = textOf(item, 'OwnerId') === 'AWS';
  const answer = isAws ? null : context.answer('ec2:GetManagedPrefixListEntries', { PrefixListId: id });
  return thing(
    item,
    'AWS::EC2::PrefixList',
    { context, idAt: 'PrefixListId', kind: 'prefix-list' },
    {
      PrefixListName: textOf(item, 'PrefixListName'),
      OwnerId: textOf(item, 'OwnerId'),
      // The lists that AWS manages hold addresses of its own services, never all of the internet.
      Entries: isAws ? [] : whenKnown(answer, (json) => itemsAt(json, 'Entries').map((entry) => ({ Cidr: textOf(entry, 'Cidr') }))),
    },
  );
}

function flowLog(item: Json, context: LiveContext): LiveThing | null {
  return thing(
    item,
    'AWS::EC2::FlowLog',
    { context, idAt: 'FlowLogId', kind: 'vpc-flow-log' },
    {
      ResourceId: textOf(item, 'ResourceId'),
      TrafficType: textOf(item, 'TrafficType'),
      LogDestinationType: textOf(item, 'LogDestinationType') ?? 'cloud-watch-logs',
      LogDestination: textOf(item, 'LogDestination'),
      LogGroupName: textOf(item, 'LogGroupName'),
      FlowLogStatus: textOf(item, 'FlowLogStatus'),
      DeliverLogsStatus: textOf(item, 'DeliverLogsStatus'),
      DeliverLogsErrorMessage: textOf(item, 'DeliverLogsErrorMessage'),
    },
  );
}

function endpoint(item: Json, context: LiveContext): LiveThing | null {
  return thing(
    item,
    'AWS::EC2::VPCEndpoint',
    { context, idAt: 'VpcEndpointId', kind: 'vpc-endpoint' },
    {
      VpcId: textOf(item, 'VpcId'),
      ServiceName: textOf(item, 'ServiceName'),
      VpcEndpointType: textOf(item, 'VpcEndpointType'),
      SubnetIds: itemsAt(item, 'SubnetIds'),
      SecurityGroupIds: itemsAt(item, 'Groups').map((group) => textOf(group, 'GroupId')),
      PolicyDocument: policyJson(jsonAt(item, 'PolicyDocument')),
    },
  );
}

function endpointService(item: Json, context: LiveContext): readonly LiveThing[] {
  const service = thing(
    item,
    'AWS::EC2::VPCEndpointService',
    { context, idAt: 'ServiceId', kind: 'vpc-endpoint-service' },
    {
      AcceptanceRequired: jsonAt(item, 'AcceptanceRequired') ?? false,
    },
  );
  const id = textOf(item, 'ServiceId');
  if (!service || id === undefined) return [];
  const answer = context.answer('ec2:DescribeVpcEndpointServicePermissions', { ServiceId: id });
  const AllowedPrincipals = whenKnown(answer, (json) => itemsAt(json, 'AllowedPrincipals').map((each) => textOf(each, 'Principal')));
  const permissions: LiveThing = {
    type: 'AWS::EC2::VPCEndpointServicePermissions',
    id: `${service.id}#permissions`,
    properties: { ServiceId: id, AllowedPrincipals },
  };
  return [service, permissions];
}

function vpnConnection(item: Json, context: LiveContext): LiveThing | null {
  return thing(
    item,
    'AWS::EC2::VPNConnection',
    { context, idAt: 'VpnConnectionId', kind: 'vpn-connection' },
    {
      VpnTunnelOptionsSpecifications: itemsAt(item, 'Options.TunnelOptions').map((tunnel) => ({
        LogOptions: {
          CloudwatchLogOptions: { LogEnabled: jsonAt(tunnel, 'LogOptions.CloudWatchLogOptions.LogEnabled') ?? false },
        },
        // The API lists versions only when they were chosen.
        IKEVersions: itemsAt(tunnel, 'IkeVersions').map((version) => ({ Value: textOf(version, 'Value') })),
      })),
    },
  );
}

function peering(item: Json, context: LiveContext): LiveThing | null {
  return thing(
    item,
    'AWS::EC2::VPCPeeringConnection',
    { context, idAt: 'VpcPeeringConnectionId', kind: 'vpc-peering-connection' },
    {
      VpcId: textOf(item, 'RequesterVpcInfo.VpcId'),
      PeerVpcId: textOf(item, 'AccepterVpcInfo.VpcId'),
      PeerOwnerId: textOf(item, 'AccepterVpcInfo.OwnerId'),
      Status: textOf(item, 'Status.Code'),
    },
  );
}

function natGateway(item: Json, context: LiveContext): LiveThing | null {
  const state = textOf(item, 'State');
  if (state === 'deleted' || state === 'deleting') return null;
  return thing(
    item,
    'AWS::EC2::NatGateway',
    { context, idAt: 'NatGatewayId', kind: 'natgateway' },
    { VpcId: textOf(item, 'VpcId'), SubnetId: textOf(item, 'SubnetId'), ConnectivityType: textOf(item, 'ConnectivityType') },
  );
}

/** Only those of VPCs: `default` association is told by the gateway's options, which the answer does not repeat. */
function transitAttachment(item: Json, context: LiveContext): LiveThing | null {
  if (textOf(item, 'ResourceType') !== 'vpc') return null;
  return thing(
    item,
    'AWS::EC2::TransitGatewayVpcAttachment',
    { context, idAt: 'TransitGatewayAttachmentId', kind: 'transit-gateway-attachment' },
    {
      TransitGatewayId: textOf(item, 'TransitGatewayId'),
      VpcId: textOf(item, 'ResourceId'),
      State: textOf(item, 'State'),
      RouteTableId: textOf(item, 'Association.TransitGatewayRouteTableId'),
    },
  );
}

function transitGateway(item: Json, context: LiveContext): LiveThing | null {
  return thing(
    item,
    'AWS::EC2::TransitGateway',
    { context, idAt: 'TransitGatewayId', kind: 'transit-gateway' },
    {
      Description: textOf(item, 'Description'),
      AutoAcceptSharedAttachments: textOf(item, 'Options.AutoAcceptSharedAttachments') ?? 'disable',
    },
  );
}

function clientVpn(item: Json, context: LiveContext): LiveThing | null {
  return thing(
    item,
    'AWS::EC2::ClientVpnEndpoint',
    { context, idAt: 'ClientVpnEndpointId', kind: 'client-vpn-endpoint' },
    {
      Description: textOf(item, 'Description'),
      ConnectionLogOptions: { Enabled: jsonAt(item, 'ConnectionLogOptions.Enabled') ?? false },
    },
  );
}
