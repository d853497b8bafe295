/** A page that answers in the clear gives away sessions and can be changed on the way. */
import { defineCheck, fail, fails, isUnknown, matching, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'HTTP listeners redirect to HTTPS', ja: 'HTTP リスナーが HTTPS にリダイレクトする' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.elbv2.load-balancer',
  why: {
    en: 'Over plain HTTP sessions, passwords and personal data are readable and changeable on the way.',
    ja: '平文 HTTP では、セッション・パスワード・個人情報が経路上で読まれ、書き換えられます。',
  },
  fix: {
    summary: {
      en: 'Make the default action of the HTTP listener a redirect to HTTPS.',
      ja: 'HTTP リスナーのデフォルトアクションを HTTPS へのリダイレクトにしてください。',
    },
    terraform: `resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]
}
resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
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
      Port: 80
      Protocol: HTTP
      DefaultActions:
        - Type: redirect
          RedirectConfig:
            Protocol: HTTPS
            Port: '443'
            StatusCode: HTTP_301`,
    cli: 'aws elbv2 modify-listener --listener-arn ARN --default-actions Type=redirect,RedirectConfig={Protocol=HTTPS,Port=443,StatusCode=HTTP_301}',
    console: {
      en: 'EC2 → Load balancers → the load balancer → Listeners → HTTP:80 → Edit → Redirect to HTTPS → Save.',
      ja: 'EC2 → ロードバランサー → 対象 → リスナー → HTTP:80 → 編集 → HTTPS へリダイレクト → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html'],
  equivalents: [
    'CKV_AWS_103',
    'CKV2_AWS_20',
    'CKV_AWS_2',
    'AVD-AWS-0054',
    'tfsec:aws-elb-http-not-used',
    'tfsec:aws-elbv2-http-not-used',
    'ELB.1',
    'prowler:elbv2_ssl_listeners',
    'cloudsploit:elbv2HttpsOnly',
  ],
  evaluate(balancer) {
    const [listener] = matching(
      balancer.listeners,
      (each) => each.protocol === 'HTTP' && !(each.action === 'redirect' && each.redirectProtocol === 'HTTPS'),
    );
    if (!listener) return pass();
    return fail({
      en: `Load balancer ${balancer.name} answers plain HTTP on port ${listener.port ?? '80'} (${listener.action ?? 'no action'})`,
      ja: `ロードバランサー ${balancer.name} がポート ${listener.port ?? '80'} で平文 HTTP に応答しています (${listener.action ?? 'アクションなし'})`,
    });
  },
  examples: [
    fails(
      'forwards',
      `resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]
}
resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1"
  }
}
`,
      {
        cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      Type: application
      Subnets:
        - subnet-0a
        - subnet-0b
  WebListener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Web
      Port: 80
      Protocol: HTTP
      DefaultActions:
        - Type: forward
          TargetGroupArn: arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1`,
      },
    ),
    fails(
      'redirects to HTTP',
      `resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]
}
resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"
    redirect {
      host        = "www.example.com"
      status_code = "HTTP_302"
    }
  }
}
`,
    ),
    fails(
      'the load balancer is elsewhere',
      `resource "aws_lb_listener" "web" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:loadbalancer/app/web/1"
  port              = 80
  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1"
  }
}`,
    ),
    fails(
      'neither protocol nor port: an application load balancer answers HTTP',
      `resource "aws_lb" "web" {
  name    = "web"
  subnets = ["subnet-0a", "subnet-0b"]
}
resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1"
  }
}`,
    ),
    passes(
      'a gateway load balancer',
      `resource "aws_lb" "inspection" {
  name               = "inspection"
  load_balancer_type = "gateway"
  subnets            = ["subnet-0a"]
}
resource "aws_lb_listener" "inspection" {
  load_balancer_arn = aws_lb.inspection.arn
  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/inspection/1"
  }
}`,
    ),
    passes(
      'redirects',
      `resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]
}
resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}
`,
      {
        cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      Type: application
      Subnets:
        - subnet-0a
        - subnet-0b
  WebListener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Web
      Port: 80
      Protocol: HTTP
      DefaultActions:
        - Type: redirect
          RedirectConfig:
            Port: '443'
            Protocol: HTTPS
            StatusCode: HTTP_301`,
      },
    ),
    passes(
      'HTTPS',
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
    isUnknown(
      'the protocol is handed in',
      `variable "protocol" {}
resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]
}
resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  protocol          = var.protocol

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1"
  }
}
`,
    ),
    fails('forwards in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Web
      Port: 80
      Protocol: HTTP
      DefaultActions:
        - Type: forward
          TargetGroupArn: arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1`,
    }),
    fails('the load balancer is elsewhere in a template', {
      cloudformation: `Resources:
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:loadbalancer/app/web/1
      Port: 80
      Protocol: HTTP
      DefaultActions:
        - Type: forward
          TargetGroupArn: arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1`,
    }),
    passes('redirects in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Web
      Port: 80
      Protocol: HTTP
      DefaultActions:
        - Type: redirect
          RedirectConfig:
            Protocol: HTTPS
            Port: '443'
            StatusCode: HTTP_301`,
    }),
    passes('HTTPS in a template', {
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
    isUnknown('the protocol is a parameter', {
      cloudformation: `Parameters:
  Protocol:
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
      Port: 80
      Protocol: !Ref Protocol
      DefaultActions:
        - Type: forward
          TargetGroupArn: arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/1`,
    }),
  ],
});
