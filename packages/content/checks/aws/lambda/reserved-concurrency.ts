/** One function that runs wild takes the concurrency of all others in the account. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Functions have a concurrency limit of their own', ja: '関数に個別の同時実行数の上限がある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.lambda.function',
  why: {
    en: 'A function under attack or in a loop takes the concurrency of the whole account, and its costs grow without bound.',
    ja: '攻撃やループで暴走した関数はアカウント全体の同時実行数を使い切り、費用も際限なく増えます。',
  },
  fix: {
    summary: {
      en: 'Set reserved_concurrent_executions.',
      ja: 'reserved_concurrent_executions を設定してください。',
    },
    terraform: `resource "aws_lambda_function" "orders" {
  function_name                  = "orders"
  role                           = "arn:aws:iam::123456789012:role/orders"
  handler                        = "index.handler"
  runtime                        = "nodejs24.x"
  filename                       = "orders.zip"
  reserved_concurrent_executions = 50
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: orders
      Role: arn:aws:iam::123456789012:role/orders
      Handler: index.handler
      Runtime: nodejs24.x
      Code:
        S3Bucket: orders-code
        S3Key: orders.zip
      ReservedConcurrentExecutions: 50`,
    cli: 'aws lambda put-function-concurrency --function-name NAME --reserved-concurrent-executions 50',
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html'],
  equivalents: ['CKV_AWS_115'],
  noFramework: 'no control mapping yet',
  evaluate(lambda) {
    if ((lambda.reservedConcurrency ?? -1) >= 0) return pass();
    return fail({
      en: `Function ${lambda.name} has no concurrency limit of its own`,
      ja: `関数 ${lambda.name} に個別の同時実行数の上限がありません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  filename      = "orders.zip"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: orders
      Role: arn:aws:iam::123456789012:role/orders
      Handler: index.handler
      Runtime: nodejs24.x
      Code:
        S3Bucket: orders-code
        S3Key: orders.zip`,
      },
    ),
    fails(
      'no limit',
      `resource "aws_lambda_function" "orders" {
  function_name                  = "orders"
  role                           = "arn:aws:iam::123456789012:role/orders"
  handler                        = "index.handler"
  runtime                        = "nodejs24.x"
  filename                       = "orders.zip"
  reserved_concurrent_executions = -1
}`,
    ),
    passes(
      'a limit',
      `resource "aws_lambda_function" "orders" {
  function_name                  = "orders"
  role                           = "arn:aws:iam::123456789012:role/orders"
  handler                        = "index.handler"
  runtime                        = "nodejs24.x"
  filename                       = "orders.zip"
  reserved_concurrent_executions = 50
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: orders
      Role: arn:aws:iam::123456789012:role/orders
      Handler: index.handler
      Runtime: nodejs24.x
      Code:
        S3Bucket: orders-code
        S3Key: orders.zip
      ReservedConcurrentExecutions: 50`,
      },
    ),
  ],
});
