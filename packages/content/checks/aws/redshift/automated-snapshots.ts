/** A retention of 0 switches automatic snapshots off. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters take automatic snapshots', ja: 'クラスターが自動スナップショットを取得している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.redshift.cluster',
  why: {
    en: 'With too short a retention a mistake in the warehouse is found when no good snapshot is left.',
    ja: '保持期間が短いと、データの誤りに気づいたときに正しいスナップショットが残っていません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'automated_snapshot_retention_period', value: 7 }],
      cloudformation: [{ set: 'AutomatedSnapshotRetentionPeriod', value: 7 }],
    },
    summary: {
      en: 'Set automated_snapshot_retention_period to 7 or more.',
      ja: 'automated_snapshot_retention_period を 7 以上にしてください。',
    },
    terraform: `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier                  = "analytics"
  node_type                           = "ra3.large"
  automated_snapshot_retention_period = 7
}`,
    cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      MasterUsername: orders_owner
      ManageMasterPassword: true
      AutomatedSnapshotRetentionPeriod: 7`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/managing-snapshots-console.html'],
  equivalents: ['CKV_AWS_343', 'Redshift.3', 'prowler:redshift_cluster_automated_snapshot', 'cloudsploit:snapshotRetentionPeriod'],
  evaluate(cluster) {
    if (cluster.snapshotRetentionDays > 0) return pass();
    return fail({
      en: `Cluster ${cluster.name} takes no automatic snapshots`,
      ja: `クラスター ${cluster.name} は自動スナップショットを取得していません`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier                  = "analytics"
  node_type                           = "ra3.large"
  automated_snapshot_retention_period = 0
}`,
    ),
    passes(
      'one week',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier                  = "analytics"
  node_type                           = "ra3.large"
  automated_snapshot_retention_period = 7
}`,
    ),
    passes(
      'one day by default',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
}`,
    ),
    fails('switched off in a template', {
      cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      MasterUsername: orders_owner
      ManageMasterPassword: true
      AutomatedSnapshotRetentionPeriod: 0`,
    }),
    passes('one week in a template', {
      cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      MasterUsername: orders_owner
      ManageMasterPassword: true
      AutomatedSnapshotRetentionPeriod: 7`,
    }),
  ],
});
