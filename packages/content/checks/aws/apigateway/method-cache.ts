/** A cache answers what a flood asks again and again. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Methods of REST stages are cached', ja: 'REST API のメソッドの応答がキャッシュされる' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.apigateway.method-settings',
  why: {
    en: 'Cached methods answer repeated calls without the backend, which then survives a flood.',
    ja: 'キャッシュされたメソッドはバックエンドなしで応答するため、大量アクセスに耐えられます。',
  },
  fix: {
    summary: {
      en: 'Set caching_enabled to true where answers may be cached.',
      ja: '応答をキャッシュできる場合は caching_enabled を true にしてください。',
    },
    terraform: `resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "abcdefghij"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    caching_enabled      = true
    cache_data_encrypted = true
  }
}`,
    cloudformation: `Resources:
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      StageName: live
      RestApiId: abcdefghij
      DeploymentId: abc123
      MethodSettings:
        - HttpMethod: "*"
          ResourcePath: /*
          CachingEnabled: true
          CacheDataEncrypted: true`,
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  equivalents: ['CKV_AWS_225', 'AVD-AWS-0190', 'tfsec:aws-api-gateway-enable-cache'],
  noFramework: 'no control mapping yet',
  evaluate(settings) {
    if (any(settings.methods, (method) => method.caches)) return pass();
    return fail({
      en: `Methods of stage ${settings.name} are not cached`,
      ja: `ステージ ${settings.name} のメソッドはキャッシュされません`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "abcdefghij"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    caching_enabled = false
  }
}`,
      {
        cloudformation: `Resources:
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      StageName: live
      RestApiId: abcdefghij
      DeploymentId: abc123
      MethodSettings:
        - HttpMethod: "*"
          ResourcePath: /*
          CachingEnabled: false`,
      },
    ),
    passes(
      'switched on',
      `resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "abcdefghij"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    caching_enabled      = true
    cache_data_encrypted = true
  }
}`,
      {
        cloudformation: `Resources:
  Live:
    Type: AWS::ApiGateway::Stage
    Properties:
      StageName: live
      RestApiId: abcdefghij
      DeploymentId: abc123
      MethodSettings:
        - HttpMethod: "*"
          ResourcePath: /*
          CachingEnabled: true
          CacheDataEncrypted: true`,
      },
    ),
  ],
});
