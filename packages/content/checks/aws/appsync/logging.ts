/** Requests of a GraphQL API all look the same from outside; only its own log tells them apart. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GraphQL APIs log to CloudWatch', ja: 'GraphQL API が CloudWatch にログを出力する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.appsync.api',
  why: {
    en: "All requests go to one path; without the API's own log nobody sees who asked for which data.",
    ja: 'すべてのリクエストが 1 つのパスに届くため、API 自身のログがないと誰が何を取得したか分かりません。',
  },
  fix: {
    summary: {
      en: 'Add log_config with a role that may write logs.',
      ja: 'ログを書き込めるロールを指定した log_config を追加してください。',
    },
    terraform: `resource "aws_appsync_graphql_api" "orders" {
  name                = "orders"
  authentication_type = "AWS_IAM"
  log_config {
    cloudwatch_logs_role_arn = "arn:aws:iam::123456789012:role/appsync-logs"
    field_log_level          = "ERROR"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: orders
      AuthenticationType: AWS_IAM
      LogConfig:
        CloudWatchLogsRoleArn: arn:aws:iam::123456789012:role/appsync-logs
        FieldLogLevel: ERROR`,
    cli: 'aws appsync update-graphql-api --api-id ID --name NAME --log-config fieldLogLevel=ERROR,cloudWatchLogsRoleArn=ARN',
  },
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html'],
  equivalents: ['CKV_AWS_193', 'cloudsploit:appsyncLogging'],
  noFramework: 'no control mapping yet',
  evaluate(api) {
    if (api.logsToCloudWatch) return pass();
    return fail({
      en: `API ${api.name} logs nowhere`,
      ja: `API ${api.name} はログを出力していません`,
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
      'logged',
      `resource "aws_appsync_graphql_api" "orders" {
  name                = "orders"
  authentication_type = "AWS_IAM"
  log_config {
    cloudwatch_logs_role_arn = "arn:aws:iam::123456789012:role/appsync-logs"
    field_log_level          = "ERROR"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::GraphQLApi
    Properties:
      Name: orders
      AuthenticationType: AWS_IAM
      LogConfig:
        CloudWatchLogsRoleArn: arn:aws:iam::123456789012:role/appsync-logs
        FieldLogLevel: ERROR`,
      },
    ),
  ],
});
