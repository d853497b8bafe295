/** Without it every zone serves alone what arrives there. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Classic load balancers balance across zones', ja: 'Classic Load Balancer がゾーン間で負荷分散している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elb.load-balancer',
  why: {
    en: 'Without cross-zone balancing a zone with few healthy instances gets as many requests as a full one, and fails first.',
    ja: 'ゾーン間の負荷分散がないと、正常なインスタンスが少ないゾーンにも同じ量のリクエストが届き、先に倒れます。',
  },
  fix: {
    edits: { terraform: [{ set: 'cross_zone_load_balancing', value: true }], cloudformation: [{ set: 'CrossZone', value: true }] },
    summary: { en: 'Set cross_zone_load_balancing to true.', ja: 'cross_zone_load_balancing を true にしてください。' },
    terraform: `resource "aws_elb" "orders" {
  name                      = "orders"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cross_zone_load_balancing = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      LoadBalancerName: orders
      Subnets: [subnet-0a, subnet-0b]
      CrossZone: true`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-crosszone-lb.html'],
  equivalents: ['CKV_AWS_138', 'ELB.9', 'prowler:elb_cross_zone_load_balancing_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(balancer) {
    if (balancer.crossZone) return pass();
    return fail({
      en: `Load balancer ${balancer.name} does not balance across zones`,
      ja: `ロードバランサー ${balancer.name} はゾーン間で負荷分散していません`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "aws_elb" "orders" {
  name                      = "orders"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cross_zone_load_balancing = false
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      LoadBalancerName: orders
      Subnets: [subnet-0a, subnet-0b]
      CrossZone: false`,
      },
    ),
    passes(
      'on',
      `resource "aws_elb" "orders" {
  name                      = "orders"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cross_zone_load_balancing = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      LoadBalancerName: orders
      Subnets: [subnet-0a, subnet-0b]
      CrossZone: true`,
      },
    ),
    passes(
      'the default of Terraform',
      `resource "aws_elb" "orders" {
  name = "orders"
}`,
    ),
  ],
});
