/** An open endpoint is a way out for data to a bucket of the thief. */
import type { PolicyStatement } from '@kumomori/model';
import {
  anyStatement,
  aside,
  coversAllResources,
  defineCheck,
  fail,
  fails,
  isNotApplicable,
  namesEveryone,
  none,
  notApplicable,
  pass,
  passes,
} from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Endpoint policies limit principals and resources', ja: 'エンドポイントポリシーがプリンシパルやリソースを限定している' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.vpc.endpoint',
  why: {
    en: 'With the default policy an intruder on a server copies data to a bucket in his own account, past proxies and firewalls.',
    ja: '既定のポリシーでは、サーバーに侵入した者がプロキシやファイアウォールを通らず自分のバケットへデータをコピーできます。',
  },
  fix: {
    summary: {
      en: 'Write a policy that names your principals, resources or organization.',
      ja: '自組織のプリンシパル・リソース・組織 ID に限定したポリシーを記述してください。',
    },
    terraform: `resource "aws_vpc_endpoint" "s3" {
  vpc_id       = "vpc-0abc"
  service_name = "com.amazonaws.us-east-1.s3"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::orders-bucket/*" }]
  })
}`,
    cloudformation: `Resources:
  S3Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-0abc
      ServiceName: com.amazonaws.us-east-1.s3
      PolicyDocument:
        Statement:
          - { Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::orders-bucket/*" }`,
    cli: 'aws ec2 modify-vpc-endpoint --vpc-endpoint-id ID --policy-document file://policy.json',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html'],
  equivalents: ['prowler:vpc_endpoint_connections_trust_boundaries'],
  evaluate(endpoint) {
    if (endpoint.kind !== 'Gateway' && endpoint.kind !== 'Interface')
      return notApplicable({ en: 'Such an endpoint has no policy', ja: 'ポリシーのない種類のエンドポイントです' });
    if (endpoint.policy === undefined)
      return fail({
        en: `Endpoint ${endpoint.name} has the default policy, which allows everything`,
        ja: `エンドポイント ${endpoint.name} は既定のポリシーのままで、すべてを許可しています`,
      });
    if (!anyStatement(endpoint.policy, isOpen)) return pass();
    return fail(
      {
        en: `Policy of endpoint ${endpoint.name} allows everybody everything`,
        ja: `エンドポイント ${endpoint.name} のポリシーはすべてを許可しています`,
      },
      { at: ['policy'] },
    );
  },
  examples: [
    fails(
      'default policy',
      `resource "aws_vpc_endpoint" "s3" {
  vpc_id       = "vpc-0abc"
  service_name = "com.amazonaws.us-east-1.s3"
}`,
      {
        cloudformation: `Resources:
  S3Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-0abc
      ServiceName: com.amazonaws.us-east-1.s3`,
      },
    ),
    fails(
      'written as open',
      `resource "aws_vpc_endpoint" "s3" {
  vpc_id       = "vpc-0abc"
  service_name = "com.amazonaws.us-east-1.s3"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "*", Resource = "*" }]
  })
}`,
      {
        cloudformation: `Resources:
  S3Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-0abc
      ServiceName: com.amazonaws.us-east-1.s3
      PolicyDocument:
        Statement:
          - { Effect: Allow, Principal: "*", Action: "*", Resource: "*" }`,
      },
    ),
    passes(
      'one bucket',
      `resource "aws_vpc_endpoint" "s3" {
  vpc_id       = "vpc-0abc"
  service_name = "com.amazonaws.us-east-1.s3"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::orders-bucket/*" }]
  })
}`,
      {
        cloudformation: `Resources:
  S3Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-0abc
      ServiceName: com.amazonaws.us-east-1.s3
      PolicyDocument:
        Statement:
          - { Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::orders-bucket/*" }`,
      },
    ),
    passes(
      'the organization only',
      `resource "aws_vpc_endpoint" "s3" {
  vpc_id       = "vpc-0abc"
  service_name = "com.amazonaws.us-east-1.s3"
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "*", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-exampleorg" } } }]
  })
}`,
    ),
    isNotApplicable(
      'a firewall endpoint',
      `resource "aws_vpc_endpoint" "s3" {
  vpc_id       = "vpc-0abc"
  service_name = "com.amazonaws.us-east-1.s3"
  vpc_endpoint_type = "GatewayLoadBalancer"
}`,
      {
        cloudformation: `Resources:
  S3Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: vpc-0abc
      ServiceName: com.amazonaws.us-east-1.s3
      VpcEndpointType: GatewayLoadBalancer`,
      },
    ),
  ],
});

/** Neither principal nor resource nor a condition keeps anything inside. */
function isOpen(statement: PolicyStatement): boolean {
  return (
    statement.effect === 'Allow' &&
    namesEveryone(statement) &&
    coversAllResources(statement) &&
    aside(() => none(statement.conditions, () => true))
  );
}
