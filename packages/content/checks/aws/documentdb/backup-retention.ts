/** Backups end where their retention ends; a mistake found a week later needs an older copy. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'DocumentDB backups are kept 7 days or more', ja: 'DocumentDB のバックアップが 7 日以上保持される' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.documentdb.cluster',
  why: {
    en: 'Damage is often noticed days later; by then a backup of yesterday holds the damage too.',
    ja: '被害に気づくのは数日後のことが多く、その時には昨日のバックアップにも被害が含まれています。',
  },
  fix: {
    edits: { terraform: [{ set: 'backup_retention_period', value: 7 }], cloudformation: [{ set: 'BackupRetentionPeriod', value: 7 }] },
    summary: { en: 'Set backup_retention_period to at least 7.', ja: 'backup_retention_period を 7 以上にしてください。' },
    terraform: `resource "aws_docdb_cluster" "orders" {
  cluster_identifier      = "orders"
  backup_retention_period = 7
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::DocDB::DBCluster
    Properties:
      DBClusterIdentifier: orders
      BackupRetentionPeriod: 7`,
  },
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html'],
  equivalents: ['CKV_AWS_360', 'DocumentDB.2', 'prowler:documentdb_cluster_backup_enabled'],
  aliases: ['aws-docdb-backup-retention'],
  params: {
    minimumDays: { type: 'number', default: 7, min: 1, description: { en: 'Shortest retention in days', ja: '最短の保持日数' } },
  },
  evaluate(cluster, { minimumDays }) {
    const days = cluster.backupRetentionDays;
    if (days >= minimumDays) return pass();
    return fail({
      en: `Cluster ${cluster.name} keeps backups for ${days} days, less than ${minimumDays}`,
      ja: `クラスター ${cluster.name} のバックアップ保持期間は ${days} 日で、${minimumDays} 日に足りません`,
    });
  },
  examples: [
    fails(
      'the default',
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
    fails(
      'three days',
      `resource "aws_docdb_cluster" "orders" {
  cluster_identifier      = "orders"
  backup_retention_period = 3
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DocDB::DBCluster
    Properties:
      DBClusterIdentifier: orders
      BackupRetentionPeriod: 3`,
      },
    ),
    passes(
      'one week',
      `resource "aws_docdb_cluster" "orders" {
  cluster_identifier      = "orders"
  backup_retention_period = 7
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DocDB::DBCluster
    Properties:
      DBClusterIdentifier: orders
      BackupRetentionPeriod: 7`,
      },
    ),
  ],
});
