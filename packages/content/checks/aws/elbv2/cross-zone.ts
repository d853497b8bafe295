/** Without it every zone serves alone what arrives there. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Load balancers balance across zones', ja: 'ロードバランサーがゾーン間で負荷分散している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elbv2.load-balancer',
  why: {
    en: 'A zone with few healthy targets gets as many requests as a full one, and fails first.',
    ja: '正常なターゲットが少ないゾーンにも同じ量のリクエストが届き、先に倒れます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'enable_cross_zone_load_balancing', value: true }],
      cloudformation: [{ set: 'LoadBalancerAttributes[Key=load_balancing.cross_zone.enabled].Value', value: 'true' }],
    },
    cautions: ['costs'],
    summary: { en: 'Set enable_cross_zone_load_balancing to true.', ja: 'enable_cross_zone_load_balancing を true にしてください。' },
    terraform: `resource "aws_lb" "orders" {
  name                             = "orders"
  subnets                          = ["subnet-0a", "subnet-0b"]
  load_balancer_type               = "network"
  enable_cross_zone_load_balancing = true
}`,
    cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      Type: network
      LoadBalancerAttributes:
        - Key: load_balancing.cross_zone.enabled
          Value: 'true'`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-load-balancer-attributes.html'],
  equivalents: ['CKV_AWS_152', 'prowler:elbv2_cross_zone_load_balancing_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(balancer) {
    if (aside(() => balancer.type === 'application'))
      return notApplicable({ en: `${balancer.name} always balances across zones`, ja: `${balancer.name} は常にゾーン間で負荷分散します` });
    if (balancer.crossZone) return pass();
    return fail({
      en: `Load balancer ${balancer.name} does not balance across zones`,
      ja: `ロードバランサー ${balancer.name} はゾーン間で負荷分散していません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_lb" "orders" {
  name               = "orders"
  subnets            = ["subnet-0a", "subnet-0b"]
  load_balancer_type = "network"
}`,
    ),
    passes(
      'on',
      `resource "aws_lb" "orders" {
  name                             = "orders"
  subnets                          = ["subnet-0a", "subnet-0b"]
  load_balancer_type               = "network"
  enable_cross_zone_load_balancing = true
}`,
    ),
    isNotApplicable(
      'an application load balancer always does',
      `resource "aws_lb" "orders" {
  name    = "orders"
  subnets = ["subnet-0a", "subnet-0b"]
}`,
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      Type: network`,
    }),
    passes('on in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      Type: network
      LoadBalancerAttributes:
        - Key: load_balancing.cross_zone.enabled
          Value: 'true'`,
    }),
  ],
});
