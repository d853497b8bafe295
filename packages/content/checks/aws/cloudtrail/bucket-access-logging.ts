/** Who read or deleted the audit log is itself worth a log. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Access to the trail bucket is itself logged', ja: '証跡バケットへのアクセスが記録されている' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.cloudtrail.trail',
  why: {
    en: 'An intruder reads the trail to learn what was noticed; without access logs nobody sees that.',
    ja: '侵入者は何が検知されたかを知るために証跡を読みます。アクセスログがないと、それに気づけません。',
  },
  fix: {
    summary: {
      en: 'Turn on server access logging for the bucket of the trail.',
      ja: '証跡のバケットでサーバーアクセスログを有効にしてください。',
    },
    terraform: `resource "aws_s3_bucket" "trail" {
  bucket = "trail-logs"
}
resource "aws_s3_bucket_logging" "trail" {
  bucket        = aws_s3_bucket.trail.id
  target_bucket = "access-logs"
  target_prefix = "trail/"
}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = aws_s3_bucket.trail.id
}`,
    cloudformation: `Resources:
  TrailBucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: trail-logs
      LoggingConfiguration:
        DestinationBucketName: access-logs
        LogFilePrefix: trail/
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: !Ref TrailBucket`,
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html'],
  equivalents: [
    'AVD-AWS-0163',
    'tfsec:aws-cloudtrail-require-bucket-access-logging',
    'CloudTrail.7',
    'prowler:cloudtrail_logs_s3_bucket_access_logging_enabled',
    'cloudsploit:cloudtrailBucketAccessLogging',
  ],
  evaluate(trail) {
    if (trail.bucket.accessLogging) return pass();
    return fail({
      en: `The bucket of trail ${trail.name} has no access logging`,
      ja: `証跡 ${trail.name} のバケットにアクセスログがありません`,
    });
  },
  examples: [
    fails(
      'no access logs',
      `resource "aws_s3_bucket" "trail" {
  bucket = "trail-logs"
}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = aws_s3_bucket.trail.id
}`,
      {
        cloudformation: `Resources:
  TrailBucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: trail-logs
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: !Ref TrailBucket`,
      },
    ),
    passes(
      'logged',
      `resource "aws_s3_bucket" "trail" {
  bucket = "trail-logs"
}
resource "aws_s3_bucket_logging" "trail" {
  bucket        = aws_s3_bucket.trail.id
  target_bucket = "access-logs"
  target_prefix = "trail/"
}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = aws_s3_bucket.trail.id
}`,
      {
        cloudformation: `Resources:
  TrailBucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: trail-logs
      LoggingConfiguration:
        DestinationBucketName: access-logs
        LogFilePrefix: trail/
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      S3BucketName: !Ref TrailBucket`,
      },
    ),
    isUnknown(
      'the bucket is not in this code',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
}`,
    ),
  ],
});
