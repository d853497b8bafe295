/** A known name is one thing less to guess. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters do not use the default database name', ja: 'クラスターが既定のデータベース名を使用していない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.redshift.cluster',
  why: {
    en: 'Scripts that try passwords against warehouses begin with the database dev.',
    ja: 'ウェアハウスへのパスワード攻撃は、既定のデータベース dev から始まります。',
  },
  fix: {
    summary: { en: 'Set database_name to a name of your own.', ja: 'database_name に独自の名前を指定してください。' },
    terraform: `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
  database_name      = "orders"
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
  equivalents: ['CKV_AWS_320', 'Redshift.9', 'prowler:redshift_cluster_non_default_database_name'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.databaseName !== 'dev') return pass();
    return fail({
      en: `Cluster ${cluster.name} uses the default database dev`,
      ja: `クラスター ${cluster.name} は既定のデータベース dev を使用しています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
}`,
    ),
    passes(
      'a name',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
  database_name      = "orders"
}`,
    ),
    fails('dev in a template', {
      cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      MasterUsername: orders_owner
      ManageMasterPassword: true
      DBName: dev`,
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
