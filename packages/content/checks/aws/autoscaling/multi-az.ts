/** A group in one zone cannot replace what that zone takes down. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Groups span zones', ja: 'Auto Scaling グループが複数のゾーンにまたがっている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.autoscaling.group',
  why: {
    en: 'When the only zone of a group fails, there is nowhere to launch replacements.',
    ja: '唯一のゾーンが障害になると、代わりのインスタンスを起動する場所がありません。',
  },
  fix: {
    summary: { en: 'Give it subnets in two or more zones.', ja: '2 つ以上のゾーンのサブネットを指定してください。' },
    terraform: `resource "aws_autoscaling_group" "workers" {
  name                = "workers"
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-0a", "subnet-0b"]
}`,
    cloudformation: `Resources:
  Workers:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      AutoScalingGroupName: workers
      MinSize: "2"
      MaxSize: "4"
      VPCZoneIdentifier: [subnet-0a, subnet-0b]`,
  },
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html'],
  equivalents: ['AutoScaling.2', 'prowler:autoscaling_group_multiple_az', 'cloudsploit:asgMultiAz'],
  evaluate(group) {
    if (group.zones.length > 1) return pass();
    return fail({ en: `Group ${group.name} launches into one zone only`, ja: `グループ ${group.name} は単一のゾーンにしか起動しません` });
  },
  examples: [
    fails(
      'one subnet',
      `resource "aws_autoscaling_group" "workers" {
  name                = "workers"
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-0a"]
}`,
      {
        cloudformation: `Resources:
  Workers:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      AutoScalingGroupName: workers
      MinSize: "2"
      MaxSize: "4"
      VPCZoneIdentifier: [subnet-0a]`,
      },
    ),
    passes(
      'two subnets',
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
    passes(
      'subnets made by count',
      `resource "aws_subnet" "private" {
  count      = 2
  vpc_id     = "vpc-0123456789abcdef0"
  cidr_block = "10.0.\${count.index}.0/24"
}

resource "aws_autoscaling_group" "workers" {
  name                = "workers"
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = aws_subnet.private[*].id
}`,
    ),
    isUnknown(
      'handed in',
      `variable "subnets" {
  type = list(string)
}

resource "aws_autoscaling_group" "workers" {
  name                = "workers"
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = var.subnets
}`,
    ),
  ],
});
