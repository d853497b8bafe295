/** A known name halves what has to be guessed. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters do not use the default admin name', ja: 'クラスターが既定の管理ユーザー名を使用していない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.redshift.cluster',
  why: {
    en: 'Password guessing begins with awsuser, the name that AWS suggests.',
    ja: 'パスワード推測は、AWS の既定値 awsuser から始まります。',
  },
  fix: {
    summary: { en: 'Set master_username to a name of your own.', ja: 'master_username に独自の名前を指定してください。' },
    terraform: `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
  master_username    = "orders_owner"
}`,
    cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      MasterUsername: orders_owner
      ManageMasterPassword: true`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html'],
  equivalents: ['Redshift.8', 'prowler:redshift_cluster_non_default_username', 'cloudsploit:redshiftClusterDefaultMasterUsername'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.adminName !== 'awsuser') return pass();
    return fail({
      en: `Cluster ${cluster.name} has the default admin name awsuser`,
      ja: `クラスター ${cluster.name} の管理ユーザー名が既定の awsuser です`,
    });
  },
  examples: [
    fails(
      'awsuser',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
  master_username    = "awsuser"
}`,
    ),
    passes(
      'a name',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
  master_username    = "orders_owner"
}`,
    ),
    fails('awsuser in a template', {
      cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      ManageMasterPassword: true
      MasterUsername: awsuser`,
    }),
    passes('a name in a template', {
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
