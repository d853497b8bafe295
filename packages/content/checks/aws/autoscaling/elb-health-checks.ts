/** An instance may run well while its application does not answer. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Groups behind a load balancer use its health checks',
    ja: 'ロードバランサー配下のグループがその正常性チェックを使用している',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.autoscaling.group',
  why: {
    en: 'With EC2 health checks only, an instance whose application hangs stays in service as long as the machine runs.',
    ja: 'EC2 のチェックだけでは、アプリケーションが停止していてもマシンが動いている限り残り続けます。',
  },
  fix: {
    edits: { terraform: [{ set: 'health_check_type', value: 'ELB' }], cloudformation: [{ set: 'HealthCheckType', value: 'ELB' }] },
    summary: { en: 'Set health_check_type to ELB.', ja: 'health_check_type を ELB にしてください。' },
    terraform: `resource "aws_autoscaling_group" "workers" {
  name                = "workers"
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-0a", "subnet-0b"]
  health_check_type   = "ELB"
  target_group_arns   = ["arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/orders/1111"]
}`,
    cloudformation: `Resources:
  Workers:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      AutoScalingGroupName: workers
      MinSize: "2"
      MaxSize: "4"
      VPCZoneIdentifier: [subnet-0a, subnet-0b]
      HealthCheckType: ELB
      TargetGroupARNs: [arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/orders/1111]`,
  },
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html'],
  equivalents: ['CKV2_AWS_15', 'AutoScaling.1', 'prowler:autoscaling_group_elb_health_check_enabled', 'cloudsploit:elbHealthCheckActive'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (!aside(() => group.isBalanced))
      return notApplicable({ en: `${group.name} is not behind a load balancer`, ja: `${group.name} はロードバランサー配下ではありません` });
    if (group.healthChecks.includes('ELB')) return pass();
    return fail({
      en: `Group ${group.name} is behind a load balancer and checks only ${group.healthChecks}`,
      ja: `グループ ${group.name} はロードバランサー配下ですが ${group.healthChecks} のチェックだけを使用しています`,
    });
  },
  examples: [
    fails(
      'the default',
      `resource "aws_autoscaling_group" "workers" {
  name                = "workers"
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-0a", "subnet-0b"]
  target_group_arns   = ["arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/orders/1111"]
}`,
      {
        cloudformation: `Resources:
  Workers:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      AutoScalingGroupName: workers
      MinSize: "2"
      MaxSize: "4"
      VPCZoneIdentifier: [subnet-0a, subnet-0b]
      TargetGroupARNs: [arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/orders/1111]`,
      },
    ),
    fails(
      'attached by a resource of its own',
      `resource "aws_autoscaling_group" "workers" {
  name                = "workers"
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-0a", "subnet-0b"]
}

resource "aws_autoscaling_attachment" "orders" {
  autoscaling_group_name = aws_autoscaling_group.workers.id
  lb_target_group_arn    = "arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/orders/1111"
}`,
    ),
    passes(
      'ELB',
      `resource "aws_autoscaling_group" "workers" {
  name                = "workers"
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-0a", "subnet-0b"]
  health_check_type   = "ELB"
  target_group_arns   = ["arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/orders/1111"]
}`,
      {
        cloudformation: `Resources:
  Workers:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      AutoScalingGroupName: workers
      MinSize: "2"
      MaxSize: "4"
      VPCZoneIdentifier: [subnet-0a, subnet-0b]
      HealthCheckType: ELB
      TargetGroupARNs: [arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/orders/1111]`,
      },
    ),
    isNotApplicable(
      'no load balancer',
      `resource "aws_autoscaling_group" "workers" {
  name                = "workers"
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-0a", "subnet-0b"]
}`,
      {
        cloudformation: `Resources:
  Workers:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      AutoScalingGroupName: workers
      MinSize: "2"
      MaxSize: "4"
      VPCZoneIdentifier: [subnet-0a, subnet-0b]`,
      },
    ),
  ],
});
