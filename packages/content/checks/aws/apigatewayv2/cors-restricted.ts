/** Pages of any site may then call the API from the browser of your users. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'HTTP API CORS is not *', ja: 'HTTP API の CORS が全サイトを許可していない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.apigatewayv2.api',
  why: {
    en: 'With the origin * pages of any site call the API from the browsers of your users, and read its answers.',
    ja: 'オリジンが * だと、あらゆるサイトのページが利用者のブラウザから API を呼び出し、応答を読めます。',
  },
  fix: {
    summary: {
      en: 'List the sites of your own in allow_origins.',
      ja: 'allow_origins に自社のサイトを列挙してください。',
    },
    terraform: `resource "aws_apigatewayv2_api" "orders" {
  name          = "orders"
  protocol_type = "HTTP"
  cors_configuration {
    allow_origins = ["https://shop.example.com"]
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: orders
      ProtocolType: HTTP
      CorsConfiguration:
        AllowOrigins: ["https://shop.example.com"]`,
    cli: 'aws apigatewayv2 update-api --api-id ID --cors-configuration AllowOrigins=https://shop.example.com',
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(api) {
    if (none(api.allowedOrigins, (origin) => origin === '*')) return pass();
    return fail({
      en: `API ${api.name} lets pages of every site call it`,
      ja: `API ${api.name} はすべてのサイトからの呼び出しを許可しています`,
    });
  },
  examples: [
    fails(
      'every site',
      `resource "aws_apigatewayv2_api" "orders" {
  name          = "orders"
  protocol_type = "HTTP"
  cors_configuration {
    allow_origins = ["*"]
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: orders
      ProtocolType: HTTP
      CorsConfiguration:
        AllowOrigins: ["*"]`,
      },
    ),
    passes(
      'one site',
      `resource "aws_apigatewayv2_api" "orders" {
  name          = "orders"
  protocol_type = "HTTP"
  cors_configuration {
    allow_origins = ["https://shop.example.com"]
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: orders
      ProtocolType: HTTP
      CorsConfiguration:
        AllowOrigins: ["https://shop.example.com"]`,
      },
    ),
  ],
});
