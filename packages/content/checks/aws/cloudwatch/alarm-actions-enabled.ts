/** Actions switched off during maintenance stay off. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Alarm actions are switched on', ja: 'アラームのアクションが有効である' },
  severity: 'high',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.cloudwatch.alarm',
  why: {
    en: 'Actions that were switched off for maintenance are forgotten, and the next alarm stays silent.',
    ja: 'メンテナンスで切ったアクションは忘れられ、次の警報が鳴りません。',
  },
  fix: {
    summary: { en: 'Remove actions_enabled = false.', ja: 'actions_enabled = false を削除してください。' },
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
    cli: 'aws cloudwatch enable-alarm-actions --alarm-names NAME',
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html'],
  equivalents: ['CKV_AWS_319', 'CloudWatch.17', 'prowler:cloudwatch_alarm_actions_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(alarm) {
    if (alarm.actionsEnabled) return pass();
    return fail({ en: `Actions of alarm ${alarm.name} are switched off`, ja: `アラーム ${alarm.name} のアクションは無効です` });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "orders-errors"
  metric_name         = "Errors"
  namespace           = "Orders"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 1
  alarm_actions = ["arn:aws:sns:us-east-1:123456789012:oncall"]
  actions_enabled = false
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
      AlarmActions: ["arn:aws:sns:us-east-1:123456789012:oncall"]
      ActionsEnabled: false`,
      },
    ),
    passes(
      'by default',
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
  ],
});
