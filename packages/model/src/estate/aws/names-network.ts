/** Names of networks, and of what stands before things: load balancers, APIs, distributions, buses. Sources: see names.ts. */
import type { NameRow } from './name-row.ts';
import { global, regional, row } from './name-row.ts';

/** EC2's own: `arn:…:ec2:REGION:ACCOUNT:kind/id`, referred to by id. */
const ec2: readonly (readonly [types: string, kind: string, more?: Readonly<Record<string, string>>])[] = [
  ['aws_vpc aws_default_vpc AWS::EC2::VPC', 'vpc', { VpcId: '{self}' }],
  ['aws_subnet aws_default_subnet AWS::EC2::Subnet', 'subnet', { SubnetId: '{self}' }],
  ['aws_security_group aws_default_security_group AWS::EC2::SecurityGroup', 'security-group', { GroupId: '{self}' }],
  ['aws_route_table aws_default_route_table AWS::EC2::RouteTable', 'route-table', { RouteTableId: '{self}' }],
  ['aws_internet_gateway AWS::EC2::InternetGateway', 'internet-gateway', { InternetGatewayId: '{self}' }],
  ['aws_egress_only_internet_gateway AWS::EC2::EgressOnlyInternetGateway', 'egress-only-internet-gateway', { Id: '{self}' }],
  ['aws_nat_gateway AWS::EC2::NatGateway', 'natgateway', { NatGatewayId: '{self}' }],
  ['aws_network_acl aws_default_network_acl AWS::EC2::NetworkAcl', 'network-acl', { Id: '{self}' }],
  ['aws_network_interface AWS::EC2::NetworkInterface', 'network-interface', { Id: '{self}' }],
  ['aws_eip AWS::EC2::EIP', 'elastic-ip', { allocation_id: '{self}', AllocationId: '{self}' }],
  ['aws_vpc_peering_connection AWS::EC2::VPCPeeringConnection', 'vpc-peering-connection', { Id: '{self}' }],
  ['aws_vpc_endpoint AWS::EC2::VPCEndpoint', 'vpc-endpoint', { Id: '{self}' }],
  ['aws_vpc_endpoint_service AWS::EC2::VPCEndpointService', 'vpc-endpoint-service'],
  ['aws_ec2_transit_gateway AWS::EC2::TransitGateway', 'transit-gateway', { Id: '{self}' }],
  [
    'aws_ec2_transit_gateway_vpc_attachment AWS::EC2::TransitGatewayAttachment AWS::EC2::TransitGatewayVpcAttachment',
    'transit-gateway-attachment',
    { Id: '{self}' },
  ],
  ['aws_ec2_transit_gateway_route_table AWS::EC2::TransitGatewayRouteTable', 'transit-gateway-route-table', { Id: '{self}' }],
  ['aws_ec2_managed_prefix_list AWS::EC2::PrefixList', 'prefix-list', { PrefixListId: '{self}' }],
  ['aws_vpn_gateway AWS::EC2::VPNGateway', 'vpn-gateway', { VPNGatewayId: '{self}' }],
  ['aws_vpn_connection AWS::EC2::VPNConnection', 'vpn-connection', { VpnConnectionId: '{self}' }],
  ['aws_customer_gateway AWS::EC2::CustomerGateway', 'customer-gateway'],
  ['aws_flow_log AWS::EC2::FlowLog', 'vpc-flow-log', { Id: '{self}' }],
  ['aws_ec2_client_vpn_endpoint AWS::EC2::ClientVpnEndpoint', 'client-vpn-endpoint'],
  ['aws_carrier_gateway AWS::EC2::CarrierGateway', 'carrier-gateway'],
];

const lb = regional('elasticloadbalancing', 'loadbalancer/{=load_balancer_type,Type|application}/{name}/{self}');
const group = regional('elasticloadbalancing', 'targetgroup/{name}/{self}');
const api = 'arn:{partition}:apigateway:{region}::';
const rule = regional('events', 'rule/{bus}{name}');

export const networkNames: readonly NameRow[] = [
  ...ec2.map(([types, kind, more]) => row(types, { arn: regional('ec2', `${kind}/{self}`), ...(more && { more }) })),
  row('aws_prefix_list', { name: 'name prefix_list_name', more: { prefix_list_id: '{self}' } }),
  row('aws_lb aws_alb AWS::ElasticLoadBalancingV2::LoadBalancer', { name: 'name Name', arn: lb, id: lb, more: { LoadBalancerArn: lb } }),
  row('aws_lb_target_group aws_alb_target_group AWS::ElasticLoadBalancingV2::TargetGroup', {
    name: 'name Name',
    arn: group,
    id: group,
    more: { TargetGroupArn: group },
  }),
  row('aws_lb_listener aws_alb_listener AWS::ElasticLoadBalancingV2::Listener', {
    arn: regional('elasticloadbalancing', 'listener/{self}'),
    id: regional('elasticloadbalancing', 'listener/{self}'),
    more: { ListenerArn: regional('elasticloadbalancing', 'listener/{self}') },
  }),
  row('aws_elb AWS::ElasticLoadBalancing::LoadBalancer', {
    name: 'name LoadBalancerName',
    arn: regional('elasticloadbalancing', 'loadbalancer/{name}'),
    id: '{name}',
  }),
  row('aws_api_gateway_rest_api AWS::ApiGateway::RestApi AWS::Serverless::Api', {
    name: 'name Name',
    arn: `${api}/restapis/{self}`,
    more: { execution_arn: regional('execute-api', '{self}'), RestApiId: '{self}' },
  }),
  row('aws_api_gateway_stage AWS::ApiGateway::Stage', {
    name: 'stage_name StageName',
    arn: `${api}/restapis/{=rest_api_id,RestApiId|~}/stages/{name}`,
    ref: '{name}',
    more: { execution_arn: regional('execute-api', '{=rest_api_id,RestApiId|~}/{name}') },
  }),
  row('aws_apigatewayv2_api AWS::ApiGatewayV2::Api AWS::Serverless::HttpApi', {
    name: 'name Name',
    arn: `${api}/apis/{self}`,
    more: { execution_arn: regional('execute-api', '{self}'), ApiId: '{self}' },
  }),
  row('aws_apigatewayv2_stage AWS::ApiGatewayV2::Stage', {
    name: 'name StageName',
    arn: `${api}/apis/{=api_id,ApiId|~}/stages/{name}`,
    id: '{name}',
  }),
  row('aws_apigatewayv2_vpc_link AWS::ApiGatewayV2::VpcLink', { arn: `${api}/vpclinks/{self}`, more: { VpcLinkId: '{self}' } }),
  row('aws_api_gateway_vpc_link AWS::ApiGateway::VpcLink', { arn: `${api}/vpclinks/{self}`, more: { VpcLinkId: '{self}' } }),
  row('aws_appsync_graphql_api AWS::AppSync::GraphQLApi', {
    name: 'name Name',
    arn: regional('appsync', 'apis/{self}'),
    more: { ApiId: '{self}' },
  }),
  row('aws_cloudfront_distribution AWS::CloudFront::Distribution', {
    arn: global('cloudfront', 'distribution/{self}'),
    more: { DistributionId: '{self}' },
  }),
  row('aws_cloudfront_origin_access_identity AWS::CloudFront::CloudFrontOriginAccessIdentity', {
    more: {
      iam_arn: 'arn:{partition}:iam::cloudfront:user/CloudFront%20Origin%20Access%20Identity%20{self}',
      s3_canonical_user_id: '{self}.canonical',
      S3CanonicalUserId: '{self}.canonical',
      Id: '{self}',
    },
  }),
  row('aws_cloudfront_origin_access_control AWS::CloudFront::OriginAccessControl', { more: { Id: '{self}' } }),
  row('aws_globalaccelerator_accelerator AWS::GlobalAccelerator::Accelerator', {
    name: 'name Name',
    arn: global('globalaccelerator', 'accelerator/{self}'),
    id: global('globalaccelerator', 'accelerator/{self}'),
  }),
  row('aws_route53_zone AWS::Route53::HostedZone', {
    name: 'name Name',
    arn: 'arn:{partition}:route53:::hostedzone/{self}',
    more: { zone_id: '{self}', Id: '{self}' },
  }),
  row('aws_route53_resolver_endpoint AWS::Route53Resolver::ResolverEndpoint', {
    arn: regional('route53resolver', 'resolver-endpoint/{self}'),
    more: { ResolverEndpointId: '{self}' },
  }),
  row('aws_wafv2_web_acl AWS::WAFv2::WebACL', { name: 'name Name', arn: regional('wafv2', 'regional/webacl/{name}/{self}') }),
  row('aws_networkfirewall_firewall AWS::NetworkFirewall::Firewall', {
    name: 'name FirewallName',
    arn: regional('network-firewall', 'firewall/{name}'),
    id: regional('network-firewall', 'firewall/{name}'),
  }),
  row('aws_networkfirewall_firewall_policy AWS::NetworkFirewall::FirewallPolicy', {
    name: 'name FirewallPolicyName',
    arn: regional('network-firewall', 'firewall-policy/{name}'),
    id: regional('network-firewall', 'firewall-policy/{name}'),
  }),
  row('aws_vpclattice_service AWS::VpcLattice::Service', {
    name: 'name Name',
    arn: regional('vpc-lattice', 'service/{self}'),
    ref: regional('vpc-lattice', 'service/{self}'),
  }),
  row('aws_vpclattice_service_network AWS::VpcLattice::ServiceNetwork', {
    name: 'name Name',
    arn: regional('vpc-lattice', 'servicenetwork/{self}'),
    ref: regional('vpc-lattice', 'servicenetwork/{self}'),
  }),
  row('aws_cloudwatch_event_bus AWS::Events::EventBus', { name: 'name Name', arn: regional('events', 'event-bus/{name}'), id: '{name}' }),
  row('aws_cloudwatch_event_rule AWS::Events::Rule', { name: 'name Name', arn: rule, id: '{name}' }),
  row('aws_cloudwatch_metric_alarm AWS::CloudWatch::Alarm', {
    name: 'alarm_name AlarmName',
    arn: regional('cloudwatch', 'alarm:{name}'),
    id: '{name}',
  }),
  row('aws_cloudtrail AWS::CloudTrail::Trail', {
    name: 'name TrailName',
    arn: regional('cloudtrail', 'trail/{name}'),
    id: regional('cloudtrail', 'trail/{name}'),
    ref: '{name}',
  }),
  row('aws_cloudtrail_event_data_store AWS::CloudTrail::EventDataStore', {
    arn: regional('cloudtrail', 'eventdatastore/{self}'),
    id: regional('cloudtrail', 'eventdatastore/{self}'),
  }),
  row('aws_config_configuration_recorder AWS::Config::ConfigurationRecorder', { name: 'name Name', id: '{name}' }),
  row('aws_guardduty_detector AWS::GuardDuty::Detector', { arn: regional('guardduty', 'detector/{self}') }),
];
