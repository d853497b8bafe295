/** Pages of any site may then call the function from the browser of your users. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Function URL CORS is not *', ja: '関数 URL の CORS が全サイトを許可していない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.lambda.function-url',
  why: {
    en: 'With the origin * pages of any site call the function from the browsers of your users, and read its answers.',
    ja: 'オリジンが * だと、あらゆるサイトのページが利用者のブラウザから関数を呼び出し、応答を読めます。',
  },
  fix: {
    summary: {
      en: 'List the sites of your own in allow_origins.',
      ja: 'allow_origins に自社のサイトを列挙してください。',
    },
    terraform: `resource "aws_lambda_function_url" "orders" {
  function_name      = "orders"
  authorization_type = "AWS_IAM"
  cors {
    allow_origins = ["https://shop.example.com"]
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
        AllowOrigins: ["https://shop.example.com"]
        AllowMethods: [GET]`,
    cli: 'aws lambda update-function-url-config --function-name NAME --cors AllowOrigins=https://shop.example.com',
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html'],
  equivalents: ['prowler:awslambda_function_url_cors_policy'],
  evaluate(url) {
    if (none(url.allowedOrigins, (origin) => origin === '*')) return pass();
    return fail({
      en: `The URL of function ${url.name} lets pages of every site call it`,
      ja: `関数 ${url.name} の URL はすべてのサイトからの呼び出しを許可しています`,
    });
  },
  examples: [
    fails(
      'every site',
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
    passes(
      'one site',
      `resource "aws_lambda_function_url" "orders" {
  function_name      = "orders"
  authorization_type = "AWS_IAM"
  cors {
    allow_origins = ["https://shop.example.com"]
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
        AllowOrigins: ["https://shop.example.com"]
        AllowMethods: [GET]`,
      },
    ),
    passes(
      'no CORS',
      `resource "aws_lambda_function_url" "orders" {
  function_name      = "orders"
  authorization_type = "AWS_IAM"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: orders
      AuthType: AWS_IAM`,
      },
    ),
  ],
});
