/** One zone fails as a whole now and then. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Load balancers span zones', ja: 'ロードバランサーが複数のゾーンにまたがっている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elbv2.load-balancer',
  why: {
    en: 'A load balancer in one zone is unreachable for as long as that zone is.',
    ja: '単一ゾーンのロードバランサーは、そのゾーンの障害中は到達できません。',
  },
  fix: {
    summary: { en: 'Give it subnets in two or more zones.', ja: '2 つ以上のゾーンのサブネットを指定してください。' },
    terraform: `resource "aws_lb" "orders" {
  name    = "orders"
  subnets = ["subnet-0a", "subnet-0b"]
}`,
    cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      Subnets:
        - subnet-0123456789abcdef0
        - subnet-0123456789abcdef1`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-subnets.html'],
  equivalents: ['ELB.13', 'prowler:elbv2_is_in_multiple_az'],
  evaluate(balancer) {
    if (balancer.subnets.length > 1) return pass();
    return fail({
      en: `Load balancer ${balancer.name} stands in one zone only`,
      ja: `ロードバランサー ${balancer.name} は単一のゾーンにしかありません`,
    });
  },
  examples: [
    fails(
      'one subnet',
      `resource "aws_lb" "orders" {
  name               = "orders"
  load_balancer_type = "network"
  subnets            = ["subnet-0a"]
}`,
    ),
    passes(
      'two subnets',
      `resource "aws_lb" "orders" {
  name    = "orders"
  subnets = ["subnet-0a", "subnet-0b"]
}`,
    ),
    fails('one subnet in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      Subnets:
        - subnet-0123456789abcdef0`,
    }),
    passes('two subnets in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      Subnets:
        - subnet-0123456789abcdef0
        - subnet-0123456789abcdef1`,
    }),
  ],
});
