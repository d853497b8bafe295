/** IMDSv1 turns a server-side request forgery into the role's credentials: how the 2019 breach of a large bank began. */
import { anyOf, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Instances require IMDSv2', ja: 'EC2 インスタンスで IMDSv2 が必須になっている' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.ec2.instance',
  why: {
    en: 'With IMDSv1 a flaw that makes the server fetch a URL is enough to steal the credentials of its role.',
    ja: 'IMDSv1 が使えると、サーバーに URL を取得させる欠陥 (SSRF) だけで、ロールの認証情報が盗まれます。',
  },
  fix: {
    edits: { terraform: [{ set: 'metadata_options.http_tokens', value: 'required' }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set http_tokens to "required" in metadata_options.',
      ja: 'metadata_options の http_tokens を "required" にしてください。',
    },
    terraform: `resource "aws_instance" "orders" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      LaunchTemplate:
        LaunchTemplateId: !Ref OrdersTemplate
        Version: !GetAtt OrdersTemplate.LatestVersionNumber
  OrdersTemplate:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        MetadataOptions:
          HttpTokens: required`,
    cli: 'aws ec2 modify-instance-metadata-options --instance-id ID --http-tokens required',
    console: {
      en: 'EC2 → Instances → the instance → Actions → Instance settings → Modify instance metadata options → IMDSv2: Required.',
      ja: 'EC2 → インスタンス → 対象 → アクション → インスタンスの設定 → インスタンスメタデータのオプションを変更 → IMDSv2: 必須。',
    },
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html'],
  equivalents: [
    'CKV_AWS_79',
    'AVD-AWS-0028',
    'tfsec:aws-ec2-enforce-http-token-imds',
    'EC2.8',
    'prowler:ec2_instance_imdsv2_enabled',
    'cloudsploit:ec2MetadataOptions',
  ],
  evaluate(instance) {
    if (
      anyOf(
        () => instance.metadata.httpEndpoint === 'disabled',
        () => instance.metadata.tokenUse === 'required',
      )
    )
      return pass();
    return fail({
      en: `Instance ${instance.name} still answers IMDSv1 (http_tokens is optional)`,
      ja: `インスタンス ${instance.name} は IMDSv1 にも応答します (http_tokens が optional)`,
    });
  },
  examples: [
    fails(
      "no metadata options: AWS's default is optional",
      `resource "aws_instance" "orders" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
}`,
    ),
    fails(
      'optional through a variable',
      `variable "require_imdsv2" {
  default = false
}
resource "aws_instance" "orders" {
  ami = "ami-0123456789abcdef0"
  metadata_options {
    http_tokens = var.require_imdsv2 ? "required" : "optional"
  }
}`,
    ),
    fails(
      'the launch template says nothing either',
      `resource "aws_launch_template" "orders" {
  name = "orders"
}
resource "aws_instance" "orders" {
  launch_template {
    id = aws_launch_template.orders.id
  }
}`,
    ),
    passes(
      'the launch template requires it',
      `resource "aws_launch_template" "orders" {
  name = "orders"
  metadata_options {
    http_tokens = "required"
  }
}
resource "aws_instance" "orders" {
  launch_template {
    name = "orders"
  }
}`,
    ),
    passes(
      'no metadata service at all',
      `resource "aws_instance" "orders" {
  ami = "ami-0123456789abcdef0"
  metadata_options {
    http_endpoint = "disabled"
  }
}`,
    ),
    passes(
      "the account's defaults require it",
      `resource "aws_ec2_instance_metadata_defaults" "this" {
  http_tokens = "required"
}
resource "aws_instance" "orders" {
  ami = "ami-0123456789abcdef0"
}`,
    ),
    isUnknown(
      'the launch template is not in this code',
      `variable "template" {}
resource "aws_instance" "orders" {
  launch_template {
    id = var.template
  }
}`,
    ),
    fails('no metadata options in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0`,
    }),
    fails('the launch template of a template says nothing either', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      LaunchTemplate:
        LaunchTemplateId: !Ref OrdersTemplate
        Version: !GetAtt OrdersTemplate.LatestVersionNumber
  OrdersTemplate:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        ImageId: ami-0123456789abcdef0`,
    }),
    passes('the launch template of a template requires it', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      LaunchTemplate:
        LaunchTemplateId: !Ref OrdersTemplate
        Version: !GetAtt OrdersTemplate.LatestVersionNumber
  OrdersTemplate:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        MetadataOptions:
          HttpTokens: required`,
    }),
    isUnknown('a launch template that is elsewhere', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      LaunchTemplate:
        LaunchTemplateId: lt-0123456789abcdef0
        Version: 1`,
    }),
  ],
});
