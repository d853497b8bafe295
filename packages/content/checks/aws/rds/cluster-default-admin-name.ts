/** A known name halves what has to be guessed. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

const DEFAULT_NAMES = ['admin', 'administrator', 'postgres', 'root', 'sa', 'master'];

export const check = defineCheck({
  title: { en: 'Admin user name of clusters is not the default', ja: 'DB クラスターの管理ユーザー名が既定値ではない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.rds.cluster',
  why: {
    en: 'Password guessing begins with admin and postgres; a name of your own stops scripts that try nothing else.',
    ja: 'パスワード推測は admin や postgres から始まります。独自の名前なら、それしか試さない攻撃を防げます。',
  },
  fix: {
    summary: {
      en: 'Choose a master_username other than admin and postgres.',
      ja: 'master_username を admin や postgres 以外にしてください。',
    },
    terraform: `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
  master_username    = "orders_owner"
}`,
    cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      MasterUsername: orders_owner`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.MasterAccounts.html'],
  equivalents: ['RDS.24', 'prowler:rds_cluster_default_admin'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.adminName === undefined || !DEFAULT_NAMES.includes(cluster.adminName.toLowerCase())) return pass();
    return fail({
      en: `Cluster ${cluster.name} has the default admin name ${cluster.adminName}`,
      ja: `クラスター ${cluster.name} の管理ユーザー名が既定の ${cluster.adminName} です`,
    });
  },
  examples: [
    fails(
      'postgres',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
  master_username    = "postgres"
}`,
    ),
    passes(
      'a name of its own',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
  master_username    = "orders_owner"
}`,
    ),
    fails('postgres in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      MasterUsername: postgres`,
    }),
    passes('a name of its own in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      MasterUsername: orders_owner`,
    }),
  ],
});
