/** Access logs show who called what; without them a web attack leaves no trace outside the application. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Load balancer writes access logs', ja: 'ロードバランサーがアクセスログを記録する' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.elbv2.load-balancer',
  why: {
    en: 'Access logs tell which addresses called which URL, and when: the start of every investigation of a web attack.',
    ja: 'アクセスログは、どのアドレスがいつどの URL を呼んだかを示し、Web 攻撃の調査の出発点になります。',
  },
  fix: {
    summary: { en: 'Add access_logs with enabled = true.', ja: 'enabled = true の access_logs を追加してください。' },
    terraform: `resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]

  access_logs {
    bucket  = "lb-logs-123456789012"
    enabled = true
  }
}`,
    cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      LoadBalancerAttributes:
        - Key: access_logs.s3.enabled
          Value: 'true'
        - Key: access_logs.s3.bucket
          Value: lb-logs`,
    cli: 'aws elbv2 modify-load-balancer-attributes --load-balancer-arn ARN --attributes Key=access_logs.s3.enabled,Value=true Key=access_logs.s3.bucket,Value=BUCKET',
    console: {
      en: 'EC2 → Load balancers → the load balancer → Attributes → Edit → Access logs → Save.',
      ja: 'EC2 → ロードバランサー → 対象 → 属性 → 編集 → アクセスログ → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html'],
  equivalents: ['CKV_AWS_91', 'ELB.5', 'prowler:elbv2_logging_enabled', 'cloudsploit:elbv2LoggingEnabled'],
  evaluate(balancer) {
    if (balancer.type === 'gateway') {
      return notApplicable({
        en: `${balancer.name} is a gateway load balancer, which has no access log`,
        ja: `${balancer.name} はアクセスログのないゲートウェイ型です`,
      });
    }
    if (balancer.accessLogs) return pass();
    return fail(
      {
        en: `Load balancer ${balancer.name} writes no access log`,
        ja: `ロードバランサー ${balancer.name} はアクセスログを記録していません`,
      },
      { at: ['accessLogs'] },
    );
  },
  examples: [
    fails(
      'no access_logs',
      `resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]
}
`,
    ),
    fails(
      'a bucket, but not enabled',
      `resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]
  access_logs {
    bucket = "lb-logs"
  }
}
`,
    ),
    passes(
      'on',
      `resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]

  access_logs {
    bucket  = "lb-logs-123456789012"
    enabled = true
  }
}
`,
    ),
    isNotApplicable(
      'gateway',
      `resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "gateway"
  subnets            = ["subnet-0a", "subnet-0b"]
}
`,
    ),
    isUnknown(
      'handed in',
      `variable "logs" {}
resource "aws_lb" "web" {
  name               = "web"
  load_balancer_type = "application"
  subnets            = ["subnet-0a", "subnet-0b"]
  access_logs {
    bucket  = "lb-logs"
    enabled = var.logs
  }
}
`,
    ),
    fails('no attributes in a template', {
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
        - Key: access_logs.s3.enabled
          Value: 'true'
        - Key: access_logs.s3.bucket
          Value: lb-logs`,
    }),
    isNotApplicable('gateway in a template', {
      cloudformation: `Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      Type: gateway`,
    }),
    isUnknown('handed in by a parameter', {
      cloudformation: `Parameters:
  Logs:
    Type: String
Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      LoadBalancerAttributes:
        - Key: access_logs.s3.enabled
          Value: !Ref Logs`,
    }),
  ],
});
