/** A replica is a table, and can be deleted like one. */
import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Global tables have deletion protection', ja: 'グローバルテーブルの削除保護が有効になっている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dynamodb.global-table',
  why: {
    en: 'A mistaken template or call removes the replica with all of its items.',
    ja: 'テンプレートの誤りや 1 回の呼び出しで、レプリカと全項目が消えます。',
  },
  fix: {
    edits: { cloudformation: [{ set: 'Replicas[*].DeletionProtectionEnabled', value: true }] },
    summary: {
      en: 'Set DeletionProtectionEnabled for each replica.',
      ja: '各レプリカで DeletionProtectionEnabled を true にしてください。',
    },
    cloudformation: `Resources:
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      TableName: orders
      Replicas:
        - Region: ap-northeast-1
          DeletionProtectionEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(table) {
    const bare = find(table.replicas, (each) => !each.deletionProtection);
    if (!bare) return pass();
    return fail({
      en: `The replica of global table ${table.name} in ${bare.region} has no deletion protection`,
      ja: `グローバルテーブル ${table.name} の ${bare.region} のレプリカに削除保護がありません`,
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
          DeletionProtectionEnabled: true`,
    }),
  ],
});
