/** With a key of its own the account decides who decrypts, and can stop it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Tables use a customer managed key', ja: 'テーブルがカスタマー管理キーで暗号化されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.dynamodb.table',
  why: {
    en: 'The default key belongs to AWS: no policy of the account limits it, and no log shows its use.',
    ja: '既定のキーは AWS 所有で、アカウント側で制限できず使用記録も残りません。',
  },
  fix: {
    summary: {
      en: 'Add server_side_encryption with kms_key_arn.',
      ja: 'kms_key_arn を指定した server_side_encryption を追加してください。',
    },
    terraform: `resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"

  server_side_encryption {
    enabled     = true
    kms_key_arn = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
  }
}`,
    cloudformation: `Resources:
  OrdersTable:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - AttributeName: id
          AttributeType: S
      KeySchema:
        - AttributeName: id
          KeyType: HASH
      SSESpecification:
        SSEEnabled: true
        SSEType: KMS
        KMSMasterKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html'],
  equivalents: [
    'CKV_AWS_119',
    'AVD-AWS-0025',
    'tfsec:aws-dynamodb-table-customer-key',
    'prowler:dynamodb_tables_kms_cmk_encryption_enabled',
    'cloudsploit:dynamoKmsEncryption',
  ],
  evaluate(table) {
    if (table.hasCustomerKey) return pass();
    return fail({
      en: `Table ${table.name} is not encrypted with a customer managed key`,
      ja: `テーブル ${table.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'the key of AWS',
      `resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
}`,
      {
        cloudformation: `Resources:
  OrdersTable:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - AttributeName: id
          AttributeType: S
      KeySchema:
        - AttributeName: id
          KeyType: HASH`,
      },
    ),
    fails(
      'the key of the account',
      `resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"

  server_side_encryption {
    enabled = true
  }
}`,
      {
        cloudformation: `Resources:
  OrdersTable:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - AttributeName: id
          AttributeType: S
      KeySchema:
        - AttributeName: id
          KeyType: HASH
      SSESpecification:
        SSEEnabled: true`,
      },
    ),
    passes(
      'a key',
      `resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"

  server_side_encryption {
    enabled     = true
    kms_key_arn = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
  }
}`,
      {
        cloudformation: `Resources:
  OrdersTable:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - AttributeName: id
          AttributeType: S
      KeySchema:
        - AttributeName: id
          KeyType: HASH
      SSESpecification:
        SSEEnabled: true
        SSEType: KMS
        KMSMasterKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
      },
    ),
  ],
});
