/** Who called, from where and with which answer, is in the access log only. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'HTTP API stages log', ja: 'HTTP API のステージがアクセスログを出力する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.apigatewayv2.stage',
  why: {
    en: 'The access log says who called, from where and with which answer; without it abuse of the API cannot be traced.',
    ja: 'アクセスログには呼び出し元と応答が残ります。ないと API の不正利用を追えません。',
  },
  fix: {
    summary: {
      en: 'Add access_log_settings with a log group.',
      ja: 'ロググループを指定した access_log_settings を追加してください。',
    },
    terraform: `resource "aws_apigatewayv2_stage" "live" {
  api_id = "abcdefghij"
  name   = "live"
  access_log_settings {
    destination_arn = "arn:aws:logs:ap-northeast-1:123456789012:log-group:/api/orders"
    format          = "$context.requestId $context.identity.sourceIp"
  }
}`,
    cloudformation: `Resources:
  Live:
    Type: AWS::ApiGatewayV2::Stage
    Properties:
      ApiId: abcdefghij
      StageName: live
      AccessLogSettings:
        DestinationArn: arn:aws:logs:ap-northeast-1:123456789012:log-group:/api/orders
        Format: $context.requestId $context.identity.sourceIp`,
    cli: 'aws apigatewayv2 update-stage --api-id ID --stage-name NAME --access-log-settings file://logging.json',
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html'],
  equivalents: [
    'CKV_AWS_76',
    'CKV_AWS_95',
    'AVD-AWS-0001',
    'AVD-AWS-0116',
    'tfsec:aws-api-gateway-enable-access-logging',
    'tfsec:aws-sam-enable-http-api-access-logging',
    'APIGateway.9',
    'prowler:apigatewayv2_api_access_logging_enabled',
    'cloudsploit:apigatewayV2AccessLogging',
  ],
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
      `resource "aws_apigatewayv2_stage" "live" {
  api_id = "abcdefghij"
  name   = "live"
}`,
      {
        cloudformation: `Resources:
  Live:
    Type: AWS::ApiGatewayV2::Stage
    Properties:
      ApiId: abcdefghij
      StageName: live`,
      },
    ),
    passes(
      'to a log group',
      `resource "aws_apigatewayv2_stage" "live" {
  api_id = "abcdefghij"
  name   = "live"
  access_log_settings {
    destination_arn = "arn:aws:logs:ap-northeast-1:123456789012:log-group:/api/orders"
    format          = "$context.requestId $context.identity.sourceIp"
  }
}`,
      {
        cloudformation: `Resources:
  Live:
    Type: AWS::ApiGatewayV2::Stage
    Properties:
      ApiId: abcdefghij
      StageName: live
      AccessLogSettings:
        DestinationArn: arn:aws:logs:ap-northeast-1:123456789012:log-group:/api/orders
        Format: $context.requestId $context.identity.sourceIp`,
      },
    ),
  ],
});
