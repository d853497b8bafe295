/** `*` lets every AWS account in the world see and ask for the service. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Endpoint services name who may connect', ja: 'エンドポイントサービスが接続元を明示している' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.vpc.endpoint-service',
  why: {
    en: 'Every AWS account finds the service and connects, or floods it with requests.',
    ja: 'あらゆる AWS アカウントがサービスに接続や接続要求を送れます。',
  },
  fix: {
    summary: { en: 'List the accounts or roles instead of "*".', ja: '"*" の代わりにアカウントやロールを列挙してください。' },
    terraform: `resource "aws_vpc_endpoint_service" "orders" {
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"]
  acceptance_required = true
  allowed_principals  = ["arn:aws:iam::123456789012:root"]
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::VPCEndpointService
    Properties:
      NetworkLoadBalancerArns: ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"]
      AcceptanceRequired: true
  Allowed:
    Type: AWS::EC2::VPCEndpointServicePermissions
    Properties:
      ServiceId: !Ref Orders
      AllowedPrincipals: ["arn:aws:iam::123456789012:root"]`,
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html'],
  equivalents: ['prowler:vpc_endpoint_services_allowed_principals_trust_boundaries'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (none(service.allowedPrincipals, (principal) => principal === '*')) return pass();
    return fail({
      en: `Endpoint service ${service.name} admits every AWS account`,
      ja: `エンドポイントサービス ${service.name} はすべての AWS アカウントを許可しています`,
    });
  },
  examples: [
    fails(
      'everybody',
      `resource "aws_vpc_endpoint_service" "orders" {
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"]
  acceptance_required = true
  allowed_principals  = ["*"]
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::VPCEndpointService
    Properties:
      NetworkLoadBalancerArns: ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"]
      AcceptanceRequired: true
  Allowed:
    Type: AWS::EC2::VPCEndpointServicePermissions
    Properties:
      ServiceId: !Ref Orders
      AllowedPrincipals: ["*"]`,
      },
    ),
    fails(
      'beside it',
      `resource "aws_vpc_endpoint_service" "orders" {
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"]
  acceptance_required = true
}
resource "aws_vpc_endpoint_service_allowed_principal" "all" {
  vpc_endpoint_service_id = aws_vpc_endpoint_service.orders.id
  principal_arn           = "*"
}`,
    ),
    passes(
      'an account',
      `resource "aws_vpc_endpoint_service" "orders" {
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"]
  acceptance_required = true
  allowed_principals  = ["arn:aws:iam::123456789012:root"]
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::VPCEndpointService
    Properties:
      NetworkLoadBalancerArns: ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"]
      AcceptanceRequired: true
  Allowed:
    Type: AWS::EC2::VPCEndpointServicePermissions
    Properties:
      ServiceId: !Ref Orders
      AllowedPrincipals: ["arn:aws:iam::123456789012:root"]`,
      },
    ),
  ],
});
