/** Without a subnet group nobody chose the network the warehouse stands in. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters stand in a chosen VPC', ja: 'クラスターが指定した VPC に配置されている' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.redshift.cluster',
  why: {
    en: 'Without a subnet group the cluster lands in the default VPC, whose subnets are public.',
    ja: 'サブネットグループがないと、サブネットが公開されているデフォルト VPC に配置されます。',
  },
  fix: {
    summary: { en: 'Set cluster_subnet_group_name.', ja: 'cluster_subnet_group_name を指定してください。' },
    terraform: `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier        = "analytics"
  node_type                 = "ra3.large"
  cluster_subnet_group_name = "private"
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
      ClusterSubnetGroupName: orders`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-cluster-subnet-groups.html'],
  equivalents: ['CKV_AWS_154', 'AVD-AWS-0127', 'tfsec:aws-redshift-use-vpc'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.hasSubnetGroup) return pass();
    return fail({
      en: `Cluster ${cluster.name} names no subnet group`,
      ja: `クラスター ${cluster.name} はサブネットグループを指定していません`,
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
      'a group',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier        = "analytics"
  node_type                 = "ra3.large"
  cluster_subnet_group_name = "private"
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
    passes('a group in a template', {
      cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      MasterUsername: orders_owner
      ManageMasterPassword: true
      ClusterSubnetGroupName: orders`,
    }),
  ],
});
