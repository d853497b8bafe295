/** Everybody who may read the function's configuration reads its environment. */
import { credentialIn, defineCheck, describeCredential, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Environment variables hold no credentials', ja: 'Lambda の環境変数に認証情報が含まれていない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.lambda.function',
  why: {
    en: 'Everybody who may read the configuration of the function reads its environment; code that is tricked into showing it leaks it too.',
    ja: '関数の設定を参照できる全員が環境変数を読めます。コードの欠陥で環境変数が表示されても漏れます。',
  },
  fix: {
    summary: {
      en: 'Let the function read the value from Secrets Manager or Parameter Store, and change the one that leaked.',
      ja: '値は Secrets Manager またはパラメータストアから読むようにし、漏れた値は変更してください。',
    },
    terraform: `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"

  environment {
    variables = {
      DB_SECRET_ARN = "arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:orders-db"
    }
  }
}`,
    cli: 'aws lambda update-function-configuration --function-name NAME --environment Variables={DB_SECRET_ARN=ARN}',
    console: {
      en: 'Lambda → the function → Configuration → Environment variables → Edit.',
      ja: 'Lambda → 対象の関数 → 設定 → 環境変数 → 編集。',
    },
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html'],
  equivalents: ['CKV_AWS_45', 'prowler:awslambda_function_no_secrets_in_variables'],
  evaluate(lambda) {
    const credential = credentialIn(lambda.credentials);
    if (!credential) return pass();
    const { en, ja } = describeCredential(credential.kind);
    return fail({
      en: `Function ${lambda.name} holds ${en} in the environment variable ${credential.variable}`,
      ja: `関数 ${lambda.name} の環境変数 ${credential.variable} に${ja}が含まれています`,
    });
  },
  examples: [
    fails(
      'an access key, put together when evaluated',
      `locals {
  courier = { COURIER_KEY = format("%s%s", "AKIA", "QWERTYUIOPASDFGH") }
}
resource "aws_lambda_function" "courier" {
  function_name = "courier"
  environment {
    variables = merge({ STAGE = "production" }, local.courier)
  }
}`,
    ),
    fails(
      'a generated password',
      `resource "random_password" "db" {
  length = 32
}
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  environment {
    variables = { DATABASE_URL = "postgres://orders:\${random_password.db.result}@orders.db.example.com/orders" }
  }
}`,
    ),
    fails(
      'next to variables that are not known',
      `variable "more" {}
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  environment {
    variables = merge(var.more, { DB_PASSWORD = "Winter2026-orders" })
  }
}`,
    ),
    passes(
      'settings and addresses',
      `resource "aws_dynamodb_table" "orders" {
  name = "orders"
}
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  environment {
    variables = {
      TABLE         = aws_dynamodb_table.orders.name
      DB_SECRET_ARN = "arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:orders-db"
      SORT_KEY      = "customer_id"
    }
  }
}`,
    ),
    passes('no environment', 'resource "aws_lambda_function" "orders" {\n  function_name = "orders"\n}'),
    isUnknown(
      'handed in',
      `variable "api_key" {}
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  environment {
    variables = { API_KEY = var.api_key }
  }
}`,
    ),
    fails('a password (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: orders
      Role: arn:aws:iam::123456789012:role/orders
      Handler: index.handler
      Code:
        S3Bucket: orders-code
        S3Key: orders.zip
      Environment:
        Variables:
          DB_PASSWORD: Winter2026-orders`,
    }),
    passes('a name (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: orders
      Role: arn:aws:iam::123456789012:role/orders
      Handler: index.handler
      Code:
        S3Bucket: orders-code
        S3Key: orders.zip
      Environment:
        Variables:
          DB_SECRET_ARN: arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:orders-db`,
    }),
  ],
});
