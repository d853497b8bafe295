/** A check of the start page of the web server says nothing about the application. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'HTTP target groups check a path', ja: 'HTTP のターゲットグループがパスを検査している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.elbv2.target-group',
  why: {
    en: 'Without a health check on a path of the application, requests go to targets that no longer answer.',
    ja: 'アプリケーションのパスを検査しないと、応答しないターゲットにリクエストが送られ続けます。',
  },
  fix: {
    summary: { en: 'Write health_check.path.', ja: 'health_check.path を指定してください。' },
    terraform: `resource "aws_lb_target_group" "orders" {
  name     = "orders"
  port     = 8443
  vpc_id   = "vpc-0123456789abcdef0"
  protocol = "HTTPS"
  health_check {
    path = "/health"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Name: orders
      Port: 8443
      VpcId: vpc-0123456789abcdef0
      Protocol: HTTPS
      HealthCheckPath: /health`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html'],
  equivalents: ['CKV_AWS_261'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    const protocol = aside(() => group.protocol);
    if (protocol !== 'HTTP' && protocol !== 'HTTPS') {
      return notApplicable({ en: `${group.name} does not speak HTTP`, ja: `${group.name} は HTTP を使用しません` });
    }
    if (group.checksHealth && group.healthCheckPath !== undefined) return pass();
    return fail({
      en: `Target group ${group.name} checks no path of the application`,
      ja: `ターゲットグループ ${group.name} はアプリケーションのパスを検査していません`,
    });
  },
  examples: [
    fails(
      'nothing written',
      `resource "aws_lb_target_group" "orders" {
  name     = "orders"
  port     = 8443
  vpc_id   = "vpc-0123456789abcdef0"
  protocol = "HTTPS"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Name: orders
      Port: 8443
      VpcId: vpc-0123456789abcdef0
      Protocol: HTTPS`,
      },
    ),
    passes(
      'a path',
      `resource "aws_lb_target_group" "orders" {
  name     = "orders"
  port     = 8443
  vpc_id   = "vpc-0123456789abcdef0"
  protocol = "HTTPS"
  health_check {
    path = "/health"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Name: orders
      Port: 8443
      VpcId: vpc-0123456789abcdef0
      Protocol: HTTPS
      HealthCheckPath: /health`,
      },
    ),
    isNotApplicable(
      'TCP',
      `resource "aws_lb_target_group" "orders" {
  name     = "orders"
  port     = 8443
  vpc_id   = "vpc-0123456789abcdef0"
  protocol = "TCP"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Name: orders
      Port: 8443
      VpcId: vpc-0123456789abcdef0
      Protocol: TCP`,
      },
    ),
  ],
});
