/** MemoryDB has TLS on until somebody switches it off. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'MemoryDB clusters require TLS', ja: 'MemoryDB クラスターが TLS を必須にしている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.memorydb.cluster',
  why: {
    en: 'Without TLS data and passwords travel readable, and users cannot be told apart: only open access is possible.',
    ja: 'TLS がないとデータやパスワードが平文で流れ、利用者の区別もできず open-access しか使えません。',
  },
  fix: {
    summary: { en: 'Remove tls_enabled = false.', ja: 'tls_enabled = false を削除してください。' },
    terraform: `resource "aws_memorydb_cluster" "sessions" {
  name      = "sessions"
  node_type = "db.t4g.small"
  acl_name  = "sessions"
}`,
    cloudformation: `Resources:
  Sessions:
    Type: AWS::MemoryDB::Cluster
    Properties:
      ClusterName: sessions
      NodeType: db.t4g.small
      ACLName: sessions`,
  },
  references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html'],
  equivalents: ['CKV_AWS_202'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.encryptionInTransit) return pass();
    return fail({ en: `Cluster ${cluster.name} talks without TLS`, ja: `クラスター ${cluster.name} の通信は TLS で保護されていません` });
  },
  examples: [
    fails(
      'off',
      `resource "aws_memorydb_cluster" "sessions" {
  name        = "sessions"
  node_type   = "db.t4g.small"
  acl_name    = "sessions"
  tls_enabled = false
}`,
      {
        cloudformation: `Resources:
  Sessions:
    Type: AWS::MemoryDB::Cluster
    Properties:
      ClusterName: sessions
      NodeType: db.t4g.small
      ACLName: sessions
      TLSEnabled: false`,
      },
    ),
    passes(
      'the default',
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
  ],
});
