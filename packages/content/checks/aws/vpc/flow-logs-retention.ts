/** Flow logs are large: kept too short they are gone, kept for ever they are paid for. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Flow-log storage has a bounded, sufficient retention', ja: 'フローログの保持期間が有限で十分な長さである' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.vpc.flow-log',
  why: {
    en: 'Intrusions are noticed after weeks: by then the log must still be there, while logs without an end fill the bill.',
    ja: '侵入は数週間後に気づかれるため、その時までログが必要です。一方、無期限のログは費用を膨らませます。',
  },
  fix: {
    summary: {
      en: 'Set retention_in_days of the log group to a period between 90 days and your limit.',
      ja: 'ロググループの retention_in_days を 90 日以上の期間に設定してください。',
    },
    terraform: `resource "aws_cloudwatch_log_group" "flow" {
  name = "/vpc/flow"
  retention_in_days = 365
}
resource "aws_flow_log" "main" {
  vpc_id               = "vpc-0abc"
  traffic_type         = "ALL"
  log_destination      = aws_cloudwatch_log_group.flow.arn
  iam_role_arn         = "arn:aws:iam::123456789012:role/flow-logs"
}`,
    cloudformation: `Resources:
  Flow:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /vpc/flow
      RetentionInDays: 365
  Main:
    Type: AWS::EC2::FlowLog
    Properties:
      ResourceId: vpc-0abc
      ResourceType: VPC
      TrafficType: ALL
      LogDestination: !GetAtt Flow.Arn
      DeliverLogsPermissionArn: arn:aws:iam::123456789012:role/flow-logs`,
    cli: 'aws logs put-retention-policy --log-group-name NAME --retention-in-days 365',
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html'],
  equivalents: [],
  params: { minimumDays: { type: 'number', default: 90, min: 1, description: { en: 'Shortest period in days', ja: '最短の保持日数' } } },
  evaluate(log, { minimumDays }) {
    if (log.destinationType !== 'cloud-watch-logs')
      return notApplicable({ en: 'It goes to no log group', ja: 'ロググループへの出力ではありません' });
    if (log.logGroup === undefined) return notApplicable({ en: 'It names no log group', ja: 'ロググループの指定がありません' });
    const days = log.logGroup.retentionDays;
    if (days >= minimumDays) return pass();
    return fail({
      en: `Flow log ${log.name} is kept ${days === 0 ? 'for ever' : `for ${days} days, less than ${minimumDays}`}`,
      ja: `フローログ ${log.name} の保持期間は${days === 0 ? '無期限' : ` ${days} 日で、${minimumDays} 日に足りません`}`,
    });
  },
  examples: [
    fails(
      'for ever',
      `resource "aws_cloudwatch_log_group" "flow" {
  name = "/vpc/flow"
}
resource "aws_flow_log" "main" {
  vpc_id               = "vpc-0abc"
  traffic_type         = "ALL"
  log_destination      = aws_cloudwatch_log_group.flow.arn
  iam_role_arn         = "arn:aws:iam::123456789012:role/flow-logs"
}`,
      {
        cloudformation: `Resources:
  Flow:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /vpc/flow
  Main:
    Type: AWS::EC2::FlowLog
    Properties:
      ResourceId: vpc-0abc
      ResourceType: VPC
      TrafficType: ALL
      LogDestination: !GetAtt Flow.Arn
      DeliverLogsPermissionArn: arn:aws:iam::123456789012:role/flow-logs`,
      },
    ),
    fails(
      'a week',
      `resource "aws_cloudwatch_log_group" "flow" {
  name = "/vpc/flow"
  retention_in_days = 7
}
resource "aws_flow_log" "main" {
  vpc_id               = "vpc-0abc"
  traffic_type         = "ALL"
  log_destination      = aws_cloudwatch_log_group.flow.arn
  iam_role_arn         = "arn:aws:iam::123456789012:role/flow-logs"
}`,
      {
        cloudformation: `Resources:
  Flow:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /vpc/flow
      RetentionInDays: 7
  Main:
    Type: AWS::EC2::FlowLog
    Properties:
      ResourceId: vpc-0abc
      ResourceType: VPC
      TrafficType: ALL
      LogDestination: !GetAtt Flow.Arn
      DeliverLogsPermissionArn: arn:aws:iam::123456789012:role/flow-logs`,
      },
    ),
    passes(
      'a year',
      `resource "aws_cloudwatch_log_group" "flow" {
  name = "/vpc/flow"
  retention_in_days = 365
}
resource "aws_flow_log" "main" {
  vpc_id               = "vpc-0abc"
  traffic_type         = "ALL"
  log_destination      = aws_cloudwatch_log_group.flow.arn
  iam_role_arn         = "arn:aws:iam::123456789012:role/flow-logs"
}`,
      {
        cloudformation: `Resources:
  Flow:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /vpc/flow
      RetentionInDays: 365
  Main:
    Type: AWS::EC2::FlowLog
    Properties:
      ResourceId: vpc-0abc
      ResourceType: VPC
      TrafficType: ALL
      LogDestination: !GetAtt Flow.Arn
      DeliverLogsPermissionArn: arn:aws:iam::123456789012:role/flow-logs`,
      },
    ),
    isUnknown(
      'the group is elsewhere',
      `resource "aws_flow_log" "main" {
  vpc_id         = "vpc-0abc"
  traffic_type   = "ALL"
  log_group_name = "/vpc/flow"
}`,
    ),
    isNotApplicable(
      'to a bucket',
      `resource "aws_flow_log" "main" {
  vpc_id               = "vpc-0abc"
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flow-logs"
}`,
    ),
  ],
});
