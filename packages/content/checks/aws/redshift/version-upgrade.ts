/** Fixes come with versions. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters take version upgrades', ja: 'クラスターのバージョンアップグレードが許可されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.redshift.cluster',
  why: {
    en: 'A cluster that refuses upgrades keeps the holes that newer versions closed.',
    ja: 'アップグレードを拒否するクラスターには、新しいバージョンで修正された脆弱性が残ります。',
  },
  fix: {
    edits: { terraform: [{ set: 'allow_version_upgrade', value: true }], cloudformation: [{ set: 'AllowVersionUpgrade', value: true }] },
    summary: { en: 'Leave allow_version_upgrade true.', ja: 'allow_version_upgrade を true のままにしてください。' },
    terraform: `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier    = "analytics"
  node_type             = "ra3.large"
  allow_version_upgrade = true
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
      AllowVersionUpgrade: true`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html'],
  equivalents: ['CKV_AWS_141', 'Redshift.6', 'prowler:redshift_cluster_automatic_upgrades', 'cloudsploit:redshiftAllowVersionUpgrade'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.allowVersionUpgrade) return pass();
    return fail({
      en: `Cluster ${cluster.name} refuses version upgrades`,
      ja: `クラスター ${cluster.name} はバージョンアップグレードを拒否しています`,
    });
  },
  examples: [
    fails(
      'off',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier    = "analytics"
  node_type             = "ra3.large"
  allow_version_upgrade = false
}`,
    ),
    passes(
      'on',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier    = "analytics"
  node_type             = "ra3.large"
  allow_version_upgrade = true
}`,
    ),
    passes(
      'the default',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
}`,
    ),
    fails('off in a template', {
      cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      MasterUsername: orders_owner
      ManageMasterPassword: true
      AllowVersionUpgrade: false`,
    }),
    passes('the default in a template', {
      cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      MasterUsername: orders_owner
      ManageMasterPassword: true`,
    }),
  ],
});
