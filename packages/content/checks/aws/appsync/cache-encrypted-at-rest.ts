/** Cached answers are the data of users. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'GraphQL caches are encrypted at rest', ja: 'GraphQL のキャッシュが保存時に暗号化されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.appsync.cache',
  why: {
    en: 'The cache keeps answers with the data of users on disk.',
    ja: 'キャッシュには利用者のデータを含む回答がディスクに保存されます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'at_rest_encryption_enabled', value: true }],
      cloudformation: [{ set: 'AtRestEncryptionEnabled', value: true }],
    },
    cautions: ['replaces'],
    summary: {
      en: 'Set at_rest_encryption_enabled to true; the cache is made anew.',
      ja: 'at_rest_encryption_enabled を true にしてください。キャッシュは作り直されます。',
    },
    terraform: `resource "aws_appsync_api_cache" "orders" {
  api_id                     = "abcdefghijklmnopqrstuvwxyz"
  api_caching_behavior       = "FULL_REQUEST_CACHING"
  type                       = "LARGE"
  ttl                        = 900
  at_rest_encryption_enabled = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::AppSync::ApiCache
    Properties:
      ApiId: abcdefghijklmnopqrstuvwxyz
      ApiCachingBehavior: FULL_REQUEST_CACHING
      Type: LARGE
      Ttl: 900
      AtRestEncryptionEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/appsync/latest/devguide/enabling-caching.html'],
  equivalents: ['CKV_AWS_214', 'AppSync.1'],
  noFramework: 'no control mapping yet',
  evaluate(cache) {
    if (cache.encryptsAtRest) return pass();
    return fail({
      en: `The cache of API ${cache.name} is not encrypted at rest`,
      ja: `API ${cache.name} のキャッシュは保存時に暗号化されていません`,
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
  at_rest_encryption_enabled = true
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
      AtRestEncryptionEnabled: true`,
      },
    ),
  ],
});
