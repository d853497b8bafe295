/** A trail that is defined but stopped records nothing. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Trail is recording', ja: '証跡が記録中である' },
  severity: 'high',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.cloudtrail.trail',
  why: {
    en: 'A trail that is switched off looks fine in the list and records nothing.',
    ja: '停止された証跡は一覧では正常に見えますが、何も記録していません。',
  },
  fix: {
    edits: { terraform: [{ set: 'enable_logging', value: true }], cloudformation: [{ set: 'IsLogging', value: true }] },
    summary: { en: 'Remove enable_logging = false.', ja: 'enable_logging = false を削除してください。' },
    terraform: `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  enable_logging = true
}`,
    cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: true
      S3BucketName: trail-logs`,
    cli: 'aws cloudtrail start-logging --name TRAIL',
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-create-and-update-a-trail.html'],
  equivalents: ['CKV_AWS_251'],
  noFramework: 'no control mapping yet',
  evaluate(trail) {
    if (trail.isLogging) return pass();
    return fail({ en: `Trail ${trail.name} is switched off`, ja: `証跡 ${trail.name} は停止されています` });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  enable_logging = false
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: false
      S3BucketName: trail-logs`,
      },
    ),
    passes(
      'by default',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: true
      S3BucketName: trail-logs`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "log" {}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  enable_logging = var.log
}`,
    ),
  ],
});
