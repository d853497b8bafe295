/** One zone fails as a whole now and then. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters run in several zones', ja: 'クラスターが複数のゾーンで動作する' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.redshift.cluster',
  why: {
    en: 'A warehouse in one zone is gone as long as its zone is, and with it every report that is built on it.',
    ja: '単一ゾーンのウェアハウスは、その障害の間使えず、依存するレポートもすべて止まります。',
  },
  fix: {
    summary: { en: 'Set multi_az to true.', ja: 'multi_az を true にしてください。' },
    terraform: `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
  multi_az           = true
}`,
    cloudformation: `Resources:
  Analytics:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterIdentifier: analytics
      NodeType: ra3.large
      DBName: dev
      MultiAZ: true`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-multi-az.html'],
  equivalents: ['Redshift.18', 'prowler:redshift_cluster_multi_az_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.isMultiAz) return pass();
    return fail({ en: `Cluster ${cluster.name} runs in one zone only`, ja: `クラスター ${cluster.name} は単一のゾーンで動作しています` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
}`,
    ),
    fails('not written, in a template', {
      cloudformation: `Resources:
  Analytics:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterIdentifier: analytics
      NodeType: ra3.large
      DBName: dev`,
    }),
    passes(
      'on',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
  multi_az           = true
}`,
    ),
    passes('on, in a template', {
      cloudformation: `Resources:
  Analytics:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterIdentifier: analytics
      NodeType: ra3.large
      DBName: dev
      MultiAZ: true`,
    }),
  ],
});
