/** What is deleted in one region is deleted in all. */
import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Global tables have point-in-time recovery', ja: 'グローバルテーブルでポイントインタイムリカバリが有効になっている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dynamodb.global-table',
  why: {
    en: 'Replication copies a deletion to every region at once; only point-in-time recovery brings the items back.',
    ja: '削除は全リージョンにすぐ複製されます。項目を戻せるのはポイントインタイムリカバリだけです。',
  },
  fix: {
    edits: { cloudformation: [{ set: 'Replicas[*].PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', value: true }] },
    summary: {
      en: 'Switch point-in-time recovery on for each replica.',
      ja: '各レプリカでポイントインタイムリカバリを有効にしてください。',
    },
    cloudformation: `Resources:
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      TableName: orders
      Replicas:
        - Region: ap-northeast-1
          PointInTimeRecoverySpecification:
            PointInTimeRecoveryEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables.html'],
  equivalents: ['CKV_AWS_165'],
  noFramework: 'no control mapping yet',
  evaluate(table) {
    const bare = find(table.replicas, (each) => !each.pointInTimeRecovery);
    if (!bare) return pass();
    return fail({
      en: `The replica of global table ${table.name} in ${bare.region} has no point-in-time recovery`,
      ja: `グローバルテーブル ${table.name} の ${bare.region} のレプリカのポイントインタイムリカバリが無効です`,
    });
  },
  examples: [
    fails('nothing written', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      TableName: orders
      Replicas:
        - Region: ap-northeast-1`,
    }),
    passes('written', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      TableName: orders
      Replicas:
        - Region: ap-northeast-1
          PointInTimeRecoverySpecification:
            PointInTimeRecoveryEnabled: true`,
    }),
  ],
});
