/** With a key of its own the account decides who decrypts, and can stop it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MemoryDB clusters use a customer managed key', ja: 'MemoryDB クラスターがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.memorydb.cluster',
  why: {
    en: 'The key of AWS has a policy that nobody may change: access to the data cannot be limited or withdrawn by the key.',
    ja: 'AWS 管理キーのポリシーは変更できず、キーによるアクセスの制限や取り消しができません。',
  },
  fix: {
    summary: { en: 'Set kms_key_arn.', ja: 'kms_key_arn を指定してください。' },
    terraform: `resource "aws_memorydb_cluster" "sessions" {
  name        = "sessions"
  node_type   = "db.t4g.small"
  acl_name    = "sessions"
  kms_key_arn = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    cloudformation: `Resources:
  Sessions:
    Type: AWS::MemoryDB::Cluster
    Properties:
      ClusterName: sessions
      NodeType: db.t4g.small
      ACLName: sessions
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
  },
  references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html'],
  equivalents: ['CKV_AWS_201'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.hasCustomerKey) return pass();
    return fail({
      en: `Cluster ${cluster.name} is not encrypted with a customer managed key`,
      ja: `クラスター ${cluster.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'no key of its own',
      `resource "aws_memorydb_cluster" "sessions" {
  name      = "sessions"
  node_type = "db.t4g.small"
  acl_name  = "sessions"
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::MemoryDB::Cluster
    Properties:
      ClusterName: sessions
      NodeType: db.t4g.small
      ACLName: sessions`,
      },
    ),
    passes(
      'a key',
      `resource "aws_memorydb_cluster" "sessions" {
  name        = "sessions"
  node_type   = "db.t4g.small"
  acl_name    = "sessions"
  kms_key_arn = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::MemoryDB::Cluster
    Properties:
      ClusterName: sessions
      NodeType: db.t4g.small
      ACLName: sessions
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
      },
    ),
  ],
});
