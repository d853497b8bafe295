/** Every site and every method together are an API without a fence. */
import { allOf, any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Function URLs do not allow every site every method', ja: '関数 URL が全サイトに全メソッドを許可していない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.lambda.function-url',
  why: {
    en: 'Pages of any site may then change data too, in the name of whoever looks at them.',
    ja: 'あらゆるサイトのページが、閲覧者の名前でデータの変更までできてしまいます。',
  },
  fix: {
    summary: {
      en: 'List sites and methods instead of *.',
      ja: '* ではなく、サイトとメソッドを列挙してください。',
    },
    terraform: `resource "aws_lambda_function_url" "orders" {
  function_name      = "orders"
  authorization_type = "AWS_IAM"
  cors {
    allow_origins = ["*"]
    allow_methods = ["GET"]
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: orders
      AuthType: AWS_IAM
      Cors:
        AllowOrigins: ["*"]
        AllowMethods: [GET]`,
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html'],
  equivalents: ['CKV2_AWS_75'],
  noFramework: 'no control mapping yet',
  evaluate(url) {
    const isOpen = allOf(
      () => any(url.allowedOrigins, (origin) => origin === '*'),
      () => any(url.allowedMethods, (method) => method === '*'),
    );
    if (!isOpen) return pass();
    return fail({
      en: `The URL of function ${url.name} lets pages of every site use every method`,
      ja: `関数 ${url.name} の URL はすべてのサイトにすべてのメソッドを許可しています`,
    });
  },
  examples: [
    fails(
      'everything',
      `resource "aws_lambda_function_url" "orders" {
  function_name      = "orders"
  authorization_type = "AWS_IAM"
  cors {
    allow_origins = ["*"]
    allow_methods = ["*"]
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: orders
      AuthType: AWS_IAM
      Cors:
        AllowOrigins: ["*"]
        AllowMethods: ["*"]`,
      },
    ),
    passes(
      'reading only',
      `resource "aws_lambda_function_url" "orders" {
  function_name      = "orders"
  authorization_type = "AWS_IAM"
  cors {
    allow_origins = ["*"]
    allow_methods = ["GET"]
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: orders
      AuthType: AWS_IAM
      Cors:
        AllowOrigins: ["*"]
        AllowMethods: [GET]`,
      },
    ),
  ],
});
