/** An API key sits in every browser and every app that uses it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GraphQL APIs do not rely on API keys', ja: 'GraphQL API が API キー認証に頼らない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.appsync.api',
  why: {
    en: 'An API key sits in every app that uses it and names nobody: whoever takes it out asks the API what they like.',
    ja: 'API キーはそれを使う全アプリに含まれ、誰が使ったかも分かりません。取り出した人は自由に API を呼び出せます。',
  },
  fix: {
    summary: {
      en: 'Use Cognito, OpenID Connect, IAM or a Lambda authorizer.',
      ja: 'Cognito・OpenID Connect・IAM・Lambda オーソライザーを使ってください。',
    },
    terraform: `resource "aws_appsync_graphql_api" "orders" {
  name                = "orders"
  authentication_type = "AMAZON_COGNITO_USER_POOLS"
  user_pool_config {
    default_action = "DENY"
    user_pool_id   = "ap-northeast-1_orders123"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: orders
      AuthenticationType: AMAZON_COGNITO_USER_POOLS
      UserPoolConfig:
        DefaultAction: DENY
        UserPoolId: ap-northeast-1_orders123`,
  },
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html'],
  equivalents: ['AppSync.5', 'prowler:appsync_graphql_api_no_api_key_authentication'],
  evaluate(api) {
    if (api.authentication !== 'API_KEY') return pass();
    return fail({
      en: `API ${api.name} accepts an API key`,
      ja: `API ${api.name} は API キーで認証します`,
    });
  },
  examples: [
    fails(
      'API key',
      `resource "aws_appsync_graphql_api" "orders" {
  name                = "orders"
  authentication_type = "API_KEY"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: orders
      AuthenticationType: API_KEY`,
      },
    ),
    passes(
      'user pool',
      `resource "aws_appsync_graphql_api" "orders" {
  name                = "orders"
  authentication_type = "AMAZON_COGNITO_USER_POOLS"
  user_pool_config {
    default_action = "DENY"
    user_pool_id   = "ap-northeast-1_orders123"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: orders
      AuthenticationType: AMAZON_COGNITO_USER_POOLS
      UserPoolConfig:
        DefaultAction: DENY
        UserPoolId: ap-northeast-1_orders123`,
      },
    ),
  ],
});
