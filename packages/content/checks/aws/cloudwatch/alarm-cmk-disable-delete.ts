/** Deletion takes a week at least: this alert is what makes the week useful. */
import { catchesEvents, defineCheck, fails, judgeAuditAlert, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Alert on key disablement or deletion', ja: 'KMS キーの無効化・削除予約を通知する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.cloudwatch.audit-alerts',
  why: {
    en: 'Data under a deleted key is gone for good; the waiting period only helps when somebody notices.',
    ja: '削除されたキーのデータは二度と読めません。待機期間は気づいて初めて役立ちます。',
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
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }"
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
      FilterPattern: '{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }'
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
    'CloudWatch.7',
    'AVD-AWS-0153',
    'tfsec:aws-cloudwatch-require-cmk-disabled-alarm',
    'prowler:cloudwatch_log_metric_filter_disable_or_scheduled_deletion_of_kms_cmk',
  ],
  evaluate(audit) {
    return judgeAuditAlert(audit, subject, (pattern) => catchesEvents(pattern, events, 'kms.amazonaws.com'));
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
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }"
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
      FilterPattern: '{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }'
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
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }"
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
      FilterPattern: '{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }'
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

const events = ['DisableKey', 'ScheduleKeyDeletion'];
const subject = { en: 'disabled or deleted keys', ja: 'キーの無効化や削除予約' };
