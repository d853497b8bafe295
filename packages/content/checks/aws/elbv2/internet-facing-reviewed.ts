/** Internet-facing is the default; nobody has to mean it. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Internet-facing load balancers are intended', ja: 'インターネット向けロードバランサーが意図されたものである' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.elbv2.load-balancer',
  why: {
    en: 'A load balancer is public unless the code says otherwise, so that internal tools end up on the internet by omission.',
    ja: '明示しない限りロードバランサーは公開されるため、社内ツールが書き忘れだけでインターネットに出てしまいます。',
  },
  fix: {
    summary: {
      en: 'Set internal to true, or record an exception with the reason.',
      ja: 'internal を true にするか、理由を付けて例外を登録してください。',
    },
    terraform: `resource "aws_lb" "orders" {
  name     = "orders"
  subnets  = ["subnet-0a", "subnet-0b"]
  internal = true
}`,
    cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      Scheme: internal`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html'],
  equivalents: ['AVD-AWS-0053', 'tfsec:aws-elb-alb-not-public', 'tfsec:aws-elbv2-alb-not-public', 'prowler:elbv2_internet_facing'],
  evaluate(balancer) {
    if (aside(() => balancer.type === 'gateway'))
      return notApplicable({ en: `${balancer.name} is a gateway load balancer`, ja: `${balancer.name} はゲートウェイ型です` });
    if (balancer.isInternal) return pass();
    return fail({
      en: `Load balancer ${balancer.name} faces the internet`,
      ja: `ロードバランサー ${balancer.name} はインターネットに公開されています`,
    });
  },
  examples: [
    fails(
      'public by default',
      `resource "aws_lb" "orders" {
  name    = "orders"
  subnets = ["subnet-0a", "subnet-0b"]
}`,
    ),
    passes(
      'internal',
      `resource "aws_lb" "orders" {
  name     = "orders"
  subnets  = ["subnet-0a", "subnet-0b"]
  internal = true
}`,
    ),
    isNotApplicable(
      'a gateway load balancer',
      `resource "aws_lb" "orders" {
  name               = "orders"
  subnets            = ["subnet-0a", "subnet-0b"]
  load_balancer_type = "gateway"
}`,
    ),
    fails('public by default in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web`,
    }),
    passes('internal in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      Scheme: internal`,
    }),
  ],
});
