/** With a key of its own the account decides who decrypts, and can stop it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Caches use a customer managed key', ja: 'キャッシュがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elasticache.replication-group',
  why: {
    en: 'The key of AWS has a policy that nobody may change: access to the data cannot be limited or withdrawn by the key.',
    ja: 'AWS 管理キーのポリシーは変更できず、キーによるアクセスの制限や取り消しができません。',
  },
  fix: {
    summary: { en: 'Set kms_key_id.', ja: 'kms_key_id を指定してください。' },
    terraform: `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  at_rest_encryption_enabled = true
  kms_key_id                 = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions
      AtRestEncryptionEnabled: true
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
  },
  references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html'],
  equivalents: ['CKV_AWS_191'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (group.hasCustomerKey) return pass();
    return fail({
      en: `Cache ${group.name} is not encrypted with a customer managed key`,
      ja: `キャッシュ ${group.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'no key of its own',
      `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  at_rest_encryption_enabled = true
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions
      AtRestEncryptionEnabled: true`,
      },
    ),
    passes(
      'a key',
      `resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  at_rest_encryption_enabled = true
  kms_key_id                 = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: sessions
      ReplicationGroupDescription: Sessions
      AtRestEncryptionEnabled: true
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
      },
    ),
  ],
});
