/** COPY and UNLOAD go over the internet unless they are kept inside. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cluster traffic stays in the VPC', ja: 'クラスターの通信が VPC 内に留まる' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.redshift.cluster',
  why: {
    en: 'Without enhanced routing loads and unloads take public paths that no endpoint policy, firewall or flow log sees.',
    ja: '有効でないと、COPY や UNLOAD の通信がエンドポイントポリシーやフローログの届かない経路を通ります。',
  },
  fix: {
    edits: { terraform: [{ set: 'enhanced_vpc_routing', value: true }], cloudformation: [{ set: 'EnhancedVpcRouting', value: true }] },
    cautions: ['closes-outbound'],
    summary: { en: 'Set enhanced_vpc_routing to true.', ja: 'enhanced_vpc_routing を true にしてください。' },
    terraform: `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier   = "analytics"
  node_type            = "ra3.large"
  enhanced_vpc_routing = true
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
      EnhancedVpcRouting: true`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html'],
  equivalents: ['CKV_AWS_321', 'Redshift.7', 'prowler:redshift_cluster_enhanced_vpc_routing'],
  evaluate(cluster) {
    if (cluster.enhancedVpcRouting) return pass();
    return fail({
      en: `Cluster ${cluster.name} loads and unloads outside of its VPC`,
      ja: `クラスター ${cluster.name} の COPY と UNLOAD は VPC の外を通ります`,
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
      'on',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier   = "analytics"
  node_type            = "ra3.large"
  enhanced_vpc_routing = true
}`,
    ),
    fails('not written in a template', {
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
    passes('on in a template', {
      cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      MasterUsername: orders_owner
      ManageMasterPassword: true
      EnhancedVpcRouting: true`,
    }),
  ],
});
