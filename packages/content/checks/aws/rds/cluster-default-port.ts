/** Scripts that look for databases knock at the port everybody knows. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

/** What each engine listens on when nothing is said. */
const DEFAULT_PORTS = [1433, 1521, 3306, 5432, 50000];

export const check = defineCheck({
  title: { en: 'Clusters do not listen on the default port', ja: 'DB クラスターが既定のポートを使用していない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.rds.cluster',
  why: {
    en: 'A port of your own keeps simple scans away and makes careless rules for 3306 or 5432 harmless; it replaces no firewall.',
    ja: '独自のポートなら単純なスキャンを避けられ、3306 や 5432 への不注意なルールも無害になります (ファイアウォールの代わりにはなりません)。',
  },
  fix: {
    summary: { en: 'Set port to a value other than the default of the engine.', ja: 'port をエンジンの既定値以外にしてください。' },
    terraform: `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
  port               = 15432
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      DBClusterIdentifier: orders-cluster
      Engine: aurora-postgresql
      Port: 15432`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ModifyInstance.Settings.html'],
  equivalents: ['RDS.23', 'prowler:rds_cluster_non_default_port'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    const port = cluster.port;
    if (port !== undefined && !DEFAULT_PORTS.includes(port)) return pass();
    return fail({
      en: `Cluster ${cluster.name} listens on the default port${port === undefined ? '' : ` ${port}`}`,
      ja: `クラスター ${cluster.name} は既定のポート${port === undefined ? '' : ` ${port}`} を使用しています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
}`,
    ),
    fails('not written, in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      DBClusterIdentifier: orders-cluster
      Engine: aurora-postgresql`,
    }),
    fails(
      'written as the default',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
  port               = 5432
}`,
    ),
    fails('written as the default, in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      DBClusterIdentifier: orders-cluster
      Engine: aurora-postgresql
      Port: 5432`,
    }),
    passes(
      'a port of its own',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
  port               = 15432
}`,
    ),
    passes('a port of its own, in a template', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      DBClusterIdentifier: orders-cluster
      Engine: aurora-postgresql
      Port: 15432`,
    }),
  ],
});
