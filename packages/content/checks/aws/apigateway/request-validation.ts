/** A request that is refused at the gateway cannot break anything behind it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Methods validate requests', ja: 'メソッドがリクエストを検証する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.apigateway.method',
  why: {
    en: 'A validator refuses malformed requests before they reach and break the code behind.',
    ja: 'バリデーターは不正なリクエストを、背後のコードに届く前に拒否します。',
  },
  fix: {
    summary: {
      en: 'Name a request validator.',
      ja: 'リクエストバリデーターを指定してください。',
    },
    terraform: `resource "aws_api_gateway_method" "create" {
  rest_api_id          = "abcdefghij"
  resource_id          = "klmnop"
  http_method          = "POST"
  authorization        = "AWS_IAM"
  request_validator_id = "a1b2c3"
}`,
    cloudformation: `Resources:
  Create:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: abcdefghij
      ResourceId: klmnop
      HttpMethod: POST
      AuthorizationType: AWS_IAM
      RequestValidatorId: a1b2c3`,
    cli: 'aws apigateway update-method --rest-api-id ID --resource-id ID --http-method POST --patch-operations op=replace,path=/requestValidatorId,value=ID',
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html'],
  equivalents: ['CKV2_AWS_53'],
  noFramework: 'no control mapping yet',
  evaluate(method) {
    if (method.hasValidator) return pass();
    return fail({
      en: `Method ${method.name} does not validate requests`,
      ja: `メソッド ${method.name} はリクエストを検証していません`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "aws_api_gateway_method" "create" {
  rest_api_id   = "abcdefghij"
  resource_id   = "klmnop"
  http_method   = "POST"
  authorization = "AWS_IAM"
}`,
      {
        cloudformation: `Resources:
  Create:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: abcdefghij
      ResourceId: klmnop
      HttpMethod: POST
      AuthorizationType: AWS_IAM`,
      },
    ),
    passes(
      'a validator',
      `resource "aws_api_gateway_method" "create" {
  rest_api_id          = "abcdefghij"
  resource_id          = "klmnop"
  http_method          = "POST"
  authorization        = "AWS_IAM"
  request_validator_id = "a1b2c3"
}`,
      {
        cloudformation: `Resources:
  Create:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: abcdefghij
      ResourceId: klmnop
      HttpMethod: POST
      AuthorizationType: AWS_IAM
      RequestValidatorId: a1b2c3`,
      },
    ),
  ],
});
