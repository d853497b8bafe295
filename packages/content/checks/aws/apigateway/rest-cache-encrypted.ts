/** Cached answers are the data of callers. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'REST cache is encrypted', ja: 'REST API のキャッシュが暗号化されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.apigateway.method-settings',
  why: {
    en: 'The cache keeps answers with the data of callers on disk.',
    ja: 'キャッシュには呼び出し元のデータを含む応答がディスクに保存されます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'settings.cache_data_encrypted', value: true }],
      cloudformation: [{ set: 'MethodSettings[*].CacheDataEncrypted', value: true }],
    },
    summary: {
      en: 'Set cache_data_encrypted to true.',
      ja: 'cache_data_encrypted を true にしてください。',
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
    cli: 'aws apigateway update-stage --rest-api-id ID --stage-name NAME --patch-operations op=replace,path=/*/*/caching/dataEncrypted,value=true',
  },
  references: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  equivalents: [
    'CKV_AWS_308',
    'AVD-AWS-0002',
    'AVD-AWS-0110',
    'tfsec:aws-api-gateway-enable-cache-encryption',
    'tfsec:aws-sam-enable-api-cache-encryption',
    'APIGateway.5',
    'prowler:apigateway_restapi_cache_encrypted',
    'cloudsploit:apiStageLevelCacheEncryption',
  ],
  evaluate(settings) {
    if (none(settings.methods, (method) => method.caches && !method.encryptsCache)) return pass();
    return fail({
      en: `The cache of stage ${settings.name} is not encrypted`,
      ja: `ステージ ${settings.name} のキャッシュは暗号化されていません`,
    });
  },
  examples: [
    fails(
      'cached in plain text',
      `resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "abcdefghij"
  stage_name  = "live"
  method_path = "*/*"
  settings {
    caching_enabled = true
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
          CachingEnabled: true`,
      },
    ),
    passes(
      'encrypted',
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
    passes(
      'no cache',
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
  ],
});
