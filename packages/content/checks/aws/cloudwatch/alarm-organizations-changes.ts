/** Twelve calls that move accounts or change what binds them; only the management account records them. */
import { catchesEvents, defineCheck, fails, judgeAuditAlert, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Alert on Organizations changes', ja: 'Organizations の変更を通知する' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.cloudwatch.audit-alerts',
  why: {
    en: 'Leaving the organization or detaching a policy removes every guard rail at once.',
    ja: '組織からの離脱やポリシーの解除は、すべての統制を一度に外します。',
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
  pattern        = "{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = AttachPolicy) || ($.eventName = CreatePolicy) || ($.eventName = DeletePolicy) || ($.eventName = DetachPolicy) || ($.eventName = UpdatePolicy) || ($.eventName = DisablePolicyType) || ($.eventName = LeaveOrganization) || ($.eventName = MoveAccount) || ($.eventName = RemoveAccountFromOrganization) || ($.eventName = InviteAccountToOrganization) || ($.eventName = CreateAccount) || ($.eventName = DeleteOrganization)) }"
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
      FilterPattern: '{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = AttachPolicy) || ($.eventName = CreatePolicy) || ($.eventName = DeletePolicy) || ($.eventName = DetachPolicy) || ($.eventName = UpdatePolicy) || ($.eventName = DisablePolicyType) || ($.eventName = LeaveOrganization) || ($.eventName = MoveAccount) || ($.eventName = RemoveAccountFromOrganization) || ($.eventName = InviteAccountToOrganization) || ($.eventName = CreateAccount) || ($.eventName = DeleteOrganization)) }'
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
    'AVD-AWS-0174',
    'tfsec:aws-cloudwatch-require-org-changes-alarm',
    'prowler:cloudwatch_log_metric_filter_aws_organizations_changes',
  ],
  evaluate(audit) {
    return judgeAuditAlert(audit, subject, (pattern) => catchesEvents(pattern, events, 'organizations.amazonaws.com'));
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
  pattern        = "{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = AttachPolicy) || ($.eventName = CreatePolicy) || ($.eventName = DeletePolicy) || ($.eventName = DetachPolicy) || ($.eventName = UpdatePolicy) || ($.eventName = DisablePolicyType) || ($.eventName = LeaveOrganization) || ($.eventName = MoveAccount) || ($.eventName = RemoveAccountFromOrganization) || ($.eventName = InviteAccountToOrganization) || ($.eventName = CreateAccount) || ($.eventName = DeleteOrganization)) }"
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
      FilterPattern: '{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = AttachPolicy) || ($.eventName = CreatePolicy) || ($.eventName = DeletePolicy) || ($.eventName = DetachPolicy) || ($.eventName = UpdatePolicy) || ($.eventName = DisablePolicyType) || ($.eventName = LeaveOrganization) || ($.eventName = MoveAccount) || ($.eventName = RemoveAccountFromOrganization) || ($.eventName = InviteAccountToOrganization) || ($.eventName = CreateAccount) || ($.eventName = DeleteOrganization)) }'
      MetricTransformations:
        - MetricName: Watched
          MetricNamespace: Audit
          MetricValue: "1"`,
      },
    ),
    fails(
      'one event is left out',
      `resource "aws_cloudtrail" "main" {
  name                       = "main-trail"
  s3_bucket_name             = "trail-logs"
  cloud_watch_logs_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:trail:*"
}
resource "aws_cloudwatch_log_metric_filter" "watched" {
  name           = "watched"
  log_group_name = "trail"
  pattern        = "{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = AttachPolicy) || ($.eventName = CreatePolicy) || ($.eventName = DeletePolicy) || ($.eventName = DetachPolicy) || ($.eventName = UpdatePolicy) || ($.eventName = DisablePolicyType) || ($.eventName = LeaveOrganization) || ($.eventName = MoveAccount) || ($.eventName = RemoveAccountFromOrganization) || ($.eventName = InviteAccountToOrganization) || ($.eventName = CreateAccount)) }"
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
      FilterPattern: '{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = AttachPolicy) || ($.eventName = CreatePolicy) || ($.eventName = DeletePolicy) || ($.eventName = DetachPolicy) || ($.eventName = UpdatePolicy) || ($.eventName = DisablePolicyType) || ($.eventName = LeaveOrganization) || ($.eventName = MoveAccount) || ($.eventName = RemoveAccountFromOrganization) || ($.eventName = InviteAccountToOrganization) || ($.eventName = CreateAccount)) }'
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
    passes(
      'a filter for the whole service',
      `resource "aws_cloudtrail" "main" {
  name                       = "main-trail"
  s3_bucket_name             = "trail-logs"
  cloud_watch_logs_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:trail:*"
}
resource "aws_cloudwatch_log_metric_filter" "watched" {
  name           = "watched"
  log_group_name = "trail"
  pattern        = "{ $.eventSource = organizations.amazonaws.com }"
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
  pattern        = "{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = AttachPolicy) || ($.eventName = CreatePolicy) || ($.eventName = DeletePolicy) || ($.eventName = DetachPolicy) || ($.eventName = UpdatePolicy) || ($.eventName = DisablePolicyType) || ($.eventName = LeaveOrganization) || ($.eventName = MoveAccount) || ($.eventName = RemoveAccountFromOrganization) || ($.eventName = InviteAccountToOrganization) || ($.eventName = CreateAccount) || ($.eventName = DeleteOrganization)) }"
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
      FilterPattern: '{ ($.eventSource = organizations.amazonaws.com) && (($.eventName = AttachPolicy) || ($.eventName = CreatePolicy) || ($.eventName = DeletePolicy) || ($.eventName = DetachPolicy) || ($.eventName = UpdatePolicy) || ($.eventName = DisablePolicyType) || ($.eventName = LeaveOrganization) || ($.eventName = MoveAccount) || ($.eventName = RemoveAccountFromOrganization) || ($.eventName = InviteAccountToOrganization) || ($.eventName = CreateAccount) || ($.eventName = DeleteOrganization)) }'
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

const events = [
  'AttachPolicy',
  'CreatePolicy',
  'DeletePolicy',
  'DetachPolicy',
  'UpdatePolicy',
  'DisablePolicyType',
  'LeaveOrganization',
  'MoveAccount',
  'RemoveAccountFromOrganization',
  'InviteAccountToOrganization',
  'CreateAccount',
  'DeleteOrganization',
];
const subject = { en: 'changes of the organization', ja: '組織の変更' };
