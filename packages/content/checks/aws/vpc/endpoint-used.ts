/** Calls to AWS need not leave the network. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'AWS services are reached through VPC endpoints', ja: 'AWS サービスに VPC エンドポイント経由でアクセスする' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.vpc.network',
  why: {
    en: 'Without endpoints servers need a way to the internet to call AWS, and that way serves intruders too.',
    ja: 'エンドポイントがないと、AWS の呼び出しのためにインターネットへの経路が必要となり、侵入者にも使われます。',
  },
  fix: {
    summary: { en: 'Add an interface endpoint for the service.', ja: 'サービスのインターフェイスエンドポイントを追加してください。' },
    terraform: `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_vpc_endpoint" "ec2" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.us-east-1.ec2"
  vpc_endpoint_type = "Interface"
}`,
    cloudformation: `Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  Ec2Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Main
      ServiceName: com.amazonaws.us-east-1.ec2
      VpcEndpointType: Interface`,
    cli: 'aws ec2 create-vpc-endpoint --vpc-id ID --service-name com.amazonaws.REGION.ec2 --vpc-endpoint-type Interface',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html'],
  equivalents: ['EC2.10', 'prowler:vpc_endpoint_for_ec2_enabled'],
  params: {
    services: {
      type: 'strings',
      default: ['ec2'],
      description: {
        en: 'Services that need an endpoint, by the last part of their name',
        ja: 'エンドポイントが必要なサービス (名前の末尾)',
      },
    },
  },
  evaluate(vpc, { services }) {
    const missing = services.filter((service) => !any(vpc.endpointServices, (each) => each.endsWith(`.${service}`)));
    if (missing.length === 0) return pass();
    return fail({
      en: `VPC ${vpc.name} has no endpoint for ${missing.join(', ')}`,
      ja: `VPC ${vpc.name} に ${missing.join('・')} のエンドポイントがありません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16`,
      },
    ),
    passes(
      'endpoint',
      `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_vpc_endpoint" "ec2" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.us-east-1.ec2"
  vpc_endpoint_type = "Interface"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  Ec2Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Main
      ServiceName: com.amazonaws.us-east-1.ec2
      VpcEndpointType: Interface`,
      },
    ),
    passes(
      'a house that needs S3 only',
      `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.main.id
  service_name = "com.amazonaws.us-east-1.s3"
}`,
      { params: { services: ['s3'] } },
    ),
  ],
});
