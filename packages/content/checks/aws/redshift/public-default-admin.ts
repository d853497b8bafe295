/** Public and with the name that everybody tries first. */
import { allOf, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Public clusters do not have the default admin name', ja: '公開クラスターが既定の管理ユーザー名を使用していない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.redshift.cluster',
  why: {
    en: 'A warehouse on the internet whose admin is awsuser needs nothing but a password to be guessed.',
    ja: 'インターネット上で管理者が awsuser のウェアハウスは、パスワードさえ推測できれば侵入できます。',
  },
  fix: {
    edits: { terraform: [{ set: 'publicly_accessible', value: false }], cloudformation: [{ set: 'PubliclyAccessible', value: false }] },
    cautions: ['closes-access'],
    summary: {
      en: 'Set publicly_accessible to false, and choose another master_username.',
      ja: 'publicly_accessible を false にし、master_username を変更してください。',
    },
    terraform: `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier  = "analytics"
  node_type           = "ra3.large"
  publicly_accessible = false
  master_username     = "awsuser"
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
      PubliclyAccessible: false`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html'],
  equivalents: ['CKV_AWS_391'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    const isExposed = allOf(
      () => cluster.isPublic,
      () => ['admin', 'administrator', 'awsuser'].includes(cluster.adminName ?? ''),
    );
    if (!isExposed) return pass();
    return fail({
      en: `Cluster ${cluster.name} is public and its admin is ${cluster.adminName}`,
      ja: `クラスター ${cluster.name} は公開されており、管理ユーザー名が ${cluster.adminName} です`,
    });
  },
  examples: [
    fails(
      'both',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier  = "analytics"
  node_type           = "ra3.large"
  publicly_accessible = true
  master_username     = "awsuser"
}`,
    ),
    passes(
      'private',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier  = "analytics"
  node_type           = "ra3.large"
  publicly_accessible = false
  master_username     = "awsuser"
}`,
    ),
    passes(
      'another name',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier  = "analytics"
  node_type           = "ra3.large"
  publicly_accessible = true
  master_username     = "orders_owner"
}`,
    ),
    fails('both in a template', {
      cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      ManageMasterPassword: true
      MasterUsername: awsuser
      PubliclyAccessible: true`,
    }),
    passes('private in a template', {
      cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      ManageMasterPassword: true
      MasterUsername: awsuser`,
    }),
  ],
});
