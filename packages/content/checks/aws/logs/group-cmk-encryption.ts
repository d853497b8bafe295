/** Logs hold more secrets than anybody intended. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Log groups use a customer key', ja: 'ロググループがカスタマーマネージドキーを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.logs.group',
  why: {
    en: 'Logs hold tokens, addresses and personal data; with an own key reading them takes a second permission that can be revoked.',
    ja: 'ログにはトークンや個人情報が混じります。独自のキーなら、読むために取り消し可能な別の権限が必要になります。',
  },
  fix: {
    summary: { en: 'Name a KMS key in kms_key_id.', ja: 'kms_key_id に KMS キーを指定してください。' },
    terraform: `resource "aws_kms_key" "logs" {}
resource "aws_cloudwatch_log_group" "orders" {
  name = "/ecs/orders"
  kms_key_id = aws_kms_key.logs.arn
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /ecs/orders
      KmsKeyId: arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
    cli: 'aws logs associate-kms-key --log-group-name NAME --kms-key-id ARN',
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html'],
  equivalents: [
    'CKV_AWS_158',
    'AVD-AWS-0017',
    'tfsec:aws-cloudwatch-log-group-customer-key',
    'prowler:cloudwatch_log_group_kms_encryption_enabled',
    'cloudsploit:logGroupsEncrypted',
  ],
  evaluate(group) {
    if (group.hasKmsKey) return pass();
    return fail({
      en: `Log group ${group.name} is not encrypted with a customer key`,
      ja: `ロググループ ${group.name} はカスタマーマネージドキーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "aws_cloudwatch_log_group" "orders" {
  name = "/ecs/orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /ecs/orders`,
      },
    ),
    passes(
      'own key',
      `resource "aws_kms_key" "logs" {}
resource "aws_cloudwatch_log_group" "orders" {
  name = "/ecs/orders"
  kms_key_id = aws_kms_key.logs.arn
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /ecs/orders
      KmsKeyId: arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
    passes(
      'handed in',
      `variable "key" {}
resource "aws_cloudwatch_log_group" "orders" {
  name = "/ecs/orders"
  kms_key_id = var.key
}`,
    ),
  ],
});
