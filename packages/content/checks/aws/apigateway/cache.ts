/** A cache answers what a flood asks again and again. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'REST stages have a cache', ja: 'REST API のステージがキャッシュを使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.apigateway.stage',
  why: {
    en: 'A cache answers repeated calls itself, so that a flood does not reach the backend.',
    ja: 'キャッシュが同じ呼び出しに応答するため、大量アクセスがバックエンドに届きません。',
  },
  fix: {
    summary: {
      en: 'Set cache_cluster_enabled to true.',
      ja: 'cache_cluster_enabled を true にしてください。',
    },
    terraform: `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  stage_name            = "live"
  rest_api_id           = aws_api_gateway_rest_api.orders.id
  deployment_id         = "abc123"
  cache_cluster_enabled = true
  cache_cluster_size    = "0.5"
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
      CacheClusterEnabled: true
      CacheClusterSize: "0.5"`,
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  equivalents: ['CKV_AWS_120', 'cloudsploit:apigatewayResponseCaching'],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    if (stage.hasCache) return pass();
    return fail({
      en: `Stage ${stage.name} has no cache`,
      ja: `ステージ ${stage.name} にキャッシュがありません`,
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
      'a cache',
      `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  stage_name            = "live"
  rest_api_id           = aws_api_gateway_rest_api.orders.id
  deployment_id         = "abc123"
  cache_cluster_enabled = true
  cache_cluster_size    = "0.5"
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
      CacheClusterEnabled: true
      CacheClusterSize: "0.5"`,
      },
    ),
  ],
});
