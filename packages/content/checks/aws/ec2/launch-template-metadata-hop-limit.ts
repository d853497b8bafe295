/** One hop more, and containers on the machine reach the credentials of its role. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Metadata answers do not leave the instance (hop limit 1)',
    ja: 'メタデータの応答がインスタンスの外に出ない (ホップ制限 1)',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.ec2.launch-template',
  why: {
    en: 'With a hop limit above 1 the answer of the metadata service crosses bridges and proxies: containers get the role of the machine.',
    ja: 'ホップ制限が 2 以上だと応答がブリッジやプロキシを越え、コンテナがマシンのロールを取得できます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'metadata_options.http_put_response_hop_limit', value: 1 }],
      cloudformation: [
        { of: ['AWS::EC2::LaunchTemplate'], set: 'LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit', value: 1 },
        { of: ['AWS::AutoScaling::LaunchConfiguration'], set: 'MetadataOptions.HttpPutResponseHopLimit', value: 1 },
      ],
    },
    cautions: ['breaks-software'],
    summary: { en: 'Set http_put_response_hop_limit to 1.', ja: 'http_put_response_hop_limit を 1 にしてください。' },
    terraform: `resource "aws_launch_template" "workers" {
  name = "workers"

  metadata_options {
    http_put_response_hop_limit = 1
  }
}`,
    cloudformation: `Resources:
  Workers:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateName: workers`,
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html'],
  equivalents: ['CKV_AWS_341', 'AutoScaling.4', 'prowler:autoscaling_group_launch_configuration_hop_limit'],
  noFramework: 'no control mapping yet',
  evaluate(template) {
    if (template.metadata.hopLimit <= 1) return pass();
    return fail({
      en: `${template.name} lets metadata answers travel ${template.metadata.hopLimit} hops`,
      ja: `${template.name} ではメタデータの応答が ${template.metadata.hopLimit} ホップ先まで届きます`,
    });
  },
  examples: [
    fails(
      'two hops',
      `resource "aws_launch_template" "workers" {
  name = "workers"

  metadata_options {
    http_endpoint               = "enabled"
    http_put_response_hop_limit = 2
  }
}`,
      {
        cloudformation: `Resources:
  Workers:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateName: workers
      LaunchTemplateData:
        MetadataOptions:
          HttpPutResponseHopLimit: 2`,
      },
    ),
    passes(
      'the default',
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
      'one hop',
      `resource "aws_launch_template" "workers" {
  name = "workers"

  metadata_options {
    http_put_response_hop_limit = 1
  }
}`,
      {
        cloudformation: `Resources:
  Workers:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateName: workers
      LaunchTemplateData:
        MetadataOptions:
          HttpPutResponseHopLimit: 1`,
      },
    ),
  ],
});
