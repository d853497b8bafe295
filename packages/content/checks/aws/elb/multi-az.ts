/** One zone fails as a whole now and then. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Classic load balancers span zones', ja: 'Classic Load Balancer が複数のゾーンにまたがっている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elb.load-balancer',
  why: {
    en: 'A load balancer in one zone is unreachable for as long as that zone is.',
    ja: '単一ゾーンのロードバランサーは、そのゾーンの障害中は到達できません。',
  },
  fix: {
    summary: { en: 'Give it subnets in two or more zones.', ja: '2 つ以上のゾーンのサブネットを指定してください。' },
    terraform: `resource "aws_elb" "orders" {
  name                      = "orders"
  cross_zone_load_balancing = true
  subnets                   = ["subnet-0a", "subnet-0b"]
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      LoadBalancerName: orders
      CrossZone: true
      Subnets: [subnet-0a, subnet-0b]`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-az.html'],
  equivalents: ['ELB.10', 'prowler:elb_is_in_multiple_az'],
  noFramework: 'no control mapping yet',
  evaluate(balancer) {
    if (balancer.zones.length > 1) return pass();
    return fail({
      en: `Load balancer ${balancer.name} stands in one zone only`,
      ja: `ロードバランサー ${balancer.name} は単一のゾーンにしかありません`,
    });
  },
  examples: [
    fails(
      'one subnet',
      `resource "aws_elb" "orders" {
  name                      = "orders"
  cross_zone_load_balancing = true
  subnets                   = ["subnet-0a"]
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      LoadBalancerName: orders
      CrossZone: true
      Subnets: [subnet-0a]`,
      },
    ),
    passes(
      'two subnets',
      `resource "aws_elb" "orders" {
  name                      = "orders"
  cross_zone_load_balancing = true
  subnets                   = ["subnet-0a", "subnet-0b"]
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      LoadBalancerName: orders
      CrossZone: true
      Subnets: [subnet-0a, subnet-0b]`,
      },
    ),
  ],
});
