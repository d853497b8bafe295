/** With a key of its own the account decides who decrypts, and can stop it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Keyspaces tables use a customer managed key', ja: 'Keyspaces のテーブルがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.keyspaces.table',
  why: {
    en: 'The key of AWS has a policy that nobody may change: access to the data cannot be limited or withdrawn by the key.',
    ja: 'AWS 管理キーのポリシーは変更できず、キーによるアクセスの制限や取り消しができません。',
  },
  fix: {
    summary: {
      en: 'Set encryption_specification.kms_key_identifier.',
      ja: 'encryption_specification.kms_key_identifier を指定してください。',
    },
    terraform: `resource "aws_keyspaces_table" "orders" {
  keyspace_name = "shop"
  table_name    = "orders"

  encryption_specification {
    type               = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_identifier = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::Cassandra::Table
    Properties:
      KeyspaceName: shop
      TableName: orders
      EncryptionSpecification:
        EncryptionType: CUSTOMER_MANAGED_KMS_KEY
        KmsKeyIdentifier: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
  },
  references: ['https://docs.aws.amazon.com/keyspaces/latest/devguide/encryption.howitworks.html'],
  equivalents: ['CKV_AWS_265'],
  noFramework: 'no control mapping yet',
  evaluate(table) {
    if (table.hasCustomerKey) return pass();
    return fail({
      en: `Table ${table.name} is not encrypted with a customer managed key`,
      ja: `テーブル ${table.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'no key of its own',
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
      'a key',
      `resource "aws_keyspaces_table" "orders" {
  keyspace_name = "shop"
  table_name    = "orders"

  encryption_specification {
    type               = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_identifier = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Cassandra::Table
    Properties:
      KeyspaceName: shop
      TableName: orders
      EncryptionSpecification:
        EncryptionType: CUSTOMER_MANAGED_KMS_KEY
        KmsKeyIdentifier: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
      },
    ),
  ],
});
