/** Backups end where their retention ends; a mistake found a week later needs an older copy. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cluster backups are kept 7 days or more', ja: 'クラスターのバックアップが 7 日以上保持される' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.rds.cluster',
  why: {
    en: 'Damage is often noticed days later; by then a backup of yesterday holds the damage too.',
    ja: '被害に気づくのは数日後のことが多く、その時には昨日のバックアップにも被害が含まれています。',
  },
  fix: {
    edits: { terraform: [{ set: 'backup_retention_period', value: 14 }], cloudformation: [{ set: 'BackupRetentionPeriod', value: 14 }] },
    summary: { en: 'Set backup_retention_period to at least 7.', ja: 'backup_retention_period を 7 以上にしてください。' },
    terraform: `resource "aws_rds_cluster" "orders" {
  cluster_identifier      = "orders-cluster"
  engine                  = "aurora-postgresql"
  backup_retention_period = 14
}`,
    cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      BackupRetentionPeriod: 14`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html'],
  equivalents: ['RDS.50', 'prowler:rds_cluster_backup_enabled'],
  noFramework: 'no control mapping yet',
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
      'one day by default',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
}`,
    ),
    passes(
      'two weeks',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier      = "orders-cluster"
  engine                  = "aurora-postgresql"
  backup_retention_period = 14
}`,
    ),
    passes(
      'shorter is enough here',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier      = "orders-cluster"
  engine                  = "aurora-postgresql"
  backup_retention_period = 3
}`,
      { params: { minimumDays: 3 } },
    ),
    fails('one day by default in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql`,
    }),
    passes('two weeks in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      BackupRetentionPeriod: 14`,
    }),
  ],
});
