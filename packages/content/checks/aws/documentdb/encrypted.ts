/** Encryption of a cluster is decided when it is made. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'DocumentDB storage is encrypted', ja: 'DocumentDB のストレージが暗号化されている' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.documentdb.cluster',
  why: {
    en: 'Documents, backups and snapshots of an unencrypted cluster are readable below the database; a copy is needed to change that.',
    ja: '暗号化されていないクラスターの文書やバックアップは下位の層で読め、変更にはコピーが必要です。',
  },
  fix: {
    edits: { terraform: [{ set: 'storage_encrypted', value: true }], cloudformation: [{ set: 'StorageEncrypted', value: true }] },
    cautions: ['replaces'],
    summary: { en: 'Set storage_encrypted to true.', ja: 'storage_encrypted を true にしてください。' },
    terraform: `resource "aws_docdb_cluster" "orders" {
  cluster_identifier = "orders"
  storage_encrypted  = true
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::DocDB::DBCluster
    Properties:
      DBClusterIdentifier: orders
      StorageEncrypted: true`,
  },
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html'],
  equivalents: [
    'CKV_AWS_74',
    'AVD-AWS-0021',
    'tfsec:aws-documentdb-enable-storage-encryption',
    'DocumentDB.1',
    'prowler:documentdb_cluster_storage_encrypted',
  ],
  aliases: ['aws-docdb-encrypted'],
  evaluate(cluster) {
    if (cluster.isEncrypted) return pass();
    return fail({ en: `Cluster ${cluster.name} is not encrypted`, ja: `クラスター ${cluster.name} は暗号化されていません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_docdb_cluster" "orders" {
  cluster_identifier = "orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DocDB::DBCluster
    Properties:
      DBClusterIdentifier: orders`,
      },
    ),
    passes(
      'on',
      `resource "aws_docdb_cluster" "orders" {
  cluster_identifier = "orders"
  storage_encrypted  = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DocDB::DBCluster
    Properties:
      DBClusterIdentifier: orders
      StorageEncrypted: true`,
      },
    ),
    isUnknown(
      'restored',
      `resource "aws_docdb_cluster" "orders" {
  cluster_identifier  = "orders"
  snapshot_identifier = "orders-2026"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DocDB::DBCluster
    Properties:
      DBClusterIdentifier: orders
      SnapshotIdentifier: orders-2026`,
      },
    ),
  ],
});
