/** A key of one's own adds a second permission that a reader of the audit log must have, and a record of each use. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Trail files are encrypted with a KMS key', ja: '証跡ファイルが KMS キーで暗号化されている' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.cloudtrail.trail',
  why: {
    en: 'With SSE-KMS reading the audit log takes the right to use the key as well, and every use of the key is recorded.',
    ja: 'SSE-KMS なら、監査ログを読むにはキーの使用権限も必要になり、キーの使用もすべて記録されます。',
  },
  fix: {
    summary: { en: 'Set kms_key_id to a customer managed key.', ja: 'kms_key_id にカスタマー管理キーを指定してください。' },
    terraform: `resource "aws_cloudtrail" "main" {
  name                          = "organization-trail"
  s3_bucket_name                = "trail-logs-123456789012"
  is_multi_region_trail         = true
  enable_log_file_validation    = true
  kms_key_id                    = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
    cloudformation: `Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: trail-logs
      IsLogging: true
      KMSKeyId: !GetAtt TrailKey.Arn
  TrailKey:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true`,
    cli: 'aws cloudtrail update-trail --name NAME --kms-key-id KEY',
    console: {
      en: 'CloudTrail → Trails → the trail → Edit → Log file SSE-KMS encryption: Enabled → choose the key → Save.',
      ja: 'CloudTrail → 証跡 → 対象の証跡 → 編集 → SSE-KMS 暗号化: 有効 → キーを選択 → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html'],
  equivalents: [
    'CKV_AWS_35',
    'AVD-AWS-0015',
    'tfsec:aws-cloudtrail-encryption-customer-managed-key',
    'tfsec:aws-cloudtrail-enable-at-rest-encryption',
    'CloudTrail.2',
    'prowler:cloudtrail_kms_encryption_enabled',
    'cloudsploit:cloudtrailEncryption',
  ],
  evaluate(trail) {
    if (trail.hasKmsKey) return pass();
    return fail({ en: `Trail ${trail.name} is not encrypted with a KMS key`, ja: `証跡 ${trail.name} は KMS キーで暗号化されていません` });
  },
  examples: [
    fails(
      'no key',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
}`,
      {
        cloudformation: `Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: trail-logs
      IsLogging: true`,
      },
    ),
    passes(
      'a key of the same code',
      `resource "aws_kms_key" "trail" {}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  kms_key_id = aws_kms_key.trail.arn
}`,
      {
        cloudformation: `Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: trail-logs
      IsLogging: true
      KMSKeyId: !GetAtt TrailKey.Arn
  TrailKey:
    Type: AWS::KMS::Key
    Properties:
      EnableKeyRotation: true`,
      },
    ),
    passes(
      'the key is handed in',
      `variable "key" {}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  kms_key_id = var.key
}`,
    ),
  ],
});
