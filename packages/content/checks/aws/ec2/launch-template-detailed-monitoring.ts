/** A group that grows by metrics of five minutes grows too late. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Launched instances have detailed monitoring', ja: '起動されるインスタンスの詳細モニタリングが有効になっている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.ec2.launch-template',
  why: {
    en: 'Metrics every five minutes hide short peaks and delay alarms and scaling.',
    ja: '5 分間隔のメトリクスでは短い異常が見えず、アラームやスケーリングも遅れます。',
  },
  fix: {
    edits: {
      terraform: [
        { of: ['aws_launch_template'], set: 'monitoring.enabled', value: true },
        { of: ['aws_launch_configuration'], set: 'enable_monitoring', value: true },
      ],
      cloudformation: [
        { of: ['AWS::EC2::LaunchTemplate'], set: 'LaunchTemplateData.Monitoring.Enabled', value: true },
        { of: ['AWS::AutoScaling::LaunchConfiguration'], set: 'InstanceMonitoring', value: true },
      ],
    },
    cautions: ['costs'],
    summary: { en: 'Add monitoring with enabled = true.', ja: 'monitoring の enabled を true にしてください。' },
    terraform: `resource "aws_launch_template" "workers" {
  name = "workers"

  monitoring {
    enabled = true
  }
}`,
    cloudformation: `Resources:
  Workers:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateName: workers
      LaunchTemplateData:
        Monitoring:
          Enabled: true`,
  },
  references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/enable-as-instance-metrics.html'],
  equivalents: ['CKV_AWS_126'],
  noFramework: 'no control mapping yet',
  evaluate(template) {
    if (template.detailedMonitoring) return pass();
    return fail({
      en: `Instances of ${template.name} report metrics only every five minutes`,
      ja: `${template.name} のインスタンスのメトリクスは 5 分間隔です`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_launch_template" "workers" {
  name = "workers"
}`,
      {
        cloudformation: `Resources:
  Workers:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateName: workers`,
      },
    ),
    passes(
      'on',
      `resource "aws_launch_template" "workers" {
  name = "workers"

  monitoring {
    enabled = true
  }
}`,
      {
        cloudformation: `Resources:
  Workers:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateName: workers
      LaunchTemplateData:
        Monitoring:
          Enabled: true`,
      },
    ),
    passes(
      'launch configurations have it on',
      `resource "aws_launch_configuration" "workers" {
  name     = "workers"
  image_id = "ami-0123456789abcdef0"
}`,
      {
        cloudformation: `Resources:
  Workers:
    Type: AWS::AutoScaling::LaunchConfiguration
    Properties:
      LaunchConfigurationName: workers
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.micro`,
      },
    ),
  ],
});
