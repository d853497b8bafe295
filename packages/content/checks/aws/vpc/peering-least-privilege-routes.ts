/** A route for everything sends traffic for the internet to the neighbor. */
import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Peering routes cover only needed subnets', ja: 'ピアリングの経路が必要なサブネットだけを対象にする' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.vpc.route-table',
  why: {
    en: 'A peering route wider than one VPC joins networks that were meant to be apart, and takes traffic for other destinations.',
    ja: 'VPC 1 つより広いピアリング経路は、分けるべきネットワークをつなぎ、ほかの宛先の通信も引き込みます。',
  },
  fix: {
    summary: { en: 'Route only the subnets that are needed.', ja: '必要なサブネットだけを経路にしてください。' },
    terraform: `resource "aws_route" "partner" {
  route_table_id         = "rtb-0abc"
  destination_cidr_block = "10.1.4.0/24"
  vpc_peering_connection_id = "pcx-0abc"
}`,
    cloudformation: `Resources:
  Partner:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-0abc
      DestinationCidrBlock: 10.1.4.0/24
      VpcPeeringConnectionId: pcx-0abc`,
    cli: 'aws ec2 replace-route --route-table-id ID --destination-cidr-block 10.1.4.0/24 --vpc-peering-connection-id ID',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html'],
  equivalents: ['CKV2_AWS_44', 'prowler:vpc_peering_routing_tables_with_least_privilege'],
  evaluate(table) {
    const wide = find(table.routes, (route) => route.isPeering && isWide(route.destination));
    if (!wide) return pass();
    return fail({
      en: `A peering route of ${table.name} covers ${wide.destination ?? ''}, more than one VPC`,
      ja: `${table.name} のピアリング経路 ${wide.destination ?? ''} は VPC 1 つより広い範囲です`,
    });
  },
  examples: [
    fails(
      'everything',
      `resource "aws_route" "partner" {
  route_table_id         = "rtb-0abc"
  destination_cidr_block = "0.0.0.0/0"
  vpc_peering_connection_id = "pcx-0abc"
}`,
      {
        cloudformation: `Resources:
  Partner:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-0abc
      DestinationCidrBlock: 0.0.0.0/0
      VpcPeeringConnectionId: pcx-0abc`,
      },
    ),
    fails(
      'all private addresses, inside the table',
      `resource "aws_route_table" "private" {
  vpc_id = "vpc-0abc"
  route {
    cidr_block                = "10.0.0.0/8"
    vpc_peering_connection_id = "pcx-0abc"
  }
}`,
    ),
    passes(
      'one subnet',
      `resource "aws_route" "partner" {
  route_table_id         = "rtb-0abc"
  destination_cidr_block = "10.1.4.0/24"
  vpc_peering_connection_id = "pcx-0abc"
}`,
      {
        cloudformation: `Resources:
  Partner:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-0abc
      DestinationCidrBlock: 10.1.4.0/24
      VpcPeeringConnectionId: pcx-0abc`,
      },
    ),
    passes(
      'everything to the internet gateway',
      `resource "aws_route" "partner" {
  route_table_id         = "rtb-0abc"
  destination_cidr_block = "0.0.0.0/0"
  gateway_id = "igw-0abc"
}`,
      {
        cloudformation: `Resources:
  Partner:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-0abc
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: igw-0abc`,
      },
    ),
  ],
});

/** Wider than the largest VPC: /16 for IPv4; for IPv6 only everything counts. Source: Amazon VPC User Guide, "VPC CIDR blocks". */
function isWide(destination: string | undefined): boolean {
  const [address = '', bits] = (destination ?? '').split('/');
  return bits !== undefined && Number(bits) < (address.includes(':') ? 1 : 16);
}
