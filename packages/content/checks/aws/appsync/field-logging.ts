/** Which field failed, and for whom, is in the field log only. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GraphQL APIs log fields at level ERROR or finer', ja: 'GraphQL API がフィールドレベルのログを ERROR 以上で出力する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.appsync.api',
  why: {
    en: "Denied and failing resolvers show in the field log only; with NONE attempts to read others' fields stay invisible.",
    ja: '拒否や失敗したリゾルバーはフィールドログにのみ残ります。NONE では、他人のデータを読もうとした試みに気づけません。',
  },
  fix: {
    summary: {
      en: 'Set field_log_level to ERROR, INFO, DEBUG or ALL.',
      ja: 'field_log_level を ERROR・INFO・DEBUG・ALL のいずれかにしてください。',
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
  equivalents: ['CKV_AWS_194', 'AppSync.2', 'prowler:appsync_field_level_logging_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(api) {
    if (api.fieldLogLevel !== 'NONE') return pass();
    return fail({
      en: `API ${api.name} does not log fields`,
      ja: `API ${api.name} はフィールドレベルのログを出力していません`,
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
    fails(
      'none',
      `resource "aws_appsync_graphql_api" "orders" {
  name                = "orders"
  authentication_type = "AWS_IAM"
  log_config {
    cloudwatch_logs_role_arn = "arn:aws:iam::123456789012:role/appsync-logs"
    field_log_level          = "NONE"
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
        FieldLogLevel: NONE`,
      },
    ),
    passes(
      'errors',
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
