/** With one instance a graph is down as long as that one is. */
import { defineCheck, fail, fails, isNotApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Neptune clusters have a second instance', ja: 'Neptune クラスターに 2 台目のインスタンスがある' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.neptune.cluster-members',
  why: {
    en: 'A cluster with one instance has nobody to take over: a failure or maintenance interrupts it for minutes.',
    ja: 'インスタンスが 1 台だけのクラスターには引き継ぎ先がなく、障害や保守で数分間停止します。',
  },
  fix: {
    summary: {
      en: 'Add a second instance to the cluster (aws_neptune_cluster_instance).',
      ja: 'クラスターにインスタンスをもう 1 つ追加してください (aws_neptune_cluster_instance)。',
    },
    terraform: `resource "aws_neptune_cluster" "relations" {
  cluster_identifier = "relations"
}

resource "aws_neptune_cluster_instance" "members" {
  count              = 2
  cluster_identifier = aws_neptune_cluster.relations.id
  instance_class     = "db.r6g.large"
}`,
    cloudformation: `Resources:
  Relations:
    Type: AWS::Neptune::DBCluster
    Properties:
      DBClusterIdentifier: relations
  Writer:
    Type: AWS::Neptune::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Relations
      DBInstanceClass: db.r6g.large
  Reader:
    Type: AWS::Neptune::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Relations
      DBInstanceClass: db.r6g.large`,
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/feature-overview-db-clusters.html'],
  equivalents: ['Neptune.9', 'prowler:neptune_cluster_multi_az'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.instances > 1) return pass();
    return fail({ en: `Cluster ${cluster.name} has one instance only`, ja: `クラスター ${cluster.name} のインスタンスは 1 台だけです` });
  },
  examples: [
    fails(
      'one',
      `resource "aws_neptune_cluster" "relations" {
  cluster_identifier = "relations"
}

resource "aws_neptune_cluster_instance" "members" {
  count              = 1
  cluster_identifier = aws_neptune_cluster.relations.id
  instance_class     = "db.r6g.large"
}`,
      {
        cloudformation: `Resources:
  Relations:
    Type: AWS::Neptune::DBCluster
    Properties:
      DBClusterIdentifier: relations
  Writer:
    Type: AWS::Neptune::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Relations
      DBInstanceClass: db.r6g.large`,
      },
    ),
    passes(
      'two',
      `resource "aws_neptune_cluster" "relations" {
  cluster_identifier = "relations"
}

resource "aws_neptune_cluster_instance" "members" {
  count              = 2
  cluster_identifier = aws_neptune_cluster.relations.id
  instance_class     = "db.r6g.large"
}`,
      {
        cloudformation: `Resources:
  Relations:
    Type: AWS::Neptune::DBCluster
    Properties:
      DBClusterIdentifier: relations
  Writer:
    Type: AWS::Neptune::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Relations
      DBInstanceClass: db.r6g.large
  Reader:
    Type: AWS::Neptune::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Relations
      DBInstanceClass: db.r6g.large`,
      },
    ),
    isNotApplicable(
      'none in this code',
      `resource "aws_neptune_cluster" "relations" {
  cluster_identifier = "relations"
}`,
      {
        cloudformation: `Resources:
  Relations:
    Type: AWS::Neptune::DBCluster
    Properties:
      DBClusterIdentifier: relations`,
      },
    ),
  ],
});
