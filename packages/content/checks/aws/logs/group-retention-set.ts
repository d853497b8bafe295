/** Logs without an end of life pile up until the bill or the data protection officer asks. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Log groups have a retention period', ja: 'ロググループに保持期間が設定されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.logs.group',
  why: {
    en: 'Without a period events are kept for ever: costs grow, and personal data stays longer than allowed.',
    ja: '期間がないとイベントは永久に残り、費用が増え、個人情報が許される期間を超えて残ります。',
  },
  fix: {
    summary: { en: 'Set retention_in_days.', ja: 'retention_in_days を設定してください。' },
    terraform: `resource "aws_cloudwatch_log_group" "orders" {
  name = "/ecs/orders"
  retention_in_days = 400
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /ecs/orders
      RetentionInDays: 400`,
    cli: 'aws logs put-retention-policy --log-group-name NAME --retention-in-days 400',
  },
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html'],
  equivalents: ['CKV_AWS_66'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (group.retentionDays > 0) return pass();
    return fail({ en: `Log group ${group.name} keeps events for ever`, ja: `ロググループ ${group.name} はイベントを無期限に保持します` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_cloudwatch_log_group" "orders" {
  name = "/ecs/orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /ecs/orders`,
      },
    ),
    fails(
      'written as never',
      `resource "aws_cloudwatch_log_group" "orders" {
  retention_in_days = 0
}`,
    ),
    passes(
      'a year',
      `resource "aws_cloudwatch_log_group" "orders" {
  name = "/ecs/orders"
  retention_in_days = 365
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /ecs/orders
      RetentionInDays: 365`,
      },
    ),
  ],
});
