/** A method without authorization answers everybody on the internet. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'REST methods require authorization', ja: 'REST メソッドに認可が必要である' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.apigateway.method',
  why: {
    en: 'A method without authorizer runs the code behind it for whoever calls the URL.',
    ja: '認可のないメソッドは、URL を呼ぶ誰に対しても背後の処理を実行します。',
  },
  fix: {
    summary: {
      en: 'Set authorization to AWS_IAM, COGNITO_USER_POOLS or CUSTOM.',
      ja: 'authorization を AWS_IAM・COGNITO_USER_POOLS・CUSTOM のいずれかにしてください。',
    },
    terraform: `resource "aws_api_gateway_method" "orders" {
  rest_api_id   = "a1b2c3d4e5"
  resource_id   = "f6g7h8"
  http_method   = "POST"
  authorization = "AWS_IAM"
}`,
    cli: 'aws apigateway update-method --rest-api-id API --resource-id RESOURCE --http-method POST --patch-operations op=replace,path=/authorizationType,value=AWS_IAM',
    console: {
      en: 'API Gateway → the API → Resources → the method → Method request → Edit → Authorization → Save.',
      ja: 'API Gateway → 対象の API → リソース → メソッド → メソッドリクエスト → 編集 → 認可 → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html'],
  equivalents: [
    'CKV_AWS_59',
    'CKV2_AWS_70',
    'AVD-AWS-0004',
    'tfsec:aws-api-gateway-no-public-access',
    'tfsec:aws-apigateway-no-public-access',
    'prowler:apigateway_restapi_authorizers_enabled',
    'cloudsploit:apigatewayAuthorization',
  ],
  evaluate(method) {
    // Browsers send the CORS preflight without credentials, so OPTIONS cannot ask for them.
    if (method.httpMethod === 'OPTIONS' || method.authorization !== 'NONE' || method.apiKeyRequired) return pass();
    return fail(
      {
        en: `Method ${method.name} (${method.httpMethod ?? 'ANY'}) needs no authorization`,
        ja: `メソッド ${method.name} (${method.httpMethod ?? 'ANY'}) は認可なしで呼び出せます`,
      },
      { at: ['authorization'] },
    );
  },
  examples: [
    fails(
      'none',
      `resource "aws_api_gateway_method" "orders" {
  rest_api_id   = "a1b2c3d4e5"
  resource_id   = "f6g7h8"
  http_method   = "GET"
  authorization = "NONE"
}
`,
    ),
    passes(
      'IAM',
      `resource "aws_api_gateway_method" "orders" {
  rest_api_id   = "a1b2c3d4e5"
  resource_id   = "f6g7h8"
  http_method   = "GET"
  authorization = "AWS_IAM"
}
`,
    ),
    passes(
      'preflight',
      `resource "aws_api_gateway_method" "orders" {
  rest_api_id   = "a1b2c3d4e5"
  resource_id   = "f6g7h8"
  http_method   = "OPTIONS"
  authorization = "NONE"
}
`,
    ),
    passes(
      'an API key',
      `resource "aws_api_gateway_method" "orders" {
  rest_api_id   = "a1b2c3d4e5"
  resource_id   = "f6g7h8"
  http_method   = "GET"
  authorization = "NONE"
  api_key_required = true
}
`,
    ),
    isUnknown(
      'handed in',
      `variable "authorization" {}
resource "aws_api_gateway_method" "orders" {
  rest_api_id   = "a1b2c3d4e5"
  resource_id   = "f6g7h8"
  http_method   = "GET"
  authorization = var.authorization
}
`,
    ),
    fails('open (CloudFormation)', {
      cloudformation: `Resources:
  ListOrders:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: abcdefghij
      ResourceId: klmnop
      HttpMethod: GET
      AuthorizationType: NONE`,
    }),
    passes('IAM (CloudFormation)', {
      cloudformation: `Resources:
  ListOrders:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: abcdefghij
      ResourceId: klmnop
      HttpMethod: GET
      AuthorizationType: AWS_IAM`,
    }),
  ],
});
