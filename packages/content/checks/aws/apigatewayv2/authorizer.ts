/** A route without authorization answers whoever finds it. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'HTTP API routes require authorization', ja: 'HTTP API のルートに認可を要求する' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.apigatewayv2.route',
  why: {
    en: 'A route without authorization answers everybody on the internet with the rights of its integration.',
    ja: '認可のないルートは、インターネット上の誰にでも統合先の権限で応答します。',
  },
  fix: {
    summary: {
      en: 'Set authorization_type to JWT, AWS_IAM or CUSTOM.',
      ja: 'authorization_type を JWT・AWS_IAM・CUSTOM のいずれかにしてください。',
    },
    terraform: `resource "aws_apigatewayv2_route" "list" {
  api_id             = "abcdefghij"
  route_key          = "GET /orders"
  authorization_type = "JWT"
  authorizer_id      = "a1b2c3"
}`,
    cloudformation: `Resources:
  List:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: abcdefghij
      RouteKey: GET /orders
      AuthorizationType: JWT
      AuthorizerId: a1b2c3`,
    cli: 'aws apigatewayv2 update-route --api-id ID --route-id ID --authorization-type AWS_IAM',
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html'],
  equivalents: ['CKV_AWS_309', 'APIGateway.8', 'prowler:apigatewayv2_api_authorizers_enabled', 'cloudsploit:apigatewayV2Authorization'],
  evaluate(route) {
    if (route.authorization !== 'NONE') return pass();
    const key = shown(() => route.routeKey) ?? '';
    if (key.startsWith('OPTIONS '))
      return notApplicable({ en: 'Preflight requests carry no credentials', ja: 'プリフライトリクエストに認証情報は付きません' });
    if (key !== '$connect' && shown(() => route.api.protocol) === 'WEBSOCKET')
      return notApplicable({
        en: 'WebSocket clients are authorized when they connect',
        ja: 'WebSocket のクライアントは接続時に認可されます',
      });
    return fail({
      en: `Route ${route.name} requires no authorization`,
      ja: `ルート ${route.name} は認可を要求しません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_apigatewayv2_route" "list" {
  api_id    = "abcdefghij"
  route_key = "GET /orders"
}`,
      {
        cloudformation: `Resources:
  List:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: abcdefghij
      RouteKey: GET /orders`,
      },
    ),
    fails(
      'none',
      `resource "aws_apigatewayv2_route" "list" {
  api_id             = "abcdefghij"
  route_key          = "$default"
  authorization_type = "NONE"
}`,
      {
        cloudformation: `Resources:
  List:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: abcdefghij
      RouteKey: $default
      AuthorizationType: NONE`,
      },
    ),
    passes(
      'tokens',
      `resource "aws_apigatewayv2_route" "list" {
  api_id             = "abcdefghij"
  route_key          = "GET /orders"
  authorization_type = "JWT"
  authorizer_id      = "a1b2c3"
}`,
      {
        cloudformation: `Resources:
  List:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: abcdefghij
      RouteKey: GET /orders
      AuthorizationType: JWT
      AuthorizerId: a1b2c3`,
      },
    ),
    isNotApplicable(
      'preflight',
      `resource "aws_apigatewayv2_route" "list" {
  api_id    = "abcdefghij"
  route_key = "OPTIONS /orders"
}`,
      {
        cloudformation: `Resources:
  List:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: abcdefghij
      RouteKey: OPTIONS /orders`,
      },
    ),
    isNotApplicable(
      'a message after the connection',
      `resource "aws_apigatewayv2_api" "chat" {
  name          = "chat"
  protocol_type = "WEBSOCKET"
}
resource "aws_apigatewayv2_route" "send" {
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "sendMessage"
}`,
    ),
  ],
});
