import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Image components are encrypted with a customer managed key',
    ja: 'イメージコンポーネントがカスタマー管理キーで暗号化されている',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.imagebuilder.component',
  why: {
    en: 'Components hold the scripts that set up every machine. With a key of your own you decide who may read them.',
    ja: 'コンポーネントには全マシンを構築するスクリプトが含まれます。自社の鍵なら、読める相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Set kms_key_id to a KMS key of your own.',
      ja: 'kms_key_id に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_imagebuilder_component" "agents" {
  name       = "agents"
  platform   = "Linux"
  version    = "1.0.0"
  uri        = "s3://orders-images/agents.yaml"
  kms_key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
    cloudformation: `Resources:
  Agents:
    Type: AWS::ImageBuilder::Component
    Properties:
      Name: agents
      Platform: Linux
      Version: 1.0.0
      Uri: s3://orders-images/agents.yaml
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html'],
  equivalents: ['CKV_AWS_180', 'cloudsploit:imgBuilderComponentsEncrypted'],
  noFramework: 'no control mapping yet',
  evaluate(component) {
    if (component.hasCustomerKey) return pass();
    return fail({
      en: `Image component ${component.name} is not encrypted with a customer managed key`,
      ja: `イメージコンポーネント ${component.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_imagebuilder_component" "agents" {
  name     = "agents"
  platform = "Linux"
  version  = "1.0.0"
  uri      = "s3://orders-images/agents.yaml"
}`,
      {
        cloudformation: `Resources:
  Agents:
    Type: AWS::ImageBuilder::Component
    Properties:
      Name: agents
      Platform: Linux
      Version: 1.0.0
      Uri: s3://orders-images/agents.yaml`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_imagebuilder_component" "agents" {
  name       = "agents"
  platform   = "Linux"
  version    = "1.0.0"
  uri        = "s3://orders-images/agents.yaml"
  kms_key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
      {
        cloudformation: `Resources:
  Agents:
    Type: AWS::ImageBuilder::Component
    Properties:
      Name: agents
      Platform: Linux
      Version: 1.0.0
      Uri: s3://orders-images/agents.yaml
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
