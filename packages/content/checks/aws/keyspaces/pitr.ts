/** A wrong DELETE is replicated three times within milliseconds. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Keyspaces tables have point-in-time recovery', ja: 'Keyspaces のテーブルでポイントインタイムリカバリが有効になっている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.keyspaces.table',
  why: {
    en: 'Without point-in-time recovery deleted rows cannot be brought back.',
    ja: 'ポイントインタイムリカバリがないと、削除した行を戻せません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'point_in_time_recovery.status', value: 'ENABLED' }],
      cloudformation: [{ set: 'PointInTimeRecoveryEnabled', value: true }],
    },
    summary: { en: 'Set point_in_time_recovery.status to ENABLED.', ja: 'point_in_time_recovery.status を ENABLED にしてください。' },
    terraform: `resource "aws_keyspaces_table" "orders" {
  keyspace_name = "shop"
  table_name    = "orders"

  point_in_time_recovery {
    status = "ENABLED"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::Cassandra::Table
    Properties:
      KeyspaceName: shop
      TableName: orders
      PointInTimeRecoveryEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/keyspaces/latest/devguide/PointInTimeRecovery.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(table) {
    if (table.pointInTimeRecovery) return pass();
    return fail({
      en: `Table ${table.name} has no point-in-time recovery`,
      ja: `テーブル ${table.name} はポイントインタイムリカバリが無効です`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_keyspaces_table" "orders" {
  keyspace_name = "shop"
  table_name    = "orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Cassandra::Table
    Properties:
      KeyspaceName: shop
      TableName: orders`,
      },
    ),
    passes(
      'on',
      `resource "aws_keyspaces_table" "orders" {
  keyspace_name = "shop"
  table_name    = "orders"

  point_in_time_recovery {
    status = "ENABLED"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Cassandra::Table
    Properties:
      KeyspaceName: shop
      TableName: orders
      PointInTimeRecoveryEnabled: true`,
      },
    ),
  ],
});
