/** An endpoint in one zone goes down with that zone, and everything that calls AWS through it. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Interface endpoints are in several zones', ja: 'インターフェイスエンドポイントが複数のゾーンにある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.vpc.endpoint',
  why: {
    en: 'When the zone fails, servers in the other zones cannot reach the service any more.',
    ja: 'そのゾーンが停止すると、ほかのゾーンのサーバーもサービスに到達できなくなります。',
  },
  fix: {
    summary: { en: 'Name subnets of two zones or more.', ja: '2 つ以上のゾーンのサブネットを指定してください。' },
    terraform: `resource "aws_vpc_endpoint" "sqs" {
  vpc_id            = "vpc-0abc"
  service_name      = "com.amazonaws.us-east-1.sqs"
  vpc_endpoint_type = "Interface"
  subnet_ids        = ["subnet-0abc", "subnet-0def"]
}`,
    cloudformation: `Resources:
  Sqs:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-0abc
      ServiceName: com.amazonaws.us-east-1.sqs
      VpcEndpointType: Interface
      SubnetIds: [subnet-0abc, subnet-0def]`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html'],
  equivalents: ['prowler:vpc_endpoint_multi_az_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(endpoint) {
    if (endpoint.kind !== 'Interface')
      return notApplicable({ en: 'It is no interface endpoint', ja: 'インターフェイスエンドポイントではありません' });
    if (endpoint.subnetCount >= 2) return pass();
    return fail({
      en: `Endpoint ${endpoint.name} is in ${endpoint.subnetCount} subnets`,
      ja: `エンドポイント ${endpoint.name} のサブネットは ${endpoint.subnetCount} 個です`,
    });
  },
  examples: [
    fails(
      'one subnet',
      `resource "aws_vpc_endpoint" "sqs" {
  vpc_id            = "vpc-0abc"
  service_name      = "com.amazonaws.us-east-1.sqs"
  vpc_endpoint_type = "Interface"
  subnet_ids        = ["subnet-0abc"]
}`,
      {
        cloudformation: `Resources:
  Sqs:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-0abc
      ServiceName: com.amazonaws.us-east-1.sqs
      VpcEndpointType: Interface
      SubnetIds: [subnet-0abc]`,
      },
    ),
    passes(
      'two',
      `resource "aws_vpc_endpoint" "sqs" {
  vpc_id            = "vpc-0abc"
  service_name      = "com.amazonaws.us-east-1.sqs"
  vpc_endpoint_type = "Interface"
  subnet_ids        = ["subnet-0abc", "subnet-0def"]
}`,
      {
        cloudformation: `Resources:
  Sqs:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-0abc
      ServiceName: com.amazonaws.us-east-1.sqs
      VpcEndpointType: Interface
      SubnetIds: [subnet-0abc, subnet-0def]`,
      },
    ),
    isNotApplicable(
      'gateway endpoint',
      `resource "aws_vpc_endpoint" "sqs" {
  vpc_id            = "vpc-0abc"
  service_name      = "com.amazonaws.us-east-1.sqs"
  vpc_endpoint_type = "Gateway"
}`,
      {
        cloudformation: `Resources:
  Sqs:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-0abc
      ServiceName: com.amazonaws.us-east-1.sqs
      VpcEndpointType: Gateway`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "subnets" {}
resource "aws_vpc_endpoint" "sqs" {
  vpc_id            = "vpc-0abc"
  service_name      = "com.amazonaws.us-east-1.sqs"
  vpc_endpoint_type = "Interface"
  subnet_ids        = var.subnets
}`,
    ),
  ],
});
