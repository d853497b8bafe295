/** Whoever may deploy otherwise decides what runs with the role of the function. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Function enforces code signing', ja: '関数がコード署名を強制する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.lambda.function',
  why: {
    en: 'With code signing only packages that your build signed are deployed, whoever holds the right to deploy.',
    ja: 'コード署名があれば、デプロイ権限を奪われても、自社のビルドが署名したパッケージしか展開されません。',
  },
  fix: {
    summary: {
      en: 'Name a code signing configuration.',
      ja: 'コード署名設定を指定してください。',
    },
    terraform: `resource "aws_lambda_function" "orders" {
  function_name           = "orders"
  role                    = "arn:aws:iam::123456789012:role/orders"
  handler                 = "index.handler"
  runtime                 = "nodejs24.x"
  filename                = "orders.zip"
  code_signing_config_arn = "arn:aws:lambda:ap-northeast-1:123456789012:code-signing-config:csc-0123456789abcdef0"
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
      CodeSigningConfigArn: arn:aws:lambda:ap-northeast-1:123456789012:code-signing-config:csc-0123456789abcdef0`,
    cli: 'aws lambda put-function-code-signing-config --function-name NAME --code-signing-config-arn ARN',
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html'],
  equivalents: ['CKV_AWS_272', 'cloudsploit:lambdaCodeSigningEnabled'],
  evaluate(lambda) {
    if (lambda.hasCodeSigning) return pass();
    return fail({
      en: `Function ${lambda.name} does not enforce code signing`,
      ja: `関数 ${lambda.name} はコード署名を強制していません`,
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
      'signed',
      `resource "aws_lambda_function" "orders" {
  function_name           = "orders"
  role                    = "arn:aws:iam::123456789012:role/orders"
  handler                 = "index.handler"
  runtime                 = "nodejs24.x"
  filename                = "orders.zip"
  code_signing_config_arn = "arn:aws:lambda:ap-northeast-1:123456789012:code-signing-config:csc-0123456789abcdef0"
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
      CodeSigningConfigArn: arn:aws:lambda:ap-northeast-1:123456789012:code-signing-config:csc-0123456789abcdef0`,
      },
    ),
  ],
});
