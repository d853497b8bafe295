/** Request smuggling begins with headers that two servers read differently. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'ALBs drop malformed headers', ja: 'ALB が不正なヘッダーを破棄する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.elbv2.load-balancer',
  why: {
    en: 'Headers that HTTP does not allow reach the application, which may read them differently: a way to smuggle requests.',
    ja: 'HTTP で許されないヘッダーがアプリケーションに届き、リクエストスマグリングに悪用されるおそれがあります。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'drop_invalid_header_fields', value: true }],
      cloudformation: [{ set: 'LoadBalancerAttributes[Key=routing.http.drop_invalid_header_fields.enabled].Value', value: 'true' }],
    },
    cautions: ['blocks-traffic'],
    summary: { en: 'Set drop_invalid_header_fields to true.', ja: 'drop_invalid_header_fields を true にしてください。' },
    terraform: `resource "aws_lb" "orders" {
  name                       = "orders"
  subnets                    = ["subnet-0a", "subnet-0b"]
  drop_invalid_header_fields = true
}`,
    cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      LoadBalancerAttributes:
        - Key: routing.http.drop_invalid_header_fields.enabled
          Value: 'true'`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html'],
  equivalents: [
    'CKV_AWS_131',
    'AVD-AWS-0052',
    'tfsec:aws-elb-drop-invalid-headers',
    'ELB.4',
    'prowler:elbv2_alb_drop_invalid_header_fields_enabled',
  ],
  evaluate(balancer) {
    if (aside(() => balancer.type !== 'application'))
      return notApplicable({
        en: `${balancer.name} is no application load balancer`,
        ja: `${balancer.name} は Application Load Balancer ではありません`,
      });
    if (balancer.dropsInvalidHeaders) return pass();
    return fail({
      en: `Load balancer ${balancer.name} passes malformed headers on`,
      ja: `ロードバランサー ${balancer.name} は不正なヘッダーを通します`,
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
  drop_invalid_header_fields = true
}`,
    ),
    isNotApplicable(
      'a network load balancer',
      `resource "aws_lb" "orders" {
  name               = "orders"
  subnets            = ["subnet-0a", "subnet-0b"]
  load_balancer_type = "network"
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
        - Key: routing.http.drop_invalid_header_fields.enabled
          Value: 'true'`,
    }),
  ],
});
