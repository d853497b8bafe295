/** A service acts for all its customers; without a source any of them may have it call your function. */
import { anyOf, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Function permissions of services name their source', ja: 'サービスへの関数の権限に送信元の指定がある' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.lambda.permission',
  why: {
    en: "A service acts for every customer: without source_arn or source_account a stranger's bucket or topic calls your function.",
    ja: 'サービスは全顧客の代わりに動作します。source_arn や source_account がないと、他人のバケットやトピックから関数を呼び出せます。',
  },
  fix: {
    summary: {
      en: 'Add source_arn, or source_account at least.',
      ja: 'source_arn、少なくとも source_account を追加してください。',
    },
    terraform: `resource "aws_lambda_permission" "topic" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "sns.amazonaws.com"
  source_arn    = "arn:aws:sns:ap-northeast-1:123456789012:orders"
}`,
    cloudformation: `Resources:
  Topic:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: orders
      Principal: sns.amazonaws.com
      SourceArn: arn:aws:sns:ap-northeast-1:123456789012:orders`,
    cli: 'aws lambda remove-permission --function-name NAME --statement-id ID',
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html'],
  equivalents: ['CKV_AWS_364', 'AVD-AWS-0067', 'tfsec:aws-lambda-restrict-source-arn'],
  noFramework: 'no control mapping yet',
  evaluate(permission) {
    if (!/^[\w.-]+\.amazonaws\.com(?:\.cn)?$/.test(permission.principal))
      return notApplicable({ en: 'The principal is no service', ja: 'プリンシパルがサービスではありません' });
    const isLimited = anyOf(
      () => permission.sourceArn !== undefined,
      () => permission.sourceAccount !== undefined,
      () => permission.isLimitedToOrganization,
    );
    if (isLimited) return pass();
    return fail({
      en: `Permission ${permission.name} lets ${permission.principal} call the function for any customer`,
      ja: `権限 ${permission.name} は ${permission.principal} にどの顧客からの呼び出しも許可しています`,
    });
  },
  examples: [
    fails(
      'a topic of anybody',
      `resource "aws_lambda_permission" "topic" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "sns.amazonaws.com"
}`,
      {
        cloudformation: `Resources:
  Topic:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: orders
      Principal: sns.amazonaws.com`,
      },
    ),
    passes(
      'one topic',
      `resource "aws_lambda_permission" "topic" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "sns.amazonaws.com"
  source_arn    = "arn:aws:sns:ap-northeast-1:123456789012:orders"
}`,
      {
        cloudformation: `Resources:
  Topic:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: orders
      Principal: sns.amazonaws.com
      SourceArn: arn:aws:sns:ap-northeast-1:123456789012:orders`,
      },
    ),
    isNotApplicable(
      'an account',
      `resource "aws_lambda_permission" "topic" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "123456789012"
}`,
      {
        cloudformation: `Resources:
  Topic:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: orders
      Principal: "123456789012"`,
      },
    ),
  ],
});
