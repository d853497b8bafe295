/** Old TLS versions are broken; the default policy still offers them. */
import { defineCheck, fail, fails, isUnknown, matching, pass, passes } from '@kumomori/model';

/** Policies whose oldest version is TLS 1.2 or 1.3, the post-quantum ones (…-PQ-2025-09) included. Source: Elastic Load Balancing, "Security policies", read 2026-11-22. */
function isCurrent(policy: string): boolean {
  return /^ELBSecurityPolicy-(TLS13-1-[23]-|TLS-1-2-|FS-1-2-)/.test(policy);
}

export const check = defineCheck({
  title: { en: 'Listeners use a current TLS policy', ja: 'リスナーが現行の TLS ポリシーを使っている' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.elbv2.load-balancer',
  why: {
    en: 'TLS 1.0 and 1.1 have known attacks; a policy that still offers them lets an attacker ask for them.',
    ja: 'TLS 1.0/1.1 には既知の攻撃があり、それを許すポリシーでは攻撃者が古い方式を要求できます。',
  },
  fix: {
    summary: {
      en: 'Set ssl_policy to ELBSecurityPolicy-TLS13-1-2-2021-06 or newer.',
      ja: 'ssl_policy を ELBSecurityPolicy-TLS13-1-2-2021-06 以降にしてください。',
    },
    terraform: `resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]
}
resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1"
  }
}`,
    cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Web
      Port: 443
      Protocol: HTTPS
      SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
      DefaultActions:
        - Type: forward
          TargetGroupArn: arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1`,
    cli: 'aws elbv2 modify-listener --listener-arn ARN --ssl-policy ELBSecurityPolicy-TLS13-1-2-2021-06',
    console: {
      en: 'EC2 → Load balancers → the load balancer → Listeners → HTTPS:443 → Edit → Security policy → Save.',
      ja: 'EC2 → ロードバランサー → 対象 → リスナー → HTTPS:443 → 編集 → セキュリティポリシー → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html'],
  equivalents: [
    'CKV2_AWS_74',
    'CKV_AWS_103',
    'AVD-AWS-0047',
    'tfsec:aws-elb-use-secure-tls-policy',
    'ELB.17',
    'prowler:elbv2_insecure_ssl_ciphers',
    'cloudsploit:elbv2DeprecatedSslPolicies',
    'cloudsploit:elbv2InsecureCiphers',
  ],
  evaluate(balancer) {
    const [listener] = matching(balancer.listeners, (each) => ['HTTPS', 'TLS'].includes(each.protocol) && !isCurrent(each.tlsPolicy));
    if (!listener) return pass();
    return fail({
      en: `Load balancer ${balancer.name} offers old TLS versions on port ${listener.port ?? '443'}: ${listener.tlsPolicy}`,
      ja: `ロードバランサー ${balancer.name} のポート ${listener.port ?? '443'} が古い TLS を許しています (${listener.tlsPolicy})`,
    });
  },
  examples: [
    fails(
      'the default policy',
      `resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]
}
resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 443
  protocol          = "HTTPS"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1"
  }
}
`,
    ),
    fails(
      'TLS 1.3 with 1.0 beside it',
      `resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]
}
resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 443
  protocol          = "TLS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-0-2021-06"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1"
  }
}
`,
    ),
    passes(
      'TLS 1.2 and 1.3',
      `resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]
}
resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1"
  }
}
`,
    ),
    passes(
      'TCP ends elsewhere',
      `resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]
}
resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 443
  protocol          = "TCP"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1"
  }
}
`,
    ),
    isUnknown(
      'handed in',
      `variable "policy" {}
resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]
}
resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = var.policy

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1"
  }
}
`,
    ),
    fails('the default policy in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Web
      Port: 443
      Protocol: HTTPS
      DefaultActions:
        - Type: forward
          TargetGroupArn: arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1`,
    }),
    passes('TLS 1.2 and 1.3 in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Web
      Port: 443
      Protocol: HTTPS
      SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
      DefaultActions:
        - Type: forward
          TargetGroupArn: arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1`,
    }),
    isUnknown('handed in by a parameter', {
      cloudformation: `Parameters:
  Policy:
    Type: String
Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Web
      Port: 443
      Protocol: HTTPS
      SslPolicy: !Ref Policy
      DefaultActions:
        - Type: forward
          TargetGroupArn: arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1`,
    }),
  ],
});
