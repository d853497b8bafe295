/** Requests to the cache carry whole items. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'DAX endpoints use TLS', ja: 'DAX のエンドポイントが TLS を使用している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.dax.cluster',
  why: { en: 'Items travel readable between application and cache.', ja: 'アプリケーションとキャッシュの間を項目が平文で流れます。' },
  fix: {
    edits: {
      terraform: [{ set: 'cluster_endpoint_encryption_type', value: 'TLS' }],
      cloudformation: [{ set: 'ClusterEndpointEncryptionType', value: 'TLS' }],
    },
    cautions: ['replaces', 'refuses-clients'],
    summary: { en: 'Set cluster_endpoint_encryption_type to TLS.', ja: 'cluster_endpoint_encryption_type を TLS にしてください。' },
    terraform: `resource "aws_dax_cluster" "orders" {
  cluster_name                     = "orders"
  node_type                        = "dax.t3.small"
  replication_factor               = 3
  cluster_endpoint_encryption_type = "TLS"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::DAX::Cluster
    Properties:
      ClusterName: orders
      NodeType: dax.t3.small
      ReplicationFactor: 3
      ClusterEndpointEncryptionType: TLS`,
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html'],
  equivalents: ['CKV_AWS_239', 'DynamoDB.7', 'prowler:dynamodb_accelerator_cluster_in_transit_encryption_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.endpointEncryption === 'TLS') return pass();
    return fail({
      en: `DAX cluster ${cluster.name} talks without TLS`,
      ja: `DAX クラスター ${cluster.name} の通信は TLS で保護されていません`,
    });
  },
  examples: [
    fails(
      'not written',
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
    passes(
      'on',
      `resource "aws_dax_cluster" "orders" {
  cluster_name                     = "orders"
  node_type                        = "dax.t3.small"
  replication_factor               = 3
  cluster_endpoint_encryption_type = "TLS"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DAX::Cluster
    Properties:
      ClusterName: orders
      NodeType: dax.t3.small
      ReplicationFactor: 3
      ClusterEndpointEncryptionType: TLS`,
      },
    ),
  ],
});
