/** A trace ties one call to everything behind it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'REST stages are traced', ja: 'REST API のステージがトレースされる' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.apigateway.stage',
  why: {
    en: 'A trace ties a call to the functions and tables behind it, which an investigation of abuse needs.',
    ja: 'トレースがあれば、呼び出しの背後の関数やテーブルを追えます。不正利用の調査に欠かせません。',
  },
  fix: {
    edits: { terraform: [{ set: 'xray_tracing_enabled', value: true }], cloudformation: [{ set: 'TracingEnabled', value: true }] },
    summary: {
      en: 'Set xray_tracing_enabled to true.',
      ja: 'xray_tracing_enabled を true にしてください。',
    },
    terraform: `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  stage_name           = "live"
  rest_api_id          = aws_api_gateway_rest_api.orders.id
  deployment_id        = "abc123"
  xray_tracing_enabled = true
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
      TracingEnabled: true`,
    cli: 'aws apigateway update-stage --rest-api-id ID --stage-name NAME --patch-operations op=replace,path=/tracingEnabled,value=true',
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html'],
  equivalents: [
    'CKV_AWS_73',
    'AVD-AWS-0003',
    'AVD-AWS-0111',
    'tfsec:aws-api-gateway-enable-tracing',
    'tfsec:aws-sam-enable-api-tracing',
    'APIGateway.3',
    'prowler:apigateway_restapi_tracing_enabled',
    'cloudsploit:apigatewayTracingEnabled',
  ],
  evaluate(stage) {
    if (stage.isTraced) return pass();
    return fail({
      en: `Stage ${stage.name} is not traced`,
      ja: `ステージ ${stage.name} はトレースされていません`,
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
      'traced',
      `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  stage_name           = "live"
  rest_api_id          = aws_api_gateway_rest_api.orders.id
  deployment_id        = "abc123"
  xray_tracing_enabled = true
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
      TracingEnabled: true`,
      },
    ),
  ],
});
