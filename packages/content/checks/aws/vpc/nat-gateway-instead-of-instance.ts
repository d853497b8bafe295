/** A NAT instance is a server to patch, and one that sees all traffic. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Outbound traffic goes through NAT gateways, not instances',
    ja: '外向きの通信が NAT インスタンスではなく NAT ゲートウェイを通る',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.vpc.route-table',
  why: {
    en: 'A NAT instance fails alone, has to be patched, and whoever takes it over sees and changes all outbound traffic.',
    ja: 'NAT インスタンスは単一障害点でパッチも必要です。乗っ取られると外向きの全通信を盗聴・改ざんされます。',
  },
  fix: {
    summary: { en: 'Route to a NAT gateway.', ja: 'NAT ゲートウェイへの経路に変えてください。' },
    terraform: `resource "aws_route" "partner" {
  route_table_id         = "rtb-0abc"
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id = "nat-0abc"
}`,
    cloudformation: `Resources:
  Partner:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-0abc
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: nat-0abc`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-comparison.html'],
  equivalents: ['CKV2_AWS_35'],
  noFramework: 'no control mapping yet',
  evaluate(table) {
    if (none(table.routes, (route) => route.isInstance && route.destination === '0.0.0.0/0')) return pass();
    return fail({
      en: `The default route of ${table.name} leads to an instance`,
      ja: `${table.name} のデフォルトルートはインスタンスに向いています`,
    });
  },
  examples: [
    fails(
      'an instance',
      `resource "aws_route" "partner" {
  route_table_id         = "rtb-0abc"
  destination_cidr_block = "0.0.0.0/0"
  instance_id = "i-0abc"
}`,
      {
        cloudformation: `Resources:
  Partner:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-0abc
      DestinationCidrBlock: 0.0.0.0/0
      InstanceId: i-0abc`,
      },
    ),
    passes(
      'a NAT gateway',
      `resource "aws_route" "partner" {
  route_table_id         = "rtb-0abc"
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id = "nat-0abc"
}`,
      {
        cloudformation: `Resources:
  Partner:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: rtb-0abc
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: nat-0abc`,
      },
    ),
    passes(
      'another destination',
      `resource "aws_route" "partner" {
  route_table_id         = "rtb-0abc"
  destination_cidr_block = "10.9.0.0/16"
  instance_id = "i-0abc"
}`,
    ),
  ],
});
