/** Who called, from where and with which answer, is in the access log only. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'REST stages log access', ja: 'REST API のステージがアクセスログを出力する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.apigateway.stage',
  why: {
    en: 'The access log says who called, from where and with which answer; without it abuse of the API cannot be traced.',
    ja: 'アクセスログには呼び出し元と応答が残ります。ないと API の不正利用を追えません。',
  },
  fix: {
    summary: {
      en: 'Add access_log_settings with a log group.',
      ja: 'ロググループを指定した access_log_settings を追加してください。',
    },
    terraform: `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  stage_name    = "live"
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  deployment_id = "abc123"
  access_log_settings {
    destination_arn = "arn:aws:logs:ap-northeast-1:123456789012:log-group:/api/orders"
    format          = "$context.requestId $context.identity.sourceIp"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      StageName: live
      RestApiId: !Ref Orders
      DeploymentId: abc123
      AccessLogSetting:
        DestinationArn: arn:aws:logs:ap-northeast-1:123456789012:log-group:/api/orders
        Format: $context.requestId $context.identity.sourceIp`,
    cli: 'aws apigateway update-stage --rest-api-id ID --stage-name NAME --patch-operations op=replace,path=/accessLogSettings/destinationArn,value=ARN',
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  equivalents: [
    'CKV_AWS_76',
    'AVD-AWS-0001',
    'AVD-AWS-0113',
    'tfsec:aws-api-gateway-enable-access-logging',
    'tfsec:aws-sam-enable-api-access-logging',
  ],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    if (stage.logsAccess) return pass();
    return fail({
      en: `Stage ${stage.name} does not log access`,
      ja: `ステージ ${stage.name} はアクセスログを出力していません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  stage_name    = "live"
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  deployment_id = "abc123"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      StageName: live
      RestApiId: !Ref Orders
      DeploymentId: abc123`,
      },
    ),
    passes(
      'to a log group',
      `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  stage_name    = "live"
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  deployment_id = "abc123"
  access_log_settings {
    destination_arn = "arn:aws:logs:ap-northeast-1:123456789012:log-group:/api/orders"
    format          = "$context.requestId $context.identity.sourceIp"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: orders
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      StageName: live
      RestApiId: !Ref Orders
      DeploymentId: abc123
      AccessLogSetting:
        DestinationArn: arn:aws:logs:ap-northeast-1:123456789012:log-group:/api/orders
        Format: $context.requestId $context.identity.sourceIp`,
      },
    ),
  ],
});
