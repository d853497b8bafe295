/** A cluster is gone with one call. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters have deletion protection', ja: 'DB クラスターの削除保護が有効になっている' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.rds.cluster',
  why: {
    en: 'A mistake in code or a stolen role deletes the cluster in one call, and with it the automated backups.',
    ja: 'コードの誤りや奪われたロールの 1 回の呼び出しで、クラスターと自動バックアップが消えます。',
  },
  fix: {
    edits: { terraform: [{ set: 'deletion_protection', value: true }], cloudformation: [{ set: 'DeletionProtection', value: true }] },
    summary: { en: 'Set deletion_protection to true.', ja: 'deletion_protection を true にしてください。' },
    terraform: `resource "aws_rds_cluster" "orders" {
  cluster_identifier  = "orders-cluster"
  engine              = "aurora-postgresql"
  deletion_protection = true
}`,
    cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      DeletionProtection: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html'],
  equivalents: [
    'CKV_AWS_139',
    'AVD-AWS-0343',
    'tfsec:aws-rds-enable-cluster-deletion-protection',
    'RDS.7',
    'prowler:rds_cluster_deletion_protection',
  ],
  evaluate(cluster) {
    if (cluster.deletionProtection) return pass();
    return fail({ en: `Cluster ${cluster.name} has no deletion protection`, ja: `クラスター ${cluster.name} に削除保護がありません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
}`,
    ),
    passes(
      'on',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier  = "orders-cluster"
  engine              = "aurora-postgresql"
  deletion_protection = true
}`,
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
      DeletionProtection: true`,
    }),
  ],
});
