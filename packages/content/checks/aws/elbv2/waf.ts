/** The load balancer is where bad requests can still be stopped in front of the application. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Public ALBs have a web ACL', ja: '公開 ALB に Web ACL が関連付けられている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.elbv2.load-balancer',
  why: {
    en: 'Without a web ACL scans, injections and floods reach the application as they come.',
    ja: 'Web ACL がないと、スキャンやインジェクション、大量のリクエストがそのままアプリケーションに届きます。',
  },
  fix: {
    summary: {
      en: 'Associate a web ACL with it (aws_wafv2_web_acl_association).',
      ja: 'Web ACL を関連付けてください (aws_wafv2_web_acl_association)。',
    },
    terraform: `resource "aws_lb" "orders" {
  name    = "orders"
  subnets = ["subnet-0a", "subnet-0b"]
}

resource "aws_wafv2_web_acl_association" "orders" {
  resource_arn = aws_lb.orders.arn
  web_acl_arn  = "arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/orders/1111"
}`,
    cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      Scheme: internet-facing
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !Ref Web
      WebACLArn: arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/web/1`,
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html'],
  equivalents: ['CKV2_AWS_28', 'ELB.16', 'prowler:elbv2_waf_acl_attached', 'cloudsploit:elbv2WafEnabled'],
  evaluate(balancer) {
    if (aside(() => balancer.type !== 'application' || balancer.isInternal)) {
      return notApplicable({
        en: `${balancer.name} is no public application load balancer`,
        ja: `${balancer.name} は公開 ALB ではありません`,
      });
    }
    if (balancer.hasWebAcl) return pass();
    return fail({
      en: `No web ACL of this code protects load balancer ${balancer.name}`,
      ja: `ロードバランサー ${balancer.name} を保護する Web ACL がこのコードにありません`,
    });
  },
  examples: [
    fails(
      'public, nothing in front',
      `resource "aws_lb" "orders" {
  name    = "orders"
  subnets = ["subnet-0a", "subnet-0b"]
}`,
    ),
    passes(
      'a web ACL',
      `resource "aws_lb" "orders" {
  name    = "orders"
  subnets = ["subnet-0a", "subnet-0b"]
}

resource "aws_wafv2_web_acl_association" "orders" {
  resource_arn = aws_lb.orders.arn
  web_acl_arn  = "arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/orders/1111"
}`,
    ),
    isNotApplicable(
      'internal',
      `resource "aws_lb" "orders" {
  name     = "orders"
  subnets  = ["subnet-0a", "subnet-0b"]
  internal = true
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
    isNotApplicable(
      'a listener alone',
      `resource "aws_lb_listener" "https" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:loadbalancer/app/orders/1111"
  port              = 443
  protocol          = "HTTPS"
}`,
    ),
    fails('public, nothing in front in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      Scheme: internet-facing`,
    }),
    passes('a web ACL in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      Scheme: internet-facing
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !Ref Web
      WebACLArn: arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/web/1`,
    }),
    isNotApplicable('internal in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      Scheme: internal`,
    }),
  ],
});
