/** Execution logs say why a call failed: which authorizer, which mapping, which backend. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'REST stages log', ja: 'REST API のステージが実行ログを出力する' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.apigateway.stage',
  why: {
    en: 'Execution logs tell which authorizer refused a call and which backend failed; without them attacks look like noise.',
    ja: '実行ログには、どのオーソライザーが拒否し、どのバックエンドが失敗したかが残ります。ないと攻撃を見分けられません。',
  },
  fix: {
    summary: {
      en: 'Set logging_level to ERROR or INFO for all methods.',
      ja: 'すべてのメソッドの logging_level を ERROR か INFO にしてください。',
    },
    terraform: `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  stage_name    = "live"
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  deployment_id = "abc123"
}
resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  stage_name  = aws_api_gateway_stage.live.stage_name
  method_path = "*/*"
  settings {
    logging_level = "ERROR"
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
      MethodSettings:
        - HttpMethod: "*"
          ResourcePath: /*
          LoggingLevel: ERROR`,
    cli: 'aws apigateway update-stage --rest-api-id ID --stage-name NAME --patch-operations op=replace,path=/*/*/logging/loglevel,value=ERROR',
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  equivalents: ['CKV2_AWS_4', 'APIGateway.1', 'prowler:apigateway_restapi_logging_enabled', 'cloudsploit:apigatewayCloudwatchLogs'],
  evaluate(stage) {
    if (any(stage.logLevels, (level) => level === 'ERROR' || level === 'INFO')) return pass();
    return fail({
      en: `Stage ${stage.name} has no execution logging`,
      ja: `ステージ ${stage.name} は実行ログを出力していません`,
    });
  },
  examples: [
    fails(
      'none',
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
    fails(
      'off',
      `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  stage_name    = "live"
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  deployment_id = "abc123"
}
resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  stage_name  = aws_api_gateway_stage.live.stage_name
  method_path = "*/*"
  settings {
    logging_level = "OFF"
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
      MethodSettings:
        - HttpMethod: "*"
          ResourcePath: /*
          LoggingLevel: "OFF"`,
      },
    ),
    passes(
      'errors',
      `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  stage_name    = "live"
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  deployment_id = "abc123"
}
resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = aws_api_gateway_rest_api.orders.id
  stage_name  = aws_api_gateway_stage.live.stage_name
  method_path = "*/*"
  settings {
    logging_level = "ERROR"
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
      MethodSettings:
        - HttpMethod: "*"
          ResourcePath: /*
          LoggingLevel: ERROR`,
      },
    ),
  ],
});
