/** One template, many instances: IMDSv1 allowed here is allowed on each of them. */
import { anyOf, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Launch templates require IMDSv2', ja: '起動テンプレートで IMDSv2 が必須になっている' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.launch-template',
  why: {
    en: 'Every instance started from the template inherits IMDSv1, through which a request forgery reads the credentials of the role.',
    ja: 'テンプレートから起動した全インスタンスが IMDSv1 を引き継ぎ、SSRF でロールの認証情報を読まれます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'metadata_options.http_tokens', value: 'required' }],
      cloudformation: [
        { of: ['AWS::EC2::LaunchTemplate'], set: 'LaunchTemplateData.MetadataOptions.HttpTokens', value: 'required' },
        { of: ['AWS::AutoScaling::LaunchConfiguration'], set: 'MetadataOptions.HttpTokens', value: 'required' },
      ],
    },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set http_tokens to "required" in metadata_options.',
      ja: 'metadata_options の http_tokens を "required" にしてください。',
    },
    terraform: `resource "aws_launch_template" "workers" {
  name = "workers"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
  }
}`,
    cloudformation: `Resources:
  OrdersTemplate:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        MetadataOptions:
          HttpTokens: required`,
    cli: 'aws ec2 create-launch-template-version --launch-template-id ID --source-version 1 --launch-template-data MetadataOptions={HttpTokens=required}',
    console: {
      en: 'EC2 → Launch templates → the template → Modify template → Advanced details → Metadata version: V2 only → Create version.',
      ja: 'EC2 → 起動テンプレート → 対象 → テンプレートを変更 → 高度な詳細 → メタデータのバージョン: V2 のみ → バージョンを作成。',
    },
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html'],
  equivalents: [
    'CKV_AWS_79',
    'AVD-AWS-0130',
    'tfsec:aws-ec2-enforce-launch-config-http-token-imds',
    'tfsec:aws-autoscaling-enforce-http-token-imds',
    'EC2.170',
    'AutoScaling.3',
    'prowler:ec2_launch_template_imdsv2_required',
  ],
  // One question for everything that launches instances: no check of its own for each kind.
  aliases: ['aws-autoscaling-imdsv2'],
  evaluate(template) {
    if (
      anyOf(
        () => template.metadata.httpEndpoint === 'disabled',
        () => template.metadata.tokenUse === 'required',
      )
    )
      return pass();
    return fail({
      en: `Launch template ${template.name} starts instances that answer IMDSv1 (http_tokens is optional)`,
      ja: `起動テンプレート ${template.name} は IMDSv1 に応答するインスタンスを起動します (http_tokens が optional)`,
    });
  },
  examples: [
    fails(
      'only the endpoint is named',
      `resource "aws_launch_template" "workers" {
  name = "workers"
  metadata_options {
    http_endpoint = "enabled"
  }
}`,
    ),
    fails(
      'launch configuration without metadata options',
      `resource "aws_launch_configuration" "workers" {
  name          = "workers"
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m5.large"
}`,
    ),
    passes('required by a module that hands it in', {
      'main.tf': 'module "workers" {\n  source = "./workers"\n  tokens = "required"\n}',
      'workers/main.tf': `variable "tokens" {
  default = "optional"
}
resource "aws_launch_template" "workers" {
  name = "workers"
  metadata_options {
    http_tokens = var.tokens
  }
}`,
    }),
    isUnknown(
      'handed in',
      `variable "tokens" {}
resource "aws_launch_template" "workers" {
  name = "workers"
  metadata_options {
    http_tokens = var.tokens
  }
}`,
    ),
    fails('launch configuration of a template', {
      cloudformation: `Resources:
  Workers:
    Type: AWS::AutoScaling::LaunchConfiguration
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.micro`,
    }),
    fails('launch template of a template', {
      cloudformation: `Resources:
  OrdersTemplate:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        MetadataOptions:
          HttpEndpoint: enabled`,
    }),
    passes('required by a template', {
      cloudformation: `Resources:
  OrdersTemplate:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        MetadataOptions:
          HttpTokens: required`,
    }),
    isUnknown('handed in by a parameter', {
      cloudformation: `Parameters:
  Tokens:
    Type: String
Resources:
  OrdersTemplate:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        MetadataOptions:
          HttpTokens: !Ref Tokens`,
    }),
  ],
});
