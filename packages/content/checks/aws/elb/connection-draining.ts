/** Requests in flight are cut off when an instance leaves. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Classic load balancers drain connections', ja: 'Classic Load Balancer の Connection Draining が有効になっている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elb.load-balancer',
  why: {
    en: 'Without draining, requests that an instance is working on are cut off whenever it is deregistered or replaced.',
    ja: '有効でないと、インスタンスの登録解除や入れ替えのたびに処理中のリクエストが切断されます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'connection_draining', value: true }],
      cloudformation: [{ set: 'ConnectionDrainingPolicy.Enabled', value: true }],
    },
    summary: { en: 'Set connection_draining to true.', ja: 'connection_draining を true にしてください。' },
    terraform: `resource "aws_elb" "orders" {
  name                      = "orders"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cross_zone_load_balancing = true
  connection_draining       = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      LoadBalancerName: orders
      Subnets: [subnet-0a, subnet-0b]
      CrossZone: true
      ConnectionDrainingPolicy:
        Enabled: true`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-conn-drain.html'],
  equivalents: ['ELB.7', 'prowler:elb_connection_draining_enabled', 'cloudsploit:connectionDrainingEnabled'],
  noFramework: 'no control mapping yet',
  evaluate(balancer) {
    if (balancer.connectionDraining) return pass();
    return fail({
      en: `Load balancer ${balancer.name} cuts off requests of instances that leave`,
      ja: `ロードバランサー ${balancer.name} は切り離すインスタンスの処理中リクエストを待ちません`,
    });
  },
  examples: [
    fails(
      'not written',
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
      'on',
      `resource "aws_elb" "orders" {
  name                      = "orders"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cross_zone_load_balancing = true
  connection_draining       = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancing::LoadBalancer
    Properties:
      LoadBalancerName: orders
      Subnets: [subnet-0a, subnet-0b]
      CrossZone: true
      ConnectionDrainingPolicy:
        Enabled: true`,
      },
    ),
  ],
});
