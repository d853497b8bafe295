/** With a shared hub, any account that it is shared with may join on its own. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Transit gateways do not accept attachments automatically', ja: 'Transit Gateway がアタッチメントを自動承認しない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.ec2.transit-gateway',
  why: {
    en: 'Every account that the gateway is shared with can attach a VPC and gets a route into the network without anybody looking.',
    ja: '共有先のアカウントは誰の確認もなしに VPC を接続でき、ネットワークへの経路を得ます。',
  },
  fix: {
    summary: { en: 'Set auto_accept_shared_attachments to disable.', ja: 'auto_accept_shared_attachments を disable にしてください。' },
    terraform: `resource "aws_ec2_transit_gateway" "hub" {
  description = "hub"
}`,
    cloudformation: `Resources:
  Hub:
    Type: AWS::EC2::TransitGateway
    Properties:
      Description: hub`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html'],
  equivalents: ['CKV_AWS_331', 'EC2.23', 'prowler:ec2_transitgateway_auto_accept_vpc_attachments'],
  evaluate(gateway) {
    if (gateway.autoAccept !== 'enable') return pass();
    return fail({
      en: `Transit gateway ${gateway.name} accepts shared attachments by itself`,
      ja: `Transit Gateway ${gateway.name} は共有アタッチメントを自動承認します`,
    });
  },
  examples: [
    fails(
      'on',
      `resource "aws_ec2_transit_gateway" "hub" {
  description                    = "hub"
  auto_accept_shared_attachments = "enable"
}`,
      {
        cloudformation: `Resources:
  Hub:
    Type: AWS::EC2::TransitGateway
    Properties:
      Description: hub
      AutoAcceptSharedAttachments: enable`,
      },
    ),
    passes(
      'the default',
      `resource "aws_ec2_transit_gateway" "hub" {
  description = "hub"
}`,
      {
        cloudformation: `Resources:
  Hub:
    Type: AWS::EC2::TransitGateway
    Properties:
      Description: hub`,
      },
    ),
  ],
});
