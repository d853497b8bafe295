/** An event that fails three times is gone unless somebody keeps it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Function has a dead-letter target', ja: '関数にデッドレターの送信先がある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.lambda.function',
  why: {
    en: 'Events that a function fails to handle are dropped after the retries; a dead-letter target keeps them for a second look.',
    ja: '処理に失敗したイベントは再試行後に破棄されます。デッドレターの送信先があれば、後から確認できます。',
  },
  fix: {
    summary: {
      en: 'Name a queue or topic in dead_letter_config.',
      ja: 'dead_letter_config にキューまたはトピックを指定してください。',
    },
    terraform: `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  filename      = "orders.zip"
  dead_letter_config {
    target_arn = "arn:aws:sqs:ap-northeast-1:123456789012:orders-failed"
  }
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
      DeadLetterConfig:
        TargetArn: arn:aws:sqs:ap-northeast-1:123456789012:orders-failed`,
    cli: 'aws lambda update-function-configuration --function-name NAME --dead-letter-config TargetArn=ARN',
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html'],
  equivalents: ['CKV_AWS_116', 'prowler:awslambda_function_no_dead_letter_queue', 'cloudsploit:lambdaDeadLetterQueue'],
  evaluate(lambda) {
    if (lambda.hasDeadLetterTarget) return pass();
    return fail({
      en: `Function ${lambda.name} has no dead-letter target`,
      ja: `関数 ${lambda.name} にデッドレターの送信先がありません`,
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
    passes(
      'a queue',
      `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  filename      = "orders.zip"
  dead_letter_config {
    target_arn = "arn:aws:sqs:ap-northeast-1:123456789012:orders-failed"
  }
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
      DeadLetterConfig:
        TargetArn: arn:aws:sqs:ap-northeast-1:123456789012:orders-failed`,
      },
    ),
  ],
});
