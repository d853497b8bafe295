/** A global table is as well kept as its weakest copy. */
import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Global tables use a customer managed key', ja: 'グローバルテーブルがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dynamodb.global-table',
  why: {
    en: 'The default key belongs to AWS: no policy of the account limits it, and no log shows its use.',
    ja: '既定のキーは AWS 所有で、アカウント側で制限できず使用記録も残りません。',
  },
  fix: {
    summary: { en: 'Name a KMS key for each replica.', ja: '各レプリカに KMS キーを指定してください。' },
    cloudformation: `Resources:
  Orders:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      TableName: orders
      Replicas:
        - Region: ap-northeast-1
          SSESpecification:
            KMSMasterKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(table) {
    const bare = find(table.replicas, (each) => !each.hasCustomerKey);
    if (!bare) return pass();
    return fail({
      en: `The replica of global table ${table.name} in ${bare.region} is not encrypted with a customer managed key`,
      ja: `グローバルテーブル ${table.name} の ${bare.region} のレプリカはカスタマー管理キーで暗号化されていません`,
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
          SSESpecification:
            KMSMasterKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
    }),
  ],
});
