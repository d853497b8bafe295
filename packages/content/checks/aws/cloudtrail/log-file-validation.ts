/** Whoever got in far enough deletes lines from the log; digests make that visible. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Trail digests make tampering evident', ja: '証跡のダイジェストにより改ざんが検出できる' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'detective',
  on: 'aws.cloudtrail.trail',
  why: {
    en: 'Without digest files nobody can prove that the audit log is complete and unaltered.',
    ja: 'ダイジェストファイルがないと、監査ログが完全で改ざんされていないことを証明できません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'enable_log_file_validation', value: true }],
      cloudformation: [{ set: 'EnableLogFileValidation', value: true }],
    },
    summary: { en: 'Set enable_log_file_validation to true.', ja: 'enable_log_file_validation を true にしてください。' },
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
      EnableLogFileValidation: true`,
    cli: 'aws cloudtrail update-trail --name NAME --enable-log-file-validation',
    console: {
      en: 'CloudTrail → Trails → the trail → Edit → Log file validation: Enabled → Save.',
      ja: 'CloudTrail → 証跡 → 対象の証跡 → 編集 → ログファイルの検証: 有効 → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html'],
  equivalents: [
    'CKV_AWS_36',
    'AVD-AWS-0016',
    'tfsec:aws-cloudtrail-enable-log-validation',
    'CloudTrail.4',
    'prowler:cloudtrail_log_file_validation_enabled',
    'cloudsploit:cloudtrailFileValidation',
  ],
  evaluate(trail) {
    if (trail.logFileValidation) return pass();
    return fail({ en: `Trail ${trail.name} writes no digest files`, ja: `証跡 ${trail.name} はダイジェストファイルを作成していません` });
  },
  examples: [
    fails(
      'off by default',
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
      'on',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  enable_log_file_validation = true
}`,
      {
        cloudformation: `Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: trail-logs
      IsLogging: true
      EnableLogFileValidation: true`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "validate" {}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  enable_log_file_validation = var.validate
}`,
      {
        cloudformation: `Parameters:
  Validate:
    Type: String
Resources:
  MainTrail:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      S3BucketName: trail-logs
      IsLogging: true
      EnableLogFileValidation: !Ref Validate`,
      },
    ),
  ],
});
