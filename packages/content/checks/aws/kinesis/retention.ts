/** A consumer that fails over a long weekend loses what the stream has dropped. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Kinesis streams keep records long enough', ja: 'Kinesis ストリームのレコード保持期間が十分である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.kinesis.stream',
  why: {
    en: 'A consumer that is down longer than the retention loses records for good; a day passes quickly.',
    ja: '保持期間より長く消費側が止まると、レコードは失われます。既定の 1 日はすぐ過ぎます。',
  },
  fix: {
    edits: { terraform: [{ set: 'retention_period', value: 168 }], cloudformation: [{ set: 'RetentionPeriodHours', value: 168 }] },
    cautions: ['costs'],
    summary: {
      en: 'Raise retention_period to the time that an outage of the consumer may last.',
      ja: 'retention_period を、消費側の障害が続きうる時間まで延ばしてください。',
    },
    terraform: `resource "aws_kinesis_stream" "orders" {
  name             = "orders"
  shard_count      = 1
  retention_period = 168
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::Kinesis::Stream
    Properties:
      Name: orders
      ShardCount: 1
      RetentionPeriodHours: 168`,
    cli: 'aws kinesis increase-stream-retention-period --stream-name NAME --retention-period-hours 168',
  },
  references: ['https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html'],
  equivalents: ['Kinesis.3', 'prowler:kinesis_stream_data_retention_period'],
  noFramework: 'no control mapping yet',
  params: {
    hours: {
      type: 'number',
      default: 168,
      min: 24,
      description: { en: 'Hours that records must be kept', ja: 'レコードを保持すべき時間数' },
    },
  },
  evaluate(stream, { hours }) {
    if (stream.retentionHours >= hours) return pass();
    return fail({
      en: `Stream ${stream.name} keeps records for ${stream.retentionHours} hours, less than ${hours}`,
      ja: `ストリーム ${stream.name} のレコード保持期間は ${stream.retentionHours} 時間で、${hours} 時間に足りません`,
    });
  },
  examples: [
    fails(
      'a day, the default',
      `resource "aws_kinesis_stream" "orders" {
  name        = "orders"
  shard_count = 1
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Kinesis::Stream
    Properties:
      Name: orders
      ShardCount: 1`,
      },
    ),
    fails(
      'three days',
      `resource "aws_kinesis_stream" "orders" {
  name             = "orders"
  shard_count      = 1
  retention_period = 72
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Kinesis::Stream
    Properties:
      Name: orders
      ShardCount: 1
      RetentionPeriodHours: 72`,
      },
    ),
    passes(
      'a week',
      `resource "aws_kinesis_stream" "orders" {
  name             = "orders"
  shard_count      = 1
  retention_period = 168
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Kinesis::Stream
    Properties:
      Name: orders
      ShardCount: 1
      RetentionPeriodHours: 168`,
      },
    ),
  ],
});
