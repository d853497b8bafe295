/** Replication copies a mistake within a second. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Table replicas have point-in-time recovery', ja: 'テーブルのレプリカでポイントインタイムリカバリが有効になっている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dynamodb.table-replica',
  why: {
    en: 'A deletion is replicated at once; only point-in-time recovery brings the items back in that region.',
    ja: '削除はすぐに複製されます。そのリージョンで項目を戻せるのはポイントインタイムリカバリだけです。',
  },
  fix: {
    edits: { terraform: [{ set: 'point_in_time_recovery', value: true }] },
    summary: { en: 'Set point_in_time_recovery to true.', ja: 'point_in_time_recovery を true にしてください。' },
    terraform: `resource "aws_dynamodb_table_replica" "orders" {
  global_table_arn       = "arn:aws:dynamodb:ap-northeast-1:123456789012:table/orders"
  point_in_time_recovery = true
}`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(replica) {
    if (replica.pointInTimeRecovery) return pass();
    return fail({
      en: `Replica of ${replica.name} has no point-in-time recovery`,
      ja: `${replica.name} のレプリカはポイントインタイムリカバリが無効です`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_dynamodb_table_replica" "orders" {
  global_table_arn = "arn:aws:dynamodb:ap-northeast-1:123456789012:table/orders"
}`,
    ),
    passes(
      'on',
      `resource "aws_dynamodb_table_replica" "orders" {
  global_table_arn       = "arn:aws:dynamodb:ap-northeast-1:123456789012:table/orders"
  point_in_time_recovery = true
}`,
    ),
  ],
});
