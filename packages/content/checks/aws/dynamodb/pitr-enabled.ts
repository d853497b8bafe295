/** Point-in-time recovery undoes a bad deployment to the second. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Point-in-time recovery is on', ja: 'ポイントインタイムリカバリが有効である' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.dynamodb.table',
  why: {
    en: 'A wrong write overwrites a table in seconds; recovery brings back any second of the last 35 days.',
    ja: '誤った書き込みは数秒でテーブルを壊します。ポイントインタイムリカバリなら直近 35 日の任意の時点に戻せます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'point_in_time_recovery.enabled', value: true }],
      cloudformation: [{ set: 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', value: true }],
    },
    summary: { en: 'Add point_in_time_recovery with enabled = true.', ja: 'enabled = true の point_in_time_recovery を追加してください。' },
    terraform: `resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = true
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
      PointInTimeRecoverySpecification:
        PointInTimeRecoveryEnabled: true`,
    cli: 'aws dynamodb update-continuous-backups --table-name NAME --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true',
    console: {
      en: 'DynamoDB → Tables → the table → Backups → Point-in-time recovery → Edit → On.',
      ja: 'DynamoDB → テーブル → 対象 → バックアップ → ポイントインタイムリカバリ → 編集 → 有効。',
    },
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html'],
  equivalents: [
    'CKV_AWS_28',
    'AVD-AWS-0024',
    'tfsec:aws-dynamodb-enable-recovery',
    'DynamoDB.2',
    'prowler:dynamodb_tables_pitr_enabled',
    'cloudsploit:dynamoContinuousBackups',
  ],
  evaluate(table) {
    if (table.pointInTimeRecovery) return pass();
    return fail({
      en: `Table ${table.name} has no point-in-time recovery`,
      ja: `テーブル ${table.name} のポイントインタイムリカバリが無効です`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}
`,
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
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
  point_in_time_recovery {
    enabled = true
  }
}
`,
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
      PointInTimeRecoverySpecification:
        PointInTimeRecoveryEnabled: true`,
      },
    ),
    isUnknown(
      'handed in',
      `variable "pitr" {}
resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
  point_in_time_recovery {
    enabled = var.pitr
  }
}
`,
      {
        cloudformation: `Parameters:
  Recovery:
    Type: String
Resources:
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
      PointInTimeRecoverySpecification:
        PointInTimeRecoveryEnabled: !Ref Recovery`,
      },
    ),
  ],
});
