/** A table is gone with one call. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Tables have deletion protection', ja: 'テーブルの削除保護が有効になっている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.dynamodb.table',
  why: {
    en: 'A mistake in code or a stolen role deletes the table and its items in one call.',
    ja: 'コードの誤りや奪われたロールの 1 回の呼び出しで、テーブルと全項目が消えます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'deletion_protection_enabled', value: true }],
      cloudformation: [{ set: 'DeletionProtectionEnabled', value: true }],
    },
    summary: { en: 'Set deletion_protection_enabled to true.', ja: 'deletion_protection_enabled を true にしてください。' },
    terraform: `resource "aws_dynamodb_table" "orders" {
  name                        = "orders"
  hash_key                    = "id"
  billing_mode                = "PAY_PER_REQUEST"
  deletion_protection_enabled = true
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
      DeletionProtectionEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html'],
  equivalents: ['DynamoDB.6', 'prowler:dynamodb_table_deletion_protection_enabled', 'cloudsploit:dynamoDeletionProtection'],
  evaluate(table) {
    if (table.deletionProtection) return pass();
    return fail({ en: `Table ${table.name} has no deletion protection`, ja: `テーブル ${table.name} に削除保護がありません` });
  },
  examples: [
    fails(
      'not written',
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
    passes(
      'on',
      `resource "aws_dynamodb_table" "orders" {
  name                        = "orders"
  hash_key                    = "id"
  billing_mode                = "PAY_PER_REQUEST"
  deletion_protection_enabled = true
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
      DeletionProtectionEnabled: true`,
      },
    ),
  ],
});
