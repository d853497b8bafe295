/** What the first region does not encrypt is copied unencrypted to all others. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Aurora global databases are encrypted', ja: 'Aurora グローバルデータベースが暗号化されている' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.rds.global-cluster',
  why: {
    en: 'An unencrypted global database is unencrypted in every region it is copied to, and cannot be encrypted later.',
    ja: '暗号化されていないと複製先の全リージョンでも暗号化されず、後から有効にできません。',
  },
  fix: {
    edits: { terraform: [{ set: 'storage_encrypted', value: true }], cloudformation: [{ set: 'StorageEncrypted', value: true }] },
    cautions: ['replaces'],
    summary: { en: 'Set storage_encrypted to true.', ja: 'storage_encrypted を true にしてください。' },
    terraform: `resource "aws_rds_global_cluster" "orders" {
  global_cluster_identifier = "orders-global"
  engine                    = "aurora-postgresql"
  storage_encrypted         = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::GlobalCluster
    Properties:
      GlobalClusterIdentifier: orders-global
      Engine: aurora-postgresql
      StorageEncrypted: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html'],
  equivalents: ['CKV_AWS_140'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.isEncrypted) return pass();
    return fail({
      en: `Global database ${cluster.name} is not encrypted`,
      ja: `グローバルデータベース ${cluster.name} は暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_rds_global_cluster" "orders" {
  global_cluster_identifier = "orders-global"
  engine                    = "aurora-postgresql"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::GlobalCluster
    Properties:
      GlobalClusterIdentifier: orders-global
      Engine: aurora-postgresql`,
      },
    ),
    passes(
      'on',
      `resource "aws_rds_global_cluster" "orders" {
  global_cluster_identifier = "orders-global"
  engine                    = "aurora-postgresql"
  storage_encrypted         = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::GlobalCluster
    Properties:
      GlobalClusterIdentifier: orders-global
      Engine: aurora-postgresql
      StorageEncrypted: true`,
      },
    ),
    isUnknown(
      'made from a cluster elsewhere',
      `resource "aws_rds_global_cluster" "orders" {
  global_cluster_identifier    = "orders-global"
  engine                       = "aurora-postgresql"
  source_db_cluster_identifier = "arn:aws:rds:ap-northeast-1:123456789012:cluster:orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::GlobalCluster
    Properties:
      GlobalClusterIdentifier: orders-global
      Engine: aurora-postgresql
      SourceDBClusterIdentifier: arn:aws:rds:ap-northeast-1:123456789012:cluster:orders`,
      },
    ),
  ],
});
