/** Tags are how a finding reaches the person who can fix it. */
import { defineCheck, fail, fails, hasTag, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Resources carry owner, environment and data-class tags', ja: '所有者・環境・データ区分のタグが付いている' },
  severity: 'low',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.core.tagged-resource',
  why: {
    en: 'A resource nobody owns is a resource nobody patches; without tags a finding cannot reach its owner.',
    ja: '所有者の分からないリソースは誰も修正しません。タグがなければ検出結果を担当者に届けられません。',
  },
  fix: {
    summary: {
      en: 'Add the missing tags, or set them once as default_tags of the provider.',
      ja: '不足しているタグを追加するか、プロバイダーの default_tags でまとめて設定してください。',
    },
    terraform: `resource "aws_instance" "orders" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"

  tags = {
    Owner       = "ec-team"
    Environment = "production"
    DataClass   = "personal"
  }
}
`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.small
      Tags:
        - Key: Owner
          Value: ec-team
        - Key: Environment
          Value: production
        - Key: data-class
          Value: public`,
    cli: 'aws resourcegroupstaggingapi tag-resources --resource-arn-list ARN --tags Owner=TEAM,Environment=ENV,DataClass=CLASS',
    console: {
      en: 'Resource Groups → Tag Editor → find the resources → Manage tags.',
      ja: 'Resource Groups → タグエディタ → リソースを検索 → タグを管理。',
    },
  },
  references: ['https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html'],
  equivalents: [],
  params: {
    requiredTags: {
      type: 'strings',
      default: ['Owner', 'Environment', 'DataClass'],
      description: {
        en: 'Tag keys that must be there; case, - and _ do not matter',
        ja: '必須のタグキー (大文字小文字と - _ の違いは無視)',
      },
    },
  },
  evaluate(resource, { requiredTags }) {
    const missing = requiredTags.filter((tag) => !hasTag(resource.tags, tag));
    if (missing.length === 0) return pass();
    return fail({
      en: `${resource.name} lacks the tag${missing.length > 1 ? 's' : ''} ${missing.join(', ')}`,
      ja: `${resource.name} にタグ ${missing.join(', ')} がありません`,
    });
  },
  examples: [
    fails(
      'no tags',
      `resource "aws_instance" "orders" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
}
`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.small`,
      },
    ),
    fails(
      'one is missing',
      `resource "aws_instance" "orders" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  tags = {
    Owner       = "ec-team"
    Environment = "production"
  }
}
`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.small
      Tags:
        - Key: Owner
          Value: ec-team
        - Key: Environment
          Value: production`,
      },
    ),
    passes(
      'default tags of the provider and own ones',
      `provider "aws" {
  default_tags {
    tags = {
      Owner       = "ec-team"
      Environment = "production"
    }
  }
}
resource "aws_instance" "orders" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  tags = {
    data-class = "public"
  }
}
`,
    ),
    passes(
      'other tags are required',
      `resource "aws_instance" "orders" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  tags = {
    CostCenter = "1200"
  }
}
`,
      { params: { requiredTags: ['CostCenter'] } },
    ),
    isUnknown(
      'tags are handed in',
      `variable "tags" {}
resource "aws_instance" "orders" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  tags = var.tags
}
`,
    ),
    passes('all tags in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.small
      Tags:
        - Key: Owner
          Value: ec-team
        - Key: Environment
          Value: production
        - Key: data-class
          Value: public`,
    }),
    passes('tags are a mapping under a name of their own', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::Backup::BackupVault
    Properties:
      BackupVaultName: orders
      BackupVaultTags:
        Owner: ec-team
        Environment: production
        DataClass: personal`,
    }),
    fails(
      'an Auto Scaling group takes no default tags',
      `provider "aws" {
  default_tags {
    tags = {
      Owner       = "ec-team"
      Environment = "production"
      DataClass   = "public"
    }
  }
}
resource "aws_autoscaling_group" "orders" {
  min_size = 1
  max_size = 3

  tag {
    key                 = "Owner"
    value               = "ec-team"
    propagate_at_launch = true
  }
}
`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      MinSize: "1"
      MaxSize: "3"
      Tags:
        - Key: Owner
          Value: ec-team
          PropagateAtLaunch: true`,
      },
    ),
    passes(
      'tag blocks of an Auto Scaling group',
      `resource "aws_autoscaling_group" "orders" {
  min_size = 1
  max_size = 3

  dynamic "tag" {
    for_each = { Owner = "ec-team", Environment = "production", DataClass = "public" }
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }
}
`,
    ),
    isUnknown('tags are a parameter', {
      cloudformation: `Parameters:
  Owner:
    Type: String
Conditions:
  IsTagged: !Not [!Equals [!Ref Owner, '']]
Resources:
  Orders:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0123456789abcdef0
      InstanceType: t3.small
      Tags: !If [IsTagged, [{ Key: Owner, Value: ec-team }], !Ref AWS::NoValue]`,
    }),
  ],
});
