/** A trace shows which resolver and which table were behind a request. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GraphQL APIs are traced', ja: 'GraphQL API がトレースされる' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.appsync.api',
  why: {
    en: 'A trace ties a request to the resolvers and tables behind it, which is what an investigation of abuse needs.',
    ja: 'トレースがあれば、リクエストがどのリゾルバーやテーブルを使ったか追えます。不正利用の調査に欠かせません。',
  },
  fix: {
    edits: { terraform: [{ set: 'xray_enabled', value: true }], cloudformation: [{ set: 'XrayEnabled', value: true }] },
    summary: {
      en: 'Set xray_enabled to true.',
      ja: 'xray_enabled を true にしてください。',
    },
    terraform: `resource "aws_appsync_graphql_api" "orders" {
  name                = "orders"
  authentication_type = "AWS_IAM"
  xray_enabled        = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: orders
      AuthenticationType: AWS_IAM
      XrayEnabled: true`,
    cli: 'aws appsync update-graphql-api --api-id ID --name NAME --xray-enabled',
  },
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/x-ray-tracing.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(api) {
    if (api.isTraced) return pass();
    return fail({
      en: `API ${api.name} is not traced`,
      ja: `API ${api.name} はトレースされていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_appsync_graphql_api" "orders" {
  name                = "orders"
  authentication_type = "AWS_IAM"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: orders
      AuthenticationType: AWS_IAM`,
      },
    ),
    passes(
      'traced',
      `resource "aws_appsync_graphql_api" "orders" {
  name                = "orders"
  authentication_type = "AWS_IAM"
  xray_enabled        = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: orders
      AuthenticationType: AWS_IAM
      XrayEnabled: true`,
      },
    ),
  ],
});
