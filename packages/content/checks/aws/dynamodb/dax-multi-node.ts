/** A cache of one node is down as long as that one is. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'DAX clusters have three nodes', ja: 'DAX クラスターのノードが 3 台以上ある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dax.cluster',
  why: {
    en: 'With fewer than three nodes the loss of one or of a zone takes the cache away, and all requests fall on the table.',
    ja: '3 台未満だと、ノードやゾーンの喪失でキャッシュが失われ、全リクエストがテーブルに集中します。',
  },
  fix: {
    summary: { en: 'Set replication_factor to 3 or more.', ja: 'replication_factor を 3 以上にしてください。' },
    terraform: `resource "aws_dax_cluster" "orders" {
  cluster_name       = "orders"
  node_type          = "dax.t3.small"
  replication_factor = 3
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::DAX::Cluster
    Properties:
      ClusterName: orders
      NodeType: dax.t3.small
      ReplicationFactor: 3`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.concepts.cluster.html'],
  equivalents: ['prowler:dynamodb_accelerator_cluster_multi_az'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.nodes >= 3) return pass();
    return fail({
      en: `DAX cluster ${cluster.name} has ${cluster.nodes} nodes`,
      ja: `DAX クラスター ${cluster.name} のノードは ${cluster.nodes} 台です`,
    });
  },
  examples: [
    fails(
      'one',
      `resource "aws_dax_cluster" "orders" {
  cluster_name       = "orders"
  node_type          = "dax.t3.small"
  replication_factor = 1
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DAX::Cluster
    Properties:
      ClusterName: orders
      NodeType: dax.t3.small
      ReplicationFactor: 1`,
      },
    ),
    passes(
      'three',
      `resource "aws_dax_cluster" "orders" {
  cluster_name       = "orders"
  node_type          = "dax.t3.small"
  replication_factor = 3
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DAX::Cluster
    Properties:
      ClusterName: orders
      NodeType: dax.t3.small
      ReplicationFactor: 3`,
      },
    ),
  ],
});
