/** A web ACL stops scanners and floods before they cost anything. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'REST stages have a web ACL', ja: 'REST API のステージに Web ACL が関連付けられている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.apigateway.stage',
  why: {
    en: 'A web ACL filters injection attempts, bad bots and floods before they reach the integration.',
    ja: 'Web ACL は、インジェクション・悪性ボット・大量アクセスをバックエンドに届く前に止めます。',
  },
  fix: {
    summary: {
      en: 'Associate an AWS WAF web ACL with the stage.',
      ja: 'ステージに AWS WAF の Web ACL を関連付けてください。',
    },
    terraform: `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  stage_name    = "live"
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  deployment_id = "abc123"
}
resource "aws_wafv2_web_acl_association" "live" {
  resource_arn = aws_api_gateway_stage.live.arn
  web_acl_arn  = "arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/orders/11111111-2222-3333-4444-555555555555"
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
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !Sub arn:aws:apigateway:\${AWS::Region}::/restapis/\${Orders}/stages/\${Live}
      WebACLArn: arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/orders/11111111-2222-3333-4444-555555555555`,
    cli: 'aws wafv2 associate-web-acl --web-acl-arn ARN --resource-arn ARN',
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html'],
  equivalents: ['CKV2_AWS_29', 'APIGateway.4', 'prowler:apigateway_restapi_waf_acl_attached', 'cloudsploit:apigatewayWafEnabled'],
  evaluate(stage) {
    if (stage.hasWebAcl) return pass();
    if (shown(() => stage.api.isPrivate)) return notApplicable({ en: 'The API is private', ja: 'プライベート API です' });
    return fail({ en: `Stage ${stage.name} has no web ACL`, ja: `ステージ ${stage.name} に Web ACL が関連付けられていません` });
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
    passes(
      'associated',
      `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  stage_name    = "live"
  rest_api_id   = aws_api_gateway_rest_api.orders.id
  deployment_id = "abc123"
}
resource "aws_wafv2_web_acl_association" "live" {
  resource_arn = aws_api_gateway_stage.live.arn
  web_acl_arn  = "arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/orders/11111111-2222-3333-4444-555555555555"
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
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties:
      ResourceArn: !Sub arn:aws:apigateway:\${AWS::Region}::/restapis/\${Orders}/stages/\${Live}
      WebACLArn: arn:aws:wafv2:ap-northeast-1:123456789012:regional/webacl/orders/11111111-2222-3333-4444-555555555555`,
      },
    ),
    isNotApplicable(
      'private',
      `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
  endpoint_configuration {
    types = ["PRIVATE"]
  }
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
      EndpointConfiguration:
        Types: [PRIVATE]
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      StageName: live
      RestApiId: !Ref Orders
      DeploymentId: abc123`,
      },
    ),
  ],
});
