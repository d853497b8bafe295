/** An answer that differs tells who has an account. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'App clients do not tell whether a user exists', ja: 'アプリクライアントがユーザーの有無を漏らさない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cognito.client',
  why: {
    en: 'With the legacy answers attackers sort a list of addresses into those with an account and those without.',
    ja: '従来の応答では、攻撃者がアドレスの一覧からアカウントの有無を判別できます。',
  },
  fix: {
    summary: {
      en: 'Set prevent_user_existence_errors to ENABLED.',
      ja: 'prevent_user_existence_errors を ENABLED にしてください。',
    },
    terraform: `resource "aws_cognito_user_pool_client" "shop" {
  name                          = "shop"
  user_pool_id                  = "ap-northeast-1_orders123"
  prevent_user_existence_errors = "ENABLED"
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      ClientName: shop
      UserPoolId: ap-northeast-1_orders123
      PreventUserExistenceErrors: ENABLED`,
    cli: 'aws cognito-idp update-user-pool-client --user-pool-id ID --client-id CLIENT --prevent-user-existence-errors ENABLED',
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html'],
  equivalents: ['prowler:cognito_user_pool_client_prevent_user_existence_errors'],
  noFramework: 'no control mapping yet',
  evaluate(client) {
    if (client.userExistenceErrors === 'ENABLED') return pass();
    return fail({
      en: `App client ${client.name} tells whether a user exists`,
      ja: `アプリクライアント ${client.name} はユーザーの有無を応答で漏らします`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_cognito_user_pool_client" "shop" {
  name         = "shop"
  user_pool_id = "ap-northeast-1_orders123"
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      ClientName: shop
      UserPoolId: ap-northeast-1_orders123`,
      },
    ),
    fails(
      'legacy',
      `resource "aws_cognito_user_pool_client" "shop" {
  name                          = "shop"
  user_pool_id                  = "ap-northeast-1_orders123"
  prevent_user_existence_errors = "LEGACY"
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      ClientName: shop
      UserPoolId: ap-northeast-1_orders123
      PreventUserExistenceErrors: LEGACY`,
      },
    ),
    passes(
      'enabled',
      `resource "aws_cognito_user_pool_client" "shop" {
  name                          = "shop"
  user_pool_id                  = "ap-northeast-1_orders123"
  prevent_user_existence_errors = "ENABLED"
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      ClientName: shop
      UserPoolId: ap-northeast-1_orders123
      PreventUserExistenceErrors: ENABLED`,
      },
    ),
  ],
});
