/** Settings in the environment often say more than their author meant. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Function environments are encrypted with a customer managed key',
    ja: '関数の環境変数がカスタマー管理キーで暗号化されている',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.lambda.function',
  why: {
    en: 'With the key of AWS whoever may read the function reads its environment; a key of your own asks for a second permission.',
    ja: 'AWS の鍵では、関数を参照できる人が環境変数も読めます。自社の鍵なら別の権限が必要になります。',
  },
  fix: {
    summary: {
      en: 'Set kms_key_arn to a KMS key of your own.',
      ja: 'kms_key_arn に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  filename      = "orders.zip"
  kms_key_arn   = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  environment {
    variables = { STAGE = "production" }
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
      KmsKeyArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
      Environment:
        Variables:
          STAGE: production`,
    cli: 'aws lambda update-function-configuration --function-name NAME --kms-key-arn ARN',
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html'],
  equivalents: ['CKV_AWS_173', 'cloudsploit:lambdaEnvironmentVariablesEncrypted'],
  noFramework: 'no control mapping yet',
  evaluate(lambda) {
    if (!lambda.hasEnvironment) return notApplicable({ en: 'It has no environment variables', ja: '環境変数がありません' });
    if (lambda.hasCustomerKey) return pass();
    return fail({
      en: `The environment of function ${lambda.name} is not encrypted with a customer managed key`,
      ja: `関数 ${lambda.name} の環境変数はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'variables without a key',
      `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  filename      = "orders.zip"
  environment {
    variables = { STAGE = "production" }
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
      Environment:
        Variables:
          STAGE: production`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
  filename      = "orders.zip"
  kms_key_arn   = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  environment {
    variables = { STAGE = "production" }
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
      KmsKeyArn: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
      Environment:
        Variables:
          STAGE: production`,
      },
    ),
    isNotApplicable(
      'no variables',
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
  ],
});
