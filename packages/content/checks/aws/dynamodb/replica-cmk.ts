/** A replica is a whole copy of the table under a key of its own region. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Table replicas use a customer managed key', ja: 'テーブルのレプリカがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dynamodb.table-replica',
  why: {
    en: 'A replica without a key of its own is readable by rights that no key policy of the account limits.',
    ja: '独自のキーのないレプリカは、アカウントのキーポリシーで読み取りを制限できません。',
  },
  fix: {
    summary: {
      en: 'Set kms_key_arn to a key of the region of the replica.',
      ja: 'kms_key_arn にレプリカのリージョンのキーを指定してください。',
    },
    terraform: `resource "aws_dynamodb_table_replica" "orders" {
  global_table_arn = "arn:aws:dynamodb:ap-northeast-1:123456789012:table/orders"
  kms_key_arn      = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables-security.html'],
  equivalents: ['CKV_AWS_271'],
  noFramework: 'no control mapping yet',
  evaluate(replica) {
    if (replica.hasCustomerKey) return pass();
    return fail({
      en: `Replica of ${replica.name} is not encrypted with a customer managed key`,
      ja: `${replica.name} のレプリカはカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'no key',
      `resource "aws_dynamodb_table_replica" "orders" {
  global_table_arn = "arn:aws:dynamodb:ap-northeast-1:123456789012:table/orders"
}`,
    ),
    passes(
      'a key',
      `resource "aws_dynamodb_table_replica" "orders" {
  global_table_arn = "arn:aws:dynamodb:ap-northeast-1:123456789012:table/orders"
  kms_key_arn      = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    ),
  ],
});
