/** When a zone has run out of one type, a group that knows no other stays small. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Groups may use several instance types', ja: 'Auto Scaling グループが複数のインスタンスタイプを使用できる' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.autoscaling.mixed-instances',
  why: {
    en: 'With a single type the group cannot replace instances while that type is not to be had in the zone.',
    ja: 'タイプが 1 つだけだと、そのタイプの在庫がない間インスタンスを補充できません。',
  },
  fix: {
    summary: {
      en: 'Add a mixed_instances_policy with two or more types.',
      ja: '2 つ以上のタイプを持つ mixed_instances_policy を追加してください。',
    },
    terraform: `resource "aws_autoscaling_group" "workers" {
  name     = "workers"
  min_size = 2
  max_size = 4

  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = "lt-0123456789abcdef0"
      }

      override {
        instance_type = "m7g.large"
      }

      override {
        instance_type = "m6g.large"
      }
    }
  }
}`,
    cloudformation: `Resources:
  Workers:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      AutoScalingGroupName: workers
      MinSize: "2"
      MaxSize: "4"
      MixedInstancesPolicy:
        LaunchTemplate:
          LaunchTemplateSpecification: { LaunchTemplateId: lt-0123456789abcdef0, Version: "3" }
          Overrides:
            - InstanceType: m7g.large
            - InstanceType: m6g.large`,
  },
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html'],
  equivalents: ['AutoScaling.6', 'prowler:autoscaling_group_multiple_instance_types'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (group.types.length > 1 || any(group.types, (type) => type === 'by requirements')) return pass();
    return fail({
      en: `Group ${group.name} knows one instance type only`,
      ja: `グループ ${group.name} のインスタンスタイプは 1 つだけです`,
    });
  },
  examples: [
    fails(
      'no policy',
      `resource "aws_autoscaling_group" "workers" {
  name     = "workers"
  min_size = 2
  max_size = 4
}`,
      {
        cloudformation: `Resources:
  Workers:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      AutoScalingGroupName: workers
      MinSize: "2"
      MaxSize: "4"`,
      },
    ),
    passes(
      'two types',
      `resource "aws_autoscaling_group" "workers" {
  name     = "workers"
  min_size = 2
  max_size = 4

  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = "lt-0123456789abcdef0"
      }

      override {
        instance_type = "m7g.large"
      }

      override {
        instance_type = "m6g.large"
      }
    }
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
      MixedInstancesPolicy:
        LaunchTemplate:
          LaunchTemplateSpecification: { LaunchTemplateId: lt-0123456789abcdef0, Version: "3" }
          Overrides:
            - InstanceType: m7g.large
            - InstanceType: m6g.large`,
      },
    ),
    passes(
      'by requirements',
      `resource "aws_autoscaling_group" "workers" {
  name     = "workers"
  min_size = 2
  max_size = 4

  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = "lt-0123456789abcdef0"
      }

      override {
        instance_requirements {
          vcpu_count {
            min = 2
          }
        }
      }
    }
  }
}`,
    ),
  ],
});
