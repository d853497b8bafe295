/** Launch configurations are the past: no versions, no new features. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Groups use launch templates', ja: 'Auto Scaling グループが起動テンプレートを使用している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.autoscaling.group',
  why: {
    en: 'A launch configuration has no versions to go back to and gets no new instance types and settings.',
    ja: '起動設定にはバージョンがなく、新しいインスタンスタイプや設定にも対応しません。',
  },
  fix: {
    summary: {
      en: 'Replace launch_configuration by a launch_template block.',
      ja: 'launch_configuration を launch_template に置き換えてください。',
    },
    terraform: `resource "aws_autoscaling_group" "workers" {
  name                = "workers"
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-0a", "subnet-0b"]

  launch_template {
    id      = "lt-0123456789abcdef0"
    version = "$Latest"
  }
}`,
    cloudformation: `Resources:
  Workers:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      AutoScalingGroupName: workers
      MinSize: "2"
      MaxSize: "4"
      VPCZoneIdentifier: [subnet-0a, subnet-0b]
      LaunchTemplate:
        LaunchTemplateId: lt-0123456789abcdef0
        Version: "3"`,
  },
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-templates.html'],
  equivalents: ['CKV_AWS_315', 'AutoScaling.9', 'prowler:autoscaling_group_using_ec2_launch_template'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (group.usesLaunchTemplate) return pass();
    return fail({
      en: `Group ${group.name} is not made from a launch template`,
      ja: `グループ ${group.name} は起動テンプレートを使用していません`,
    });
  },
  examples: [
    fails(
      'a launch configuration',
      `resource "aws_autoscaling_group" "workers" {
  name                 = "workers"
  min_size             = 2
  max_size             = 4
  vpc_zone_identifier  = ["subnet-0a", "subnet-0b"]
  launch_configuration = "workers-2024"
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
      LaunchConfigurationName: workers-2024`,
      },
    ),
    passes(
      'a template',
      `resource "aws_autoscaling_group" "workers" {
  name                = "workers"
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-0a", "subnet-0b"]

  launch_template {
    id      = "lt-0123456789abcdef0"
    version = "$Latest"
  }
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
      LaunchTemplate:
        LaunchTemplateId: lt-0123456789abcdef0
        Version: "3"`,
      },
    ),
  ],
});
