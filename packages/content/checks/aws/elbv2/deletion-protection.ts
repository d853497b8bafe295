/** With the load balancer goes its address, its certificate binding and every listener. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Load balancers have deletion protection', ja: 'ロードバランサーの削除保護が有効になっている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.elbv2.load-balancer',
  why: {
    en: 'A mistake or a stolen role removes the entrance of the application in one call.',
    ja: '操作ミスや奪われたロールの 1 回の呼び出しで、アプリケーションの入口が消えます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'enable_deletion_protection', value: true }],
      cloudformation: [{ set: 'LoadBalancerAttributes[Key=deletion_protection.enabled].Value', value: 'true' }],
    },
    summary: { en: 'Set enable_deletion_protection to true.', ja: 'enable_deletion_protection を true にしてください。' },
    terraform: `resource "aws_lb" "orders" {
  name                       = "orders"
  subnets                    = ["subnet-0a", "subnet-0b"]
  enable_deletion_protection = true
}`,
    cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      LoadBalancerAttributes:
        - Key: deletion_protection.enabled
          Value: 'true'`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html'],
  equivalents: ['CKV_AWS_150', 'ELB.6', 'prowler:elbv2_deletion_protection', 'cloudsploit:elbv2DeletionProtection'],
  evaluate(balancer) {
    if (balancer.deletionProtection) return pass();
    return fail({
      en: `Load balancer ${balancer.name} has no deletion protection`,
      ja: `ロードバランサー ${balancer.name} に削除保護がありません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_lb" "orders" {
  name    = "orders"
  subnets = ["subnet-0a", "subnet-0b"]
}`,
    ),
    passes(
      'on',
      `resource "aws_lb" "orders" {
  name                       = "orders"
  subnets                    = ["subnet-0a", "subnet-0b"]
  enable_deletion_protection = true
}`,
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web`,
    }),
    passes('on in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      LoadBalancerAttributes:
        - Key: deletion_protection.enabled
          Value: 'true'`,
    }),
  ],
});
