/** A function URL without authentication is an unprotected web server that nobody put behind a firewall. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Function URLs require IAM auth', ja: '関数 URL が IAM 認証を要求する' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.lambda.function-url',
  why: {
    en: 'The URL is open to the internet without login, throttling or web application firewall, and runs with the role of the function.',
    ja: '認証も流量制限も WAF もないままインターネットに公開され、関数のロールで実行されます。',
  },
  fix: {
    summary: {
      en: 'Set authorization_type to AWS_IAM, or put API Gateway or CloudFront in front for the public.',
      ja: 'authorization_type を AWS_IAM にするか、公開する場合は API Gateway や CloudFront を経由させてください。',
    },
    terraform: `resource "aws_lambda_function_url" "orders" {
  function_name      = "orders"
  authorization_type = "AWS_IAM"
}`,
    cli: 'aws lambda update-function-url-config --function-name NAME --auth-type AWS_IAM',
    console: {
      en: 'Lambda → the function → Configuration → Function URL → Edit → Auth type AWS_IAM → Save.',
      ja: 'Lambda → 対象の関数 → 設定 → 関数 URL → 編集 → 認証タイプ AWS_IAM → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
  equivalents: ['CKV_AWS_258', 'prowler:awslambda_function_url_public'],
  evaluate(url) {
    if (url.authType !== 'NONE') return pass();
    return fail({
      en: `Function URL of ${url.name} asks for no authentication (NONE)`,
      ja: `${url.name} の関数 URL は認証を要求しません (NONE)`,
    });
  },
  examples: [
    fails('open', `resource "aws_lambda_function_url" "orders" {\n  function_name      = "orders"\n  authorization_type = "NONE"\n}`),
    fails('open through a module', {
      'main.tf': `module "api" {\n  source = "./url"\n}`,
      'url/main.tf': `variable "auth" {\n  default = "NONE"\n}\nresource "aws_lambda_function_url" "this" {\n  function_name      = "orders"\n  authorization_type = var.auth\n}`,
    }),
    passes('IAM', `resource "aws_lambda_function_url" "orders" {\n  function_name      = "orders"\n  authorization_type = "AWS_IAM"\n}`),
    isUnknown(
      'handed in',
      `variable "auth" {}\nresource "aws_lambda_function_url" "orders" {\n  function_name      = "orders"\n  authorization_type = var.auth\n}`,
    ),
    fails('open (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: orders
      AuthType: NONE`,
    }),
    passes('IAM (CloudFormation)', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::Lambda::Url
    Properties:
      TargetFunctionArn: orders
      AuthType: AWS_IAM`,
    }),
  ],
});
