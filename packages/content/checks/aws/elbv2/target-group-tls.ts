/** Behind the load balancer the network is shared, too. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Load balancers talk TLS to their targets', ja: 'ロードバランサーとターゲットの間が TLS で保護されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elbv2.target-group',
  why: {
    en: 'Between load balancer and target everything can be read by whoever is in that network.',
    ja: 'ロードバランサーとターゲットの間の通信を、同じネットワークの誰もが読めます。',
  },
  fix: {
    summary: { en: 'Set protocol to HTTPS or TLS.', ja: 'protocol を HTTPS か TLS にしてください。' },
    terraform: `resource "aws_lb_target_group" "orders" {
  name     = "orders"
  port     = 8443
  vpc_id   = "vpc-0123456789abcdef0"
  protocol = "HTTPS"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Name: orders
      Port: 8443
      VpcId: vpc-0123456789abcdef0
      Protocol: HTTPS`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html'],
  equivalents: ['CKV_AWS_378'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (group.protocol !== 'HTTP') return pass();
    return fail({ en: `Targets of ${group.name} are spoken to in plain HTTP`, ja: `${group.name} のターゲットとの通信が平文の HTTP です` });
  },
  examples: [
    fails(
      'HTTP',
      `resource "aws_lb_target_group" "orders" {
  name     = "orders"
  port     = 8443
  vpc_id   = "vpc-0123456789abcdef0"
  protocol = "HTTP"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Name: orders
      Port: 8443
      VpcId: vpc-0123456789abcdef0
      Protocol: HTTP`,
      },
    ),
    passes(
      'HTTPS',
      `resource "aws_lb_target_group" "orders" {
  name     = "orders"
  port     = 8443
  vpc_id   = "vpc-0123456789abcdef0"
  protocol = "HTTPS"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Name: orders
      Port: 8443
      VpcId: vpc-0123456789abcdef0
      Protocol: HTTPS`,
      },
    ),
  ],
});
