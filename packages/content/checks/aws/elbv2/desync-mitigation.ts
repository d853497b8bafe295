/** Request smuggling lives from two parsers that disagree about where a request ends. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'ALBs block request smuggling', ja: 'ALB がリクエストスマグリングを防いでいる' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elbv2.load-balancer',
  why: {
    en: 'In monitor mode ambiguous requests reach the application, which may see a second, smuggled request in them.',
    ja: 'monitor モードでは曖昧なリクエストがそのまま届き、アプリケーションが別のリクエストとして解釈するおそれがあります。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'desync_mitigation_mode', value: 'defensive' }],
      cloudformation: [{ set: 'LoadBalancerAttributes[Key=routing.http.desync_mitigation_mode].Value', value: 'defensive' }],
    },
    cautions: ['blocks-traffic'],
    summary: {
      en: 'Set desync_mitigation_mode to defensive or strictest.',
      ja: 'desync_mitigation_mode を defensive か strictest にしてください。',
    },
    terraform: `resource "aws_lb" "orders" {
  name                   = "orders"
  subnets                = ["subnet-0a", "subnet-0b"]
  desync_mitigation_mode = "defensive"
}`,
    cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      LoadBalancerAttributes:
        - Key: routing.http.desync_mitigation_mode
          Value: strictest`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html'],
  equivalents: ['CKV_AWS_328', 'ELB.12', 'prowler:elbv2_desync_mitigation_mode'],
  noFramework: 'no control mapping yet',
  evaluate(balancer) {
    if (aside(() => balancer.type !== 'application'))
      return notApplicable({
        en: `${balancer.name} is no application load balancer`,
        ja: `${balancer.name} は Application Load Balancer ではありません`,
      });
    if (balancer.desyncMode !== 'monitor') return pass();
    return fail({
      en: `Load balancer ${balancer.name} only watches ambiguous requests (monitor)`,
      ja: `ロードバランサー ${balancer.name} は曖昧なリクエストを監視するだけです (monitor)`,
    });
  },
  examples: [
    fails(
      'monitor',
      `resource "aws_lb" "orders" {
  name                   = "orders"
  subnets                = ["subnet-0a", "subnet-0b"]
  desync_mitigation_mode = "monitor"
}`,
    ),
    passes(
      'the default is defensive',
      `resource "aws_lb" "orders" {
  name    = "orders"
  subnets = ["subnet-0a", "subnet-0b"]
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
    fails('monitor in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      LoadBalancerAttributes:
        - Key: routing.http.desync_mitigation_mode
          Value: monitor`,
    }),
    passes('the default is defensive in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web`,
    }),
  ],
});
