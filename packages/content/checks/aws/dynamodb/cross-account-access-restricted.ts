/** A policy on the table opens it past every rule of the account. */
import { anyStatement, defineCheck, fail, fails, grantsEveryone, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Table policy does not admit everyone', ja: 'テーブルのポリシーが全員を許可していない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dynamodb.table',
  why: {
    en: 'A resource policy that names everyone lets any AWS account read the items, whatever IAM in this account says.',
    ja: '全員を許可するリソースポリシーがあると、IAM の設定に関係なく任意の AWS アカウントが項目を読めます。',
  },
  fix: {
    summary: { en: 'Name the accounts or roles that may use the table.', ja: 'テーブルを利用できるアカウントやロールを限定してください。' },
    terraform: `resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
}

resource "aws_dynamodb_resource_policy" "orders" {
  resource_arn = aws_dynamodb_table.orders.arn
  policy       = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:role/orders" }
      Action    = "dynamodb:GetItem"
      Resource  = "*"
    }]
  })
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
      ResourcePolicy:
        PolicyDocument:
          Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Principal:
                AWS: arn:aws:iam::123456789012:role/orders
              Action: dynamodb:GetItem
              Resource: '*'`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-intro.html'],
  equivalents: ['prowler:dynamodb_table_cross_account_access'],
  evaluate(table) {
    if (!anyStatement(table.resourcePolicy, grantsEveryone)) return pass();
    return fail({ en: `The policy of table ${table.name} admits everyone`, ja: `テーブル ${table.name} のポリシーが全員を許可しています` });
  },
  examples: [
    fails(
      'everyone',
      `resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
}

resource "aws_dynamodb_resource_policy" "orders" {
  resource_arn = aws_dynamodb_table.orders.arn
  policy       = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "dynamodb:GetItem"
      Resource  = "*"
    }]
  })
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
      ResourcePolicy:
        PolicyDocument:
          Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Principal:
                AWS: '*'
              Action: dynamodb:GetItem
              Resource: '*'`,
      },
    ),
    passes(
      'one role',
      `resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
}

resource "aws_dynamodb_resource_policy" "orders" {
  resource_arn = aws_dynamodb_table.orders.arn
  policy       = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:role/orders" }
      Action    = "dynamodb:GetItem"
      Resource  = "*"
    }]
  })
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
      ResourcePolicy:
        PolicyDocument:
          Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Principal:
                AWS: arn:aws:iam::123456789012:role/orders
              Action: dynamodb:GetItem
              Resource: '*'`,
      },
    ),
    passes(
      'no policy',
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
  ],
});
