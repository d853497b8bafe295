/** The sign-in event says whether a second factor was used; federated sign-ins say nothing and need a filter of their own. */
import { catchesEvents, defineCheck, fails, judgeAuditAlert, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Alert on console sign-in without MFA', ja: 'MFA なしのコンソールサインインを通知する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.cloudwatch.audit-alerts',
  why: {
    en: 'A sign-in with a password alone is either a gap in the rules or somebody with a stolen password.',
    ja: 'パスワードだけのサインインは、設定の抜けか、盗まれたパスワードの使用です。',
  },
  fix: {
    summary: {
      en: 'Add a metric filter on the log group of the trail, an alarm on its metric, and a topic that people read.',
      ja: '証跡のロググループにメトリクスフィルターを、そのメトリクスにアラームを設け、人が読むトピックに通知してください。',
    },
    terraform: `resource "aws_cloudtrail" "main" {
  name                       = "main-trail"
  s3_bucket_name             = "trail-logs"
  cloud_watch_logs_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:trail:*"
}
resource "aws_cloudwatch_log_metric_filter" "watched" {
  name           = "watched"
  log_group_name = "trail"
  pattern        = "{ ($.eventName = \\"ConsoleLogin\\") && ($.additionalEventData.MFAUsed != \\"Yes\\") }"
  metric_transformation {
    name      = "Watched"
    namespace = "Audit"
    value     = "1"
  }
}
resource "aws_sns_topic" "security" {
  name = "security"
}
resource "aws_sns_topic_subscription" "security" {
  topic_arn = aws_sns_topic.security.arn
  protocol  = "email"
  endpoint  = "security@example.com"
}
resource "aws_cloudwatch_metric_alarm" "watched" {
  alarm_name          = "watched"
  metric_name         = "Watched"
  namespace           = "Audit"
  statistic           = "Sum"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.security.arn]
}`,
    cloudformation: `Resources:
  Main:
    Type: AWS::CloudTrail::Trail
    Properties:
      TrailName: main-trail
      IsLogging: true
      S3BucketName: trail-logs
      CloudWatchLogsLogGroupArn: arn:aws:logs:us-east-1:123456789012:log-group:trail:*
  Watched:
    Type: AWS::Logs::MetricFilter
    Properties:
      LogGroupName: trail
      FilterPattern: '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }'
      MetricTransformations:
        - MetricName: Watched
          MetricNamespace: Audit
          MetricValue: "1"
  Security:
    Type: AWS::SNS::Topic
    Properties:
      TopicName: security
      Subscription:
        - Protocol: email
          Endpoint: security@example.com
  WatchedAlarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmName: watched
      MetricName: Watched
      Namespace: Audit
      Statistic: Sum
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: 1
      Period: 300
      EvaluationPeriods: 1
      AlarmActions: [!Ref Security]`,
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html'],
  equivalents: [
    'CloudWatch.3',
    'AVD-AWS-0148',
    'tfsec:aws-cloudwatch-require-non-mfa-login-alarm',
    'prowler:cloudwatch_log_metric_filter_sign_in_without_mfa',
  ],
  evaluate(audit) {
    return judgeAuditAlert(audit, subject, (pattern) => catchesEvents(pattern, ['ConsoleLogin']) && /MFAUsed\s*!=\s*"?Yes/.test(pattern));
  },
  examples: [
    fails(
      'the trail has no filter for it',
      `resource "aws_cloudtrail" "main" {
  name                       = "main-trail"
  s3_bucket_name             = "trail-logs"
  cloud_watch_logs_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:trail:*"
}
resource "aws_cloudwatch_log_metric_filter" "watched" {
  name           = "watched"
  log_group_name = "trail"
  pattern        = "{ $.eventName = \\"PutBucketTagging\\" }"
  metric_transformation {
    name      = "Watched"
    namespace = "Audit"
    value     = "1"
  }
}
resource "aws_cloudwatch_metric_alarm" "watched" {
  alarm_name          = "watched"
  metric_name         = "Watched"
  namespace           = "Audit"
  statistic           = "Sum"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:us-east-1:123456789012:security"]
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
  Watched:
    Type: AWS::Logs::MetricFilter
    Properties:
      LogGroupName: trail
      FilterPattern: '{ $.eventName = "PutBucketTagging" }'
      MetricTransformations:
        - MetricName: Watched
          MetricNamespace: Audit
          MetricValue: "1"
  WatchedAlarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmName: watched
      MetricName: Watched
      Namespace: Audit
      Statistic: Sum
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: 1
      Period: 300
      EvaluationPeriods: 1
      AlarmActions: ["arn:aws:sns:us-east-1:123456789012:security"]`,
      },
    ),
    fails(
      'counted without an alarm',
      `resource "aws_cloudtrail" "main" {
  name                       = "main-trail"
  s3_bucket_name             = "trail-logs"
  cloud_watch_logs_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:trail:*"
}
resource "aws_cloudwatch_log_metric_filter" "watched" {
  name           = "watched"
  log_group_name = "trail"
  pattern        = "{ ($.eventName = \\"ConsoleLogin\\") && ($.additionalEventData.MFAUsed != \\"Yes\\") }"
  metric_transformation {
    name      = "Watched"
    namespace = "Audit"
    value     = "1"
  }
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
  Watched:
    Type: AWS::Logs::MetricFilter
    Properties:
      LogGroupName: trail
      FilterPattern: '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }'
      MetricTransformations:
        - MetricName: Watched
          MetricNamespace: Audit
          MetricValue: "1"`,
      },
    ),
    passes(
      'filter, alarm and topic',
      `resource "aws_cloudtrail" "main" {
  name                       = "main-trail"
  s3_bucket_name             = "trail-logs"
  cloud_watch_logs_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:trail:*"
}
resource "aws_cloudwatch_log_metric_filter" "watched" {
  name           = "watched"
  log_group_name = "trail"
  pattern        = "{ ($.eventName = \\"ConsoleLogin\\") && ($.additionalEventData.MFAUsed != \\"Yes\\") }"
  metric_transformation {
    name      = "Watched"
    namespace = "Audit"
    value     = "1"
  }
}
resource "aws_cloudwatch_metric_alarm" "watched" {
  alarm_name          = "watched"
  metric_name         = "Watched"
  namespace           = "Audit"
  statistic           = "Sum"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:us-east-1:123456789012:security"]
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
  Watched:
    Type: AWS::Logs::MetricFilter
    Properties:
      LogGroupName: trail
      FilterPattern: '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }'
      MetricTransformations:
        - MetricName: Watched
          MetricNamespace: Audit
          MetricValue: "1"
  WatchedAlarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmName: watched
      MetricName: Watched
      Namespace: Audit
      Statistic: Sum
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: 1
      Period: 300
      EvaluationPeriods: 1
      AlarmActions: ["arn:aws:sns:us-east-1:123456789012:security"]`,
      },
    ),
  ],
});

const subject = { en: 'console sign-ins without MFA', ja: 'MFA なしのコンソールサインイン' };
