/** A stolen refresh token that cannot be revoked works until it expires. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'App clients can revoke tokens', ja: 'アプリクライアントがトークンを取り消せる' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.cognito.client',
  why: {
    en: 'A stolen refresh token works for weeks when it cannot be revoked.',
    ja: '取り消せないと、盗まれたリフレッシュトークンが何週間も使われます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'enable_token_revocation', value: true }],
      cloudformation: [{ set: 'EnableTokenRevocation', value: true }],
    },
    summary: {
      en: 'Leave enable_token_revocation on.',
      ja: 'enable_token_revocation を有効のままにしてください。',
    },
    terraform: `resource "aws_cognito_user_pool_client" "shop" {
  name         = "shop"
  user_pool_id = "ap-northeast-1_orders123"
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      ClientName: shop
      UserPoolId: ap-northeast-1_orders123`,
    cli: 'aws cognito-idp update-user-pool-client --user-pool-id ID --client-id CLIENT --enable-token-revocation',
  },
  references: ['https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html'],
  equivalents: ['prowler:cognito_user_pool_client_token_revocation_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(client) {
    if (client.revokesTokens) return pass();
    return fail({
      en: `App client ${client.name} cannot revoke tokens`,
      ja: `アプリクライアント ${client.name} はトークンを取り消せません`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_cognito_user_pool_client" "shop" {
  name                    = "shop"
  user_pool_id            = "ap-northeast-1_orders123"
  enable_token_revocation = false
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      ClientName: shop
      UserPoolId: ap-northeast-1_orders123
      EnableTokenRevocation: false`,
      },
    ),
    passes(
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
    passes(
      'switched on',
      `resource "aws_cognito_user_pool_client" "shop" {
  name                    = "shop"
  user_pool_id            = "ap-northeast-1_orders123"
  enable_token_revocation = true
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      ClientName: shop
      UserPoolId: ap-northeast-1_orders123
      EnableTokenRevocation: true`,
      },
    ),
  ],
});
