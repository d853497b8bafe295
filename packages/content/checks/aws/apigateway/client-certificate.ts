/** A backend that cannot tell the gateway from others answers everybody. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'REST stages show backends a client certificate', ja: 'REST API のステージがバックエンドにクライアント証明書を提示する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.apigateway.stage',
  why: {
    en: 'Without a client certificate the backend cannot tell the gateway from somebody who found its address.',
    ja: 'クライアント証明書がないと、バックエンドは API Gateway と、アドレスを知った第三者を区別できません。',
  },
  fix: {
    summary: {
      en: 'Name a client certificate in client_certificate_id.',
      ja: 'client_certificate_id にクライアント証明書を指定してください。',
    },
    terraform: `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  stage_name            = "live"
  rest_api_id           = aws_api_gateway_rest_api.orders.id
  deployment_id         = "abc123"
  client_certificate_id = "a1b2c3"
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
      ClientCertificateId: a1b2c3`,
    cli: 'aws apigateway update-stage --rest-api-id ID --stage-name NAME --patch-operations op=replace,path=/clientCertificateId,value=ID',
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html'],
  equivalents: [
    'CKV2_AWS_51',
    'APIGateway.2',
    'prowler:apigateway_restapi_client_certificate_enabled',
    'cloudsploit:apigatewayCertificateRotation',
  ],
  noFramework: 'no control mapping yet',
  evaluate(stage) {
    if (stage.hasClientCertificate) return pass();
    return fail({
      en: `Stage ${stage.name} shows backends no client certificate`,
      ja: `ステージ ${stage.name} はバックエンドにクライアント証明書を提示しません`,
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
    passes(
      'a certificate',
      `resource "aws_api_gateway_rest_api" "orders" {
  name = "orders"
}
resource "aws_api_gateway_stage" "live" {
  stage_name            = "live"
  rest_api_id           = aws_api_gateway_rest_api.orders.id
  deployment_id         = "abc123"
  client_certificate_id = "a1b2c3"
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
      ClientCertificateId: a1b2c3`,
      },
    ),
  ],
});
