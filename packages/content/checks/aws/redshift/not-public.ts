/** A warehouse holds the data of all systems in one place. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters are not public', ja: 'クラスターが公開されていない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.redshift.cluster',
  why: {
    en: 'A warehouse gathers everything; with a public address one leaked password opens all of it.',
    ja: 'データウェアハウスには全データが集まります。公開アドレスがあれば、漏れたパスワード 1 つですべてが読まれます。',
  },
  fix: {
    edits: { terraform: [{ set: 'publicly_accessible', value: false }], cloudformation: [{ set: 'PubliclyAccessible', value: false }] },
    cautions: ['closes-access'],
    summary: { en: 'Set publicly_accessible to false.', ja: 'publicly_accessible を false にしてください。' },
    terraform: `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
  publicly_accessible = false
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
    cli: 'aws redshift modify-cluster --cluster-identifier NAME --no-publicly-accessible',
    console: {
      en: 'Redshift → Clusters → the cluster → Actions → Modify publicly accessible setting → Off.',
      ja: 'Redshift → クラスター → 対象 → アクション → パブリックアクセス設定を変更 → 無効。',
    },
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html'],
  equivalents: [
    'CKV_AWS_87',
    'terrascan:AC_AWS_0199',
    'Redshift.1',
    'prowler:redshift_cluster_public_access',
    'cloudsploit:redshiftPubliclyAccessible',
  ],
  evaluate(cluster) {
    if (!cluster.isPublic) return pass();
    return fail({ en: `Cluster ${cluster.name} is publicly accessible`, ja: `クラスター ${cluster.name} はパブリックアクセス可能です` });
  },
  examples: [
    fails(
      'on',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
  publicly_accessible = true
}
`,
    ),
    fails(
      'the default before provider 6',
      `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}
resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
}
`,
    ),
    passes(
      'the default since provider 6',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
}
`,
    ),
    isUnknown(
      'handed in',
      `variable "public" {}
resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
  publicly_accessible = var.public
}
`,
    ),
    fails('on in a template', {
      cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      MasterUsername: orders_owner
      ManageMasterPassword: true
      PubliclyAccessible: true`,
    }),
    passes('off by default in a template', {
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
    isUnknown('handed in by a parameter', {
      cloudformation: `Parameters:
  Public:
    Type: String
Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      MasterUsername: orders_owner
      ManageMasterPassword: true
      PubliclyAccessible: !Ref Public`,
    }),
  ],
});
