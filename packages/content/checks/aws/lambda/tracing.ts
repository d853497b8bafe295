/** A trace shows what a function called, and how long it took. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Functions are traced', ja: '関数がトレースされる' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.lambda.function',
  why: {
    en: 'A trace ties a request to every service behind it, which shows misuse and where time is lost.',
    ja: 'トレースがあれば、リクエストの背後にある全サービスを追え、不正利用や遅延の原因が分かります。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'tracing_config.mode', value: 'Active' }],
      cloudformation: [{ set: 'TracingConfig.Mode', value: 'Active' }],
    },
    cautions: ['needs-permissions'],
    summary: {
      en: 'Set the mode of tracing_config to Active.',
      ja: 'tracing_config の mode を Active にしてください。',
    },
    terraform: `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  filename      = "orders.zip"
  tracing_config {
    mode = "Active"
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
      TracingConfig:
        Mode: Active`,
    cli: 'aws lambda update-function-configuration --function-name NAME --tracing-config Mode=Active',
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html'],
  equivalents: [
    'CKV_AWS_50',
    'AVD-AWS-0066',
    'AVD-AWS-0125',
    'tfsec:aws-lambda-enable-tracing',
    'tfsec:aws-sam-enable-function-tracing',
    'cloudsploit:lambdaTracingEnabled',
    'Lambda.7',
  ],
  noFramework: 'no control mapping yet',
  evaluate(lambda) {
    if (lambda.tracingMode === 'Active') return pass();
    return fail({
      en: `Function ${lambda.name} is not traced (${lambda.tracingMode})`,
      ja: `関数 ${lambda.name} はトレースされていません (${lambda.tracingMode})`,
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
      'passed through',
      `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  filename      = "orders.zip"
  tracing_config {
    mode = "PassThrough"
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
      TracingConfig:
        Mode: PassThrough`,
      },
    ),
    passes(
      'active',
      `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  filename      = "orders.zip"
  tracing_config {
    mode = "Active"
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
      TracingConfig:
        Mode: Active`,
      },
    ),
  ],
});
