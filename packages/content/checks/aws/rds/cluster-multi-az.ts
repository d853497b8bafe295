/** With one instance a cluster is down as long as that one is. */
import { anyOf, defineCheck, fail, fails, isNotApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters run in several zones', ja: 'DB クラスターが複数のゾーンで動作している' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.rds.cluster',
  why: {
    en: 'A cluster with one instance has nobody to take over: a failure or maintenance interrupts it for minutes.',
    ja: 'インスタンスが 1 台だけのクラスターには引き継ぎ先がなく、障害や保守で数分間停止します。',
  },
  fix: {
    summary: {
      en: 'Add a second instance to the cluster (aws_rds_cluster_instance).',
      ja: 'クラスターにインスタンスをもう 1 つ追加してください (aws_rds_cluster_instance)。',
    },
    terraform: `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "members" {
  count              = 2
  cluster_identifier = aws_rds_cluster.orders.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}`,
    cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
  Instance1:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-postgresql
      DBInstanceClass: db.r7g.large
      DBClusterIdentifier: !Ref OrdersCluster
  Instance2:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-postgresql
      DBInstanceClass: db.r7g.large
      DBClusterIdentifier: !Ref OrdersCluster`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html'],
  equivalents: ['RDS.15', 'prowler:rds_cluster_multi_az'],
  evaluate(cluster) {
    if (
      anyOf(
        () => cluster.isMultiAzCluster,
        () => cluster.instances > 1,
      )
    )
      return pass();
    return fail({ en: `Cluster ${cluster.name} has one instance only`, ja: `クラスター ${cluster.name} のインスタンスは 1 台だけです` });
  },
  examples: [
    fails(
      'one instance',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "writer" {
  cluster_identifier = aws_rds_cluster.orders.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}`,
    ),
    passes(
      'two instances',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "members" {
  count              = 2
  cluster_identifier = aws_rds_cluster.orders.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}`,
    ),
    passes(
      'a Multi-AZ cluster',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier        = "orders-cluster"
  engine                    = "postgres"
  db_cluster_instance_class = "db.m5d.large"
}`,
    ),
    isNotApplicable(
      'instances are not in this code',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
}`,
    ),
    fails('one instance in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
  Instance1:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-postgresql
      DBInstanceClass: db.r7g.large
      DBClusterIdentifier: !Ref OrdersCluster`,
    }),
    passes('two instances in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
  Instance1:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-postgresql
      DBInstanceClass: db.r7g.large
      DBClusterIdentifier: !Ref OrdersCluster
  Instance2:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-postgresql
      DBInstanceClass: db.r7g.large
      DBClusterIdentifier: !Ref OrdersCluster`,
    }),
    isNotApplicable('instances are elsewhere', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql`,
    }),
  ],
});
