/** Fixed capacity is what a flood of requests uses up first. */
import { anyOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Tables adjust their capacity', ja: 'テーブルの容量が自動で調整される' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dynamodb.table',
  why: {
    en: 'A table with fixed capacity throttles its readers and writers as soon as traffic rises, by success or by attack.',
    ja: '容量固定のテーブルは、正規の増加でも攻撃でも、アクセスが増えるとすぐに制限がかかります。',
  },
  fix: {
    summary: {
      en: 'Bill by request (PAY_PER_REQUEST), or scale the capacity automatically (aws_appautoscaling_target).',
      ja: '課金モードを PAY_PER_REQUEST にするか、容量を自動でスケーリングしてください (aws_appautoscaling_target)。',
    },
    terraform: `resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
      BillingMode: PAY_PER_REQUEST`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html'],
  equivalents: ['CKV2_AWS_16', 'DynamoDB.1', 'prowler:dynamodb_table_autoscaling_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(table) {
    if (
      anyOf(
        () => table.billingMode === 'PAY_PER_REQUEST',
        () => table.isScaled,
      )
    )
      return pass();
    return fail({ en: `Table ${table.name} has a fixed capacity`, ja: `テーブル ${table.name} の容量は固定です` });
  },
  examples: [
    fails(
      'provisioned',
      `resource "aws_dynamodb_table" "orders" {
  name           = "orders"
  hash_key       = "id"
  billing_mode   = "PROVISIONED"
  read_capacity  = 5
  write_capacity = 5
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
      BillingMode: PROVISIONED
      ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }`,
      },
    ),
    passes(
      'on demand',
      `resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
      BillingMode: PAY_PER_REQUEST`,
      },
    ),
    passes(
      'scaled',
      `resource "aws_dynamodb_table" "orders" {
  name           = "orders"
  hash_key       = "id"
  billing_mode   = "PROVISIONED"
  read_capacity  = 5
  write_capacity = 5
}

resource "aws_appautoscaling_target" "reads" {
  service_namespace  = "dynamodb"
  resource_id        = "table/\${aws_dynamodb_table.orders.name}"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  min_capacity       = 5
  max_capacity       = 100
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
      BillingMode: PROVISIONED
      ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 }
  Reads:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties:
      ServiceNamespace: dynamodb
      ResourceId: !Sub table/\${Orders}
      ScalableDimension: dynamodb:table:ReadCapacityUnits
      MinCapacity: 5
      MaxCapacity: 100`,
      },
    ),
  ],
});
