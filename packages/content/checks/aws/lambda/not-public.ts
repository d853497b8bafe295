/** A permission for everyone lets any AWS account run the function with input of its choice. */
import { anyOf, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Function policy does not admit everyone', ja: '関数のポリシーが全員を許可していない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.lambda.permission',
  why: {
    en: 'Anybody may invoke the function, which then acts with its role on their input, at your cost.',
    ja: '誰でも関数を呼び出せます。関数は自らのロールで他人の入力を処理し、費用も発生します。',
  },
  fix: {
    summary: {
      en: 'Name the account, role or service as principal, and limit services by source_arn or source_account.',
      ja: 'principal にアカウント・ロール・サービスを指定し、サービスの場合は source_arn か source_account で限定してください。',
    },
    terraform: `resource "aws_lambda_permission" "topic" {
  statement_id  = "AllowOrdersTopic"
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "sns.amazonaws.com"
  source_arn    = "arn:aws:sns:ap-northeast-1:123456789012:orders"
}`,
    cli: 'aws lambda remove-permission --function-name NAME --statement-id ID',
    console: {
      en: 'Lambda → the function → Configuration → Permissions → Resource-based policy → delete the statement with the principal "*".',
      ja: 'Lambda → 対象の関数 → 設定 → アクセス権限 → リソースベースのポリシー → プリンシパル "*" のステートメントを削除します。',
    },
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html'],
  equivalents: ['CKV_AWS_301', 'Lambda.1', 'prowler:awslambda_function_not_publicly_accessible', 'cloudsploit:lambdaPublicAccess'],
  evaluate(permission) {
    if (permission.principal !== '*') return pass();
    const isNarrowed = anyOf(
      () => permission.isLimitedToOrganization,
      () => isNamed(permission.sourceAccount),
      () => isNamed(permission.sourceArn),
    );
    if (isNarrowed) return pass();
    return fail(
      {
        en: `Permission ${permission.name} lets everyone call ${permission.action}`,
        ja: `権限 ${permission.name} は全員に ${permission.action} を許可しています`,
      },
      { at: ['principal'] },
    );
  },
  examples: [
    fails(
      'everyone',
      `resource "aws_lambda_permission" "open" {
  statement_id  = "AllowAll"
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "*"
}`,
    ),
    fails(
      'public function URL',
      `resource "aws_lambda_permission" "url" {
  action                 = "lambda:InvokeFunctionUrl"
  function_name          = "orders"
  principal              = "*"
  function_url_auth_type = "NONE"
}`,
    ),
    passes(
      'the organization',
      `resource "aws_lambda_permission" "org" {
  action           = "lambda:InvokeFunction"
  function_name    = "orders"
  principal        = "*"
  principal_org_id = "o-exampleorg"
}`,
    ),
    passes(
      'one source of this code',
      `resource "aws_cloudwatch_event_rule" "nightly" {
  schedule_expression = "rate(1 day)"
}
resource "aws_lambda_permission" "nightly" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "*"
  source_arn    = aws_cloudwatch_event_rule.nightly.arn
}`,
    ),
    passes(
      'a service',
      `resource "aws_lambda_permission" "events" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "events.amazonaws.com"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "principal" {}
resource "aws_lambda_permission" "caller" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = var.principal
}`,
    ),
    fails('everyone (CloudFormation)', {
      cloudformation: `Resources:
  Open:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: orders
      Action: lambda:InvokeFunction
      Principal: "*"`,
    }),
    passes('a service (CloudFormation)', {
      cloudformation: `Resources:
  Topic:
    Type: AWS::Lambda::Permission
    Properties:
      FunctionName: orders
      Action: lambda:InvokeFunction
      Principal: sns.amazonaws.com
      SourceArn: arn:aws:sns:ap-northeast-1:123456789012:orders`,
    }),
  ],
});

function isNamed(source: string | undefined): boolean {
  return source !== undefined && !/^[*?:]*$/.test(source) && !/^arn:[^:]*:[^:]*:[^:]*:\*?:\*$/.test(source);
}
