/** With SRP the password never leaves the device. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'App clients do not take passwords in plain text', ja: 'アプリクライアントが平文のパスワードを受け取らない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cognito.client',
  why: {
    en: 'The password flow sends the password itself to the API, where clients log and proxies see it; SRP never sends it.',
    ja: 'パスワードフローではパスワードそのものが送られ、ログやプロキシに残ります。SRP では送られません。',
  },
  fix: {
    summary: {
      en: 'Use ALLOW_USER_SRP_AUTH instead of ALLOW_USER_PASSWORD_AUTH.',
      ja: 'ALLOW_USER_PASSWORD_AUTH の代わりに ALLOW_USER_SRP_AUTH を使ってください。',
    },
    terraform: `resource "aws_cognito_user_pool_client" "shop" {
  name                = "shop"
  user_pool_id        = "ap-northeast-1_orders123"
  explicit_auth_flows = ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      ClientName: shop
      UserPoolId: ap-northeast-1_orders123
      ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]`,
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(client) {
    if (none(client.flows, (flow) => flow === 'ALLOW_USER_PASSWORD_AUTH' || flow === 'USER_PASSWORD_AUTH')) return pass();
    return fail({
      en: `App client ${client.name} takes passwords in plain text`,
      ja: `アプリクライアント ${client.name} は平文のパスワードを受け取ります`,
    });
  },
  examples: [
    fails(
      'password flow',
      `resource "aws_cognito_user_pool_client" "shop" {
  name                = "shop"
  user_pool_id        = "ap-northeast-1_orders123"
  explicit_auth_flows = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      ClientName: shop
      UserPoolId: ap-northeast-1_orders123
      ExplicitAuthFlows: [ALLOW_USER_PASSWORD_AUTH, ALLOW_REFRESH_TOKEN_AUTH]`,
      },
    ),
    passes(
      'SRP',
      `resource "aws_cognito_user_pool_client" "shop" {
  name                = "shop"
  user_pool_id        = "ap-northeast-1_orders123"
  explicit_auth_flows = ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      ClientName: shop
      UserPoolId: ap-northeast-1_orders123
      ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]`,
      },
    ),
  ],
});
