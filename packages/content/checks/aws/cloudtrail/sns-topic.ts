/** Whoever archives or analyzes logs learns about new files at once. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Trail announces new files on a topic', ja: '証跡が新しいファイルをトピックに通知する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.cloudtrail.trail',
  why: {
    en: 'Nothing tells when delivery of log files stops, or that new ones wait to be analyzed.',
    ja: 'ログファイルの配信停止や新着を知らせる仕組みがありません。',
  },
  fix: {
    summary: { en: 'Name an SNS topic for delivery notices.', ja: '配信を通知する SNS トピックを指定してください。' },
    terraform: `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  sns_topic_name = "trail-files"
}`,
    cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: true
      S3BucketName: trail-logs
      SnsTopicName: trail-files`,
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html'],
  equivalents: ['CKV_AWS_252'],
  noFramework: 'no control mapping yet',
  evaluate(trail) {
    if (trail.hasTopic) return pass();
    return fail({
      en: `Trail ${trail.name} announces new files on no topic`,
      ja: `証跡 ${trail.name} は新しいファイルをトピックに通知していません`,
    });
  },
  examples: [
    fails(
      'none',
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
    passes(
      'a topic',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  sns_topic_name = "trail-files"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: true
      S3BucketName: trail-logs
      SnsTopicName: trail-files`,
      },
    ),
  ],
});
