/** One switch above all route tables and security groups of a region. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'VPC Block Public Access stops inbound traffic', ja: 'VPC ブロックパブリックアクセスが内向きの通信を止める' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.vpc.block-public-access',
  why: {
    en: 'With the mode off, any VPC of the region can be opened to the internet by a route and a rule.',
    ja: 'オフの場合、リージョン内のどの VPC も経路とルールだけでインターネットに開かれます。',
  },
  fix: {
    summary: {
      en: 'Set internet_gateway_block_mode to block-ingress or block-bidirectional, and exclude the VPCs that are meant to be public.',
      ja: 'internet_gateway_block_mode を block-ingress か block-bidirectional にし、公開する VPC だけを除外してください。',
    },
    terraform: `resource "aws_vpc_block_public_access_options" "all" {
  internet_gateway_block_mode = "block-ingress"
}`,
    cloudformation: `Resources:
  All:
    Type: AWS::EC2::VPCBlockPublicAccessOptions
    Properties:
      InternetGatewayBlockMode: block-ingress`,
    cli: 'aws ec2 modify-vpc-block-public-access-options --internet-gateway-block-mode block-ingress',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html'],
  equivalents: ['EC2.172'],
  noFramework: 'no control mapping yet',
  evaluate(options) {
    if (options.internetGatewayMode !== 'off') return pass();
    return fail({
      en: `VPC Block Public Access (${options.name}) is off`,
      ja: `VPC ブロックパブリックアクセス (${options.name}) はオフです`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "aws_vpc_block_public_access_options" "all" {
  internet_gateway_block_mode = "off"
}`,
      {
        cloudformation: `Resources:
  All:
    Type: AWS::EC2::VPCBlockPublicAccessOptions
    Properties:
      InternetGatewayBlockMode: "off"`,
      },
    ),
    passes(
      'ingress',
      `resource "aws_vpc_block_public_access_options" "all" {
  internet_gateway_block_mode = "block-ingress"
}`,
      {
        cloudformation: `Resources:
  All:
    Type: AWS::EC2::VPCBlockPublicAccessOptions
    Properties:
      InternetGatewayBlockMode: block-ingress`,
      },
    ),
    passes(
      'both ways',
      `resource "aws_vpc_block_public_access_options" "all" {
  internet_gateway_block_mode = "block-bidirectional"
}`,
      {
        cloudformation: `Resources:
  All:
    Type: AWS::EC2::VPCBlockPublicAccessOptions
    Properties:
      InternetGatewayBlockMode: block-bidirectional`,
      },
    ),
  ],
});
