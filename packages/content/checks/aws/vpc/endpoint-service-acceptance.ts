/** A service that accepts everybody has customers nobody knows. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Endpoint services accept connections by hand', ja: 'エンドポイントサービスが接続を手動で承認する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.vpc.endpoint-service',
  why: {
    en: 'Every allowed principal connects without anybody noticing.',
    ja: '許可されたプリンシパルが、誰にも気づかれずに接続できます。',
  },
  fix: {
    edits: { terraform: [{ set: 'acceptance_required', value: true }], cloudformation: [{ set: 'AcceptanceRequired', value: true }] },
    summary: { en: 'Set acceptance_required to true.', ja: 'acceptance_required を true にしてください。' },
    terraform: `resource "aws_vpc_endpoint_service" "orders" {
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"]
  acceptance_required = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::VPCEndpointService
    Properties:
      NetworkLoadBalancerArns: ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"]
      AcceptanceRequired: true`,
    cli: 'aws ec2 modify-vpc-endpoint-service-configuration --service-id ID --acceptance-required',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html'],
  equivalents: ['CKV_AWS_123'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.acceptanceRequired) return pass();
    return fail({
      en: `Endpoint service ${service.name} accepts connections by itself`,
      ja: `エンドポイントサービス ${service.name} は接続を自動で承認します`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_vpc_endpoint_service" "orders" {
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"]
  acceptance_required = false
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::VPCEndpointService
    Properties:
      NetworkLoadBalancerArns: ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"]
      AcceptanceRequired: false`,
      },
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::VPCEndpointService
    Properties:
      NetworkLoadBalancerArns: ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"]`,
    }),
    passes(
      'by hand',
      `resource "aws_vpc_endpoint_service" "orders" {
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"]
  acceptance_required = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::VPCEndpointService
    Properties:
      NetworkLoadBalancerArns: ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"]
      AcceptanceRequired: true`,
      },
    ),
  ],
});
