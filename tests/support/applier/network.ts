import type { IpPermission } from '@aws-sdk/client-ec2';
import {
  AllocateAddressCommand,
  AssociateRouteTableCommand,
  AttachInternetGatewayCommand,
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateFlowLogsCommand,
  CreateInternetGatewayCommand,
  CreateManagedPrefixListCommand,
  CreateNatGatewayCommand,
  CreateNetworkAclCommand,
  CreateNetworkAclEntryCommand,
  CreateRouteCommand,
  CreateRouteTableCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateTagsCommand,
  CreateTransitGatewayCommand,
  CreateTransitGatewayVpcAttachmentCommand,
  CreateVpcCommand,
  CreateVpcEndpointCommand,
  DescribeNetworkAclsCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
  ModifySubnetAttributeCommand,
  ModifyVpcAttributeCommand,
  ReplaceNetworkAclAssociationCommand,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import type { Block } from './block.ts';
import type { Making, Recipes } from './recipe.ts';
import { must, tagged } from './recipe.ts';

/** VPCs with their parts; security groups and network ACLs with their rules. */
export const network: Recipes = {
  async aws_vpc(block, making) {
    const ec2 = making.client(EC2Client);
    const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: block.text('cidr_block'), TagSpecifications: tagged('vpc', making) }));
    const VpcId = must(Vpc?.VpcId, 'id');
    const support = block.flag('enable_dns_support');
    if (support !== undefined) await ec2.send(new ModifyVpcAttributeCommand({ VpcId, EnableDnsSupport: { Value: support } }));
    const names = block.flag('enable_dns_hostnames');
    if (names !== undefined) await ec2.send(new ModifyVpcAttributeCommand({ VpcId, EnableDnsHostnames: { Value: names } }));
    return { id: VpcId };
  },

  async aws_subnet(block, making) {
    const ec2 = making.client(EC2Client);
    const { Subnet } = await ec2.send(
      new CreateSubnetCommand({
        VpcId: block.text('vpc_id'),
        CidrBlock: block.text('cidr_block'),
        AvailabilityZone: block.text('availability_zone'),
        TagSpecifications: tagged('subnet', making),
      }),
    );
    const SubnetId = Subnet?.SubnetId;
    const isPublic = block.flag('map_public_ip_on_launch');
    if (isPublic !== undefined) await ec2.send(new ModifySubnetAttributeCommand({ SubnetId, MapPublicIpOnLaunch: { Value: isPublic } }));
    return { id: SubnetId, arn: Subnet?.SubnetArn };
  },

  async aws_internet_gateway(block, making) {
    const ec2 = making.client(EC2Client);
    const { InternetGateway } = await ec2.send(new CreateInternetGatewayCommand({ TagSpecifications: tagged('internet-gateway', making) }));
    const InternetGatewayId = InternetGateway?.InternetGatewayId;
    await ec2.send(new AttachInternetGatewayCommand({ InternetGatewayId, VpcId: block.text('vpc_id') }));
    return { id: InternetGatewayId };
  },

  async aws_eip(block, making) {
    const { AllocationId, PublicIp } = await making
      .client(EC2Client)
      .send(new AllocateAddressCommand({ Domain: block.text('domain'), TagSpecifications: tagged('elastic-ip', making) }));
    return { id: AllocationId, public_ip: PublicIp };
  },

  async aws_nat_gateway(block, making) {
    const { NatGateway } = await making.client(EC2Client).send(
      new CreateNatGatewayCommand({
        SubnetId: block.text('subnet_id'),
        AllocationId: block.text('allocation_id'),
        TagSpecifications: tagged('natgateway', making),
      }),
    );
    return { id: NatGateway?.NatGatewayId };
  },

  async aws_route_table(block, making) {
    const { RouteTable } = await making
      .client(EC2Client)
      .send(new CreateRouteTableCommand({ VpcId: block.text('vpc_id'), TagSpecifications: tagged('route-table', making) }));
    return { id: RouteTable?.RouteTableId };
  },

  async aws_route(block, making) {
    await making.client(EC2Client).send(
      new CreateRouteCommand({
        RouteTableId: block.text('route_table_id'),
        DestinationCidrBlock: block.text('destination_cidr_block'),
        GatewayId: block.text('gateway_id'),
        NatGatewayId: block.text('nat_gateway_id'),
      }),
    );
    return {};
  },

  async aws_route_table_association(block, making) {
    const { AssociationId } = await making
      .client(EC2Client)
      .send(new AssociateRouteTableCommand({ RouteTableId: block.text('route_table_id'), SubnetId: block.text('subnet_id') }));
    return { id: AssociationId };
  },

  async aws_vpc_endpoint(block, making) {
    const { VpcEndpoint } = await making.client(EC2Client).send(
      new CreateVpcEndpointCommand({
        VpcId: block.text('vpc_id'),
        ServiceName: block.text('service_name'),
        VpcEndpointType: block.text('vpc_endpoint_type'),
        RouteTableIds: block.texts('route_table_ids'),
        TagSpecifications: tagged('vpc-endpoint', making),
      }),
    );
    return { id: VpcEndpoint?.VpcEndpointId };
  },

  async aws_flow_log(block, making) {
    const { FlowLogIds } = await making.client(EC2Client).send(
      new CreateFlowLogsCommand({
        ResourceIds: [must(block.text('vpc_id'), 'vpc_id')],
        ResourceType: 'VPC',
        TrafficType: block.text('traffic_type'),
        LogDestinationType: block.text('log_destination_type'),
        // moto looks for the group by its name only.
        LogGroupName: block.text('log_destination')?.split(':log-group:')[1],
        DeliverLogsPermissionArn: block.text('iam_role_arn'),
        TagSpecifications: tagged('vpc-flow-log', making),
      }),
    );
    return { id: FlowLogIds?.[0] };
  },

  async aws_security_group(block, making) {
    const ec2 = making.client(EC2Client);
    const { GroupId, SecurityGroupArn } = await ec2.send(
      new CreateSecurityGroupCommand({
        GroupName: block.text('name'),
        Description: block.text('description') ?? 'Managed by Terraform',
        VpcId: block.text('vpc_id'),
        TagSpecifications: tagged('security-group', making),
      }),
    );
    // Terraform takes away the rule that EC2 gives to every new group.
    await ec2.send(
      new RevokeSecurityGroupEgressCommand({ GroupId, IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] }),
    );
    await inlineRules(block, making, GroupId);
    return { id: GroupId, arn: SecurityGroupArn };
  },

  async aws_default_security_group(block, making) {
    const ec2 = making.client(EC2Client);
    const { SecurityGroups } = await ec2.send(
      new DescribeSecurityGroupsCommand({
        Filters: [
          { Name: 'vpc-id', Values: [must(block.text('vpc_id'), 'vpc_id')] },
          { Name: 'group-name', Values: ['default'] },
        ],
      }),
    );
    const group = SecurityGroups?.[0];
    const GroupId = must(group?.GroupId, 'default group');
    const { IpPermissions = [], IpPermissionsEgress = [] } = group ?? {};
    if (IpPermissions.length > 0) await ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
    if (IpPermissionsEgress.length > 0)
      await ec2.send(new RevokeSecurityGroupEgressCommand({ GroupId, IpPermissions: IpPermissionsEgress }));
    await inlineRules(block, making, GroupId);
    if (making.tags.length > 0) await ec2.send(new CreateTagsCommand({ Resources: [GroupId], Tags: [...making.tags] }));
    return { id: GroupId };
  },

  async aws_security_group_rule(block, making) {
    const permission = permissionOf(block, { groups: block.texts('security_groups') ?? one(block.text('source_security_group_id')) });
    const input = { GroupId: block.text('security_group_id'), IpPermissions: [permission] };
    const ec2 = making.client(EC2Client);
    if (block.text('type') === 'egress') await ec2.send(new AuthorizeSecurityGroupEgressCommand(input));
    else await ec2.send(new AuthorizeSecurityGroupIngressCommand(input));
    return {};
  },

  async aws_vpc_security_group_ingress_rule(block, making) {
    const input = { GroupId: block.text('security_group_id'), IpPermissions: [singlePermission(block)] };
    const { SecurityGroupRules } = await making.client(EC2Client).send(new AuthorizeSecurityGroupIngressCommand(input));
    return { id: SecurityGroupRules?.[0]?.SecurityGroupRuleId };
  },

  async aws_vpc_security_group_egress_rule(block, making) {
    const input = { GroupId: block.text('security_group_id'), IpPermissions: [singlePermission(block)] };
    const { SecurityGroupRules } = await making.client(EC2Client).send(new AuthorizeSecurityGroupEgressCommand(input));
    return { id: SecurityGroupRules?.[0]?.SecurityGroupRuleId };
  },

  async aws_network_acl(block, making) {
    const ec2 = making.client(EC2Client);
    const { NetworkAcl } = await ec2.send(
      new CreateNetworkAclCommand({ VpcId: block.text('vpc_id'), TagSpecifications: tagged('network-acl', making) }),
    );
    const NetworkAclId = NetworkAcl?.NetworkAclId;
    for (const subnet of block.texts('subnet_ids') ?? []) {
      const { NetworkAcls = [] } = await ec2.send(
        new DescribeNetworkAclsCommand({ Filters: [{ Name: 'association.subnet-id', Values: [subnet] }] }),
      );
      const now = NetworkAcls.flatMap(({ Associations = [] }) => Associations).find(({ SubnetId }) => SubnetId === subnet);
      await ec2.send(new ReplaceNetworkAclAssociationCommand({ AssociationId: now?.NetworkAclAssociationId, NetworkAclId }));
    }
    return { id: NetworkAclId };
  },

  async aws_network_acl_rule(block, making) {
    const protocol = block.text('protocol');
    await making.client(EC2Client).send(
      new CreateNetworkAclEntryCommand({
        NetworkAclId: block.text('network_acl_id'),
        RuleNumber: block.number('rule_number'),
        Egress: block.flag('egress') ?? false,
        Protocol: protocol === 'tcp' ? '6' : protocol === 'udp' ? '17' : protocol,
        RuleAction: block.text('rule_action'),
        CidrBlock: block.text('cidr_block'),
        PortRange: { From: block.number('from_port'), To: block.number('to_port') },
      }),
    );
    return {};
  },

  async aws_ec2_managed_prefix_list(block, making) {
    const { PrefixList } = await making.client(EC2Client).send(
      new CreateManagedPrefixListCommand({
        PrefixListName: block.text('name'),
        AddressFamily: block.text('address_family'),
        MaxEntries: block.number('max_entries'),
        Entries: block.blocks('entry').map((entry) => ({ Cidr: entry.text('cidr'), Description: entry.text('description') })),
        TagSpecifications: tagged('prefix-list', making),
      }),
    );
    return { id: PrefixList?.PrefixListId, arn: PrefixList?.PrefixListArn };
  },

  async aws_ec2_transit_gateway(block, making) {
    const { TransitGateway } = await making.client(EC2Client).send(
      new CreateTransitGatewayCommand({
        Description: block.text('description'),
        Options: {
          AutoAcceptSharedAttachments: block.text('auto_accept_shared_attachments'),
          DefaultRouteTableAssociation: block.text('default_route_table_association'),
          DefaultRouteTablePropagation: block.text('default_route_table_propagation'),
        },
        TagSpecifications: tagged('transit-gateway', making),
      }),
    );
    return { id: TransitGateway?.TransitGatewayId, arn: TransitGateway?.TransitGatewayArn };
  },

  async aws_ec2_transit_gateway_vpc_attachment(block, making) {
    const { TransitGatewayVpcAttachment } = await making.client(EC2Client).send(
      new CreateTransitGatewayVpcAttachmentCommand({
        TransitGatewayId: block.text('transit_gateway_id'),
        VpcId: block.text('vpc_id'),
        SubnetIds: block.texts('subnet_ids'),
        TagSpecifications: tagged('transit-gateway-attachment', making),
      }),
    );
    return { id: TransitGatewayVpcAttachment?.TransitGatewayAttachmentId };
  },
};

async function inlineRules(block: Block, making: Making, GroupId: string | undefined): Promise<void> {
  const ec2 = making.client(EC2Client);
  for (const rule of block.blocks('ingress'))
    await ec2.send(
      new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [permissionOf(rule, { groups: rule.texts('security_groups') })] }),
    );
  for (const rule of block.blocks('egress'))
    await ec2.send(
      new AuthorizeSecurityGroupEgressCommand({ GroupId, IpPermissions: [permissionOf(rule, { groups: rule.texts('security_groups') })] }),
    );
}

function permissionOf(rule: Block, { groups = [] }: { readonly groups?: readonly string[] | undefined }): IpPermission {
  const Description = rule.text('description');
  const protocol = rule.text('protocol');
  return {
    IpProtocol: protocol,
    ...ports(rule, protocol),
    IpRanges: (rule.texts('cidr_blocks') ?? []).map((CidrIp) => ({ CidrIp, Description })),
    Ipv6Ranges: (rule.texts('ipv6_cidr_blocks') ?? []).map((CidrIpv6) => ({ CidrIpv6, Description })),
    PrefixListIds: (rule.texts('prefix_list_ids') ?? []).map((PrefixListId) => ({ PrefixListId, Description })),
    UserIdGroupPairs: groups.map((GroupId) => ({ GroupId, Description })),
  };
}

function singlePermission(rule: Block): IpPermission {
  const Description = rule.text('description');
  const protocol = rule.text('ip_protocol');
  const [cidr, cidr6, group] = [rule.text('cidr_ipv4'), rule.text('cidr_ipv6'), rule.text('referenced_security_group_id')];
  must(cidr ?? cidr6 ?? group, 'source');
  return {
    IpProtocol: protocol,
    ...ports(rule, protocol),
    ...(cidr !== undefined && { IpRanges: [{ CidrIp: cidr, Description }] }),
    ...(cidr6 !== undefined && { Ipv6Ranges: [{ CidrIpv6: cidr6, Description }] }),
    ...(group !== undefined && { UserIdGroupPairs: [{ GroupId: group, Description }] }),
  };
}

/** Rules for all protocols have no ports, whatever is written. */
function ports(rule: Block, protocol: string | undefined): Pick<IpPermission, 'FromPort' | 'ToPort'> {
  const [FromPort, ToPort] = [rule.number('from_port'), rule.number('to_port')];
  return protocol === '-1' ? {} : { FromPort, ToPort };
}

function one(text: string | undefined): string[] | undefined {
  return text === undefined ? undefined : [text];
}
