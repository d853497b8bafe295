/** The same for Aurora: storage, backups and snapshots. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Aurora cluster storage is encrypted', ja: 'Aurora クラスターのストレージが暗号化されている' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.rds.cluster',
  why: {
    en: 'Encryption of a cluster covers its backups and snapshots, and cannot be added later without a copy.',
    ja: 'クラスターの暗号化はバックアップとスナップショットにも及び、後から有効にするにはコピーが必要です。',
  },
  fix: {
    edits: { terraform: [{ set: 'storage_encrypted', value: true }], cloudformation: [{ set: 'StorageEncrypted', value: true }] },
    cautions: ['replaces'],
    summary: { en: 'Set storage_encrypted to true.', ja: 'storage_encrypted を true にしてください。' },
    terraform: `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
}`,
    cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      StorageEncrypted: true`,
    cli: 'aws rds restore-db-cluster-from-snapshot --db-cluster-identifier NEW --snapshot-identifier SNAPSHOT --kms-key-id alias/aws/rds --engine aurora-postgresql',
    console: {
      en: 'RDS → Snapshots → the cluster snapshot → Restore with encryption.',
      ja: 'RDS → スナップショット → クラスタースナップショット → 暗号化して復元。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html'],
  equivalents: [
    'CKV_AWS_96',
    'AVD-AWS-0079',
    'tfsec:aws-rds-encrypt-cluster-storage-data',
    'RDS.27',
    'prowler:rds_cluster_storage_encrypted',
  ],
  evaluate(cluster) {
    if (cluster.isEncrypted) return pass();
    return fail({
      en: `Cluster ${cluster.name} stores its data unencrypted`,
      ja: `クラスター ${cluster.name} のストレージは暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
}
`,
    ),
    passes(
      'on',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
}
`,
      {
        cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      DBClusterIdentifier: orders-cluster
      Engine: aurora-postgresql
      StorageEncrypted: true`,
      },
    ),
    passes(
      'serverless v1 is always encrypted',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
  engine_mode        = "serverless"
}
`,
      {
        cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      DBClusterIdentifier: orders-cluster
      Engine: aurora-postgresql
      EngineMode: serverless`,
      },
    ),
    passes(
      'restored with a key',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier  = "orders-cluster"
  engine              = "aurora-postgresql"
  snapshot_identifier = "orders-2026"
  kms_key_id          = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    ),
    isUnknown(
      'restored from a snapshot',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
  snapshot_identifier = "orders-2026"
}
`,
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql`,
    }),
    passes('on in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      StorageEncrypted: true`,
    }),
    isUnknown('restored from a snapshot in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      SnapshotIdentifier: rds:orders-2026-11-01`,
    }),
  ],
});
