/** Answers travel between the API and its cache. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GraphQL caches are encrypted in transit', ja: 'GraphQL のキャッシュとの通信が暗号化されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.appsync.cache',
  why: {
    en: 'Answers with the data of users travel between the API and its cache; without TLS they travel readably.',
    ja: '利用者のデータを含む回答が API とキャッシュの間を流れます。TLS がないと読める形で送られます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'transit_encryption_enabled', value: true }],
      cloudformation: [{ set: 'TransitEncryptionEnabled', value: true }],
    },
    cautions: ['replaces'],
    summary: {
      en: 'Set transit_encryption_enabled to true; the cache is made anew.',
      ja: 'transit_encryption_enabled を true にしてください。キャッシュは作り直されます。',
    },
    terraform: `resource "aws_appsync_api_cache" "orders" {
  api_id                     = "abcdefghijklmnopqrstuvwxyz"
  api_caching_behavior       = "FULL_REQUEST_CACHING"
  type                       = "LARGE"
  ttl                        = 900
  transit_encryption_enabled = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: abcdefghijklmnopqrstuvwxyz
      ApiCachingBehavior: FULL_REQUEST_CACHING
      Type: LARGE
      Ttl: 900
      TransitEncryptionEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html'],
  equivalents: ['CKV_AWS_215', 'AppSync.6'],
  noFramework: 'no control mapping yet',
  evaluate(cache) {
    if (cache.encryptsInTransit) return pass();
    return fail({
      en: `The cache of API ${cache.name} is not encrypted in transit`,
      ja: `API ${cache.name} のキャッシュとの通信は暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_appsync_api_cache" "orders" {
  api_id               = "abcdefghijklmnopqrstuvwxyz"
  api_caching_behavior = "FULL_REQUEST_CACHING"
  type                 = "LARGE"
  ttl                  = 900
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: abcdefghijklmnopqrstuvwxyz
      ApiCachingBehavior: FULL_REQUEST_CACHING
      Type: LARGE
      Ttl: 900`,
      },
    ),
    passes(
      'encrypted',
      `resource "aws_appsync_api_cache" "orders" {
  api_id                     = "abcdefghijklmnopqrstuvwxyz"
  api_caching_behavior       = "FULL_REQUEST_CACHING"
  type                       = "LARGE"
  ttl                        = 900
  transit_encryption_enabled = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: abcdefghijklmnopqrstuvwxyz
      ApiCachingBehavior: FULL_REQUEST_CACHING
      Type: LARGE
      Ttl: 900
      TransitEncryptionEnabled: true`,
      },
    ),
  ],
});
