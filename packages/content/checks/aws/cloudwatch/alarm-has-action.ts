/** An alarm without an action turns red where nobody looks. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Alarms really notify someone', ja: 'アラームが実際に通知を送る' },
  severity: 'high',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.cloudwatch.alarm',
  why: {
    en: 'An alarm without an action changes its color in the console, and nobody is told.',
    ja: 'アクションのないアラームは、コンソールで色が変わるだけで誰にも伝わりません。',
  },
  fix: {
    summary: { en: 'Name a topic or another action in alarm_actions.', ja: 'alarm_actions にトピックなどのアクションを指定してください。' },
    terraform: `resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "orders-errors"
  metric_name         = "Errors"
  namespace           = "Orders"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1
  alarm_actions = ["arn:aws:sns:us-east-1:123456789012:oncall"]
}`,
    cloudformation: `Resources:
  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmName: orders-errors
      MetricName: Errors
      Namespace: Orders
      ComparisonOperator: GreaterThanThreshold
      Threshold: 0
      EvaluationPeriods: 1
      AlarmActions: ["arn:aws:sns:us-east-1:123456789012:oncall"]`,
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html'],
  equivalents: ['CloudWatch.15', 'prowler:cloudwatch_alarm_actions_alarm_state_configured'],
  evaluate(alarm) {
    if (alarm.hasAction) return pass();
    return fail({ en: `Alarm ${alarm.name} has no action`, ja: `アラーム ${alarm.name} にアクションがありません` });
  },
  examples: [
    fails(
      'none',
      `resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "orders-errors"
  metric_name         = "Errors"
  namespace           = "Orders"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1
}`,
      {
        cloudformation: `Resources:
  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmName: orders-errors
      MetricName: Errors
      Namespace: Orders
      ComparisonOperator: GreaterThanThreshold
      Threshold: 0
      EvaluationPeriods: 1`,
      },
    ),
    fails(
      'only when it is over',
      `resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "orders-errors"
  metric_name         = "Errors"
  namespace           = "Orders"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1
  ok_actions = ["arn:aws:sns:us-east-1:123456789012:oncall"]
}`,
    ),
    passes(
      'a topic',
      `resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "orders-errors"
  metric_name         = "Errors"
  namespace           = "Orders"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1
  alarm_actions = ["arn:aws:sns:us-east-1:123456789012:oncall"]
}`,
      {
        cloudformation: `Resources:
  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmName: orders-errors
      MetricName: Errors
      Namespace: Orders
      ComparisonOperator: GreaterThanThreshold
      Threshold: 0
      EvaluationPeriods: 1
      AlarmActions: ["arn:aws:sns:us-east-1:123456789012:oncall"]`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "topics" {}
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "orders-errors"
  metric_name         = "Errors"
  namespace           = "Orders"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1
  alarm_actions = var.topics
}`,
    ),
  ],
});
