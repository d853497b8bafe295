/** Files in a bucket raise no alarm; events in a log group do. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Trail streams to CloudWatch Logs', ja: '証跡が CloudWatch Logs に送られている' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.cloudtrail.trail',
  why: {
    en: 'Without a log group nothing can raise an alarm on root sign-ins or deleted trails within minutes.',
    ja: 'ロググループがないと、root のサインインや証跡の削除を数分以内に警告できません。',
  },
  fix: {
    summary: { en: 'Name a log group and a role that may write to it.', ja: 'ロググループと書き込み用のロールを指定してください。' },
    terraform: `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  cloud_watch_logs_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:trail:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::123456789012:role/trail-to-logs"
}`,
    cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: true
      S3BucketName: trail-logs
      CloudWatchLogsLogGroupArn: arn:aws:logs:us-east-1:123456789012:log-group:trail:*
      CloudWatchLogsRoleArn: arn:aws:iam::123456789012:role/trail-to-logs`,
    cli: 'aws cloudtrail update-trail --name TRAIL --cloud-watch-logs-log-group-arn ARN --cloud-watch-logs-role-arn ARN',
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html'],
  equivalents: [
    'CKV2_AWS_10',
    'AVD-AWS-0162',
    'tfsec:aws-cloudtrail-ensure-cloudwatch-integration',
    'CloudTrail.5',
    'prowler:cloudtrail_cloudwatch_logging_enabled',
    'cloudsploit:cloudtrailToCloudwatch',
  ],
  evaluate(trail) {
    if (trail.hasLogGroup) return pass();
    return fail({
      en: `Trail ${trail.name} sends nothing to CloudWatch Logs`,
      ja: `証跡 ${trail.name} は CloudWatch Logs に送られていません`,
    });
  },
  examples: [
    fails(
      'bucket only',
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
      'log group',
      `resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  cloud_watch_logs_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:trail:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::123456789012:role/trail-to-logs"
}`,
      {
        cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: true
      S3BucketName: trail-logs
      CloudWatchLogsLogGroupArn: arn:aws:logs:us-east-1:123456789012:log-group:trail:*
      CloudWatchLogsRoleArn: arn:aws:iam::123456789012:role/trail-to-logs`,
      },
    ),
    passes(
      'log group of this code',
      `resource "aws_cloudwatch_log_group" "trail" {
  name = "trail"
}
resource "aws_cloudtrail" "main" {
  name           = "main-trail"
  s3_bucket_name = "trail-logs"
  cloud_watch_logs_group_arn = "\${aws_cloudwatch_log_group.trail.arn}:*"
}`,
    ),
  ],
});
