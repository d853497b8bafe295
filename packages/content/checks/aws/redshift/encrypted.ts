/** Encryption covers the cluster, its backups and its snapshots. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters are encrypted', ja: 'クラスターが暗号化されている' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.redshift.cluster',
  why: {
    en: 'An unencrypted warehouse leaves all data readable in snapshots and storage.',
    ja: '暗号化されていないと、スナップショットやストレージの全データが読める状態になります。',
  },
  fix: {
    edits: { terraform: [{ set: 'encrypted', value: true }], cloudformation: [{ set: 'Encrypted', value: true }] },
    cautions: ['interrupts'],
    summary: { en: 'Set encrypted to true.', ja: 'encrypted を true にしてください。' },
    terraform: `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
  encrypted          = true
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
      Encrypted: true`,
    cli: 'aws redshift modify-cluster --cluster-identifier NAME --encrypted',
    console: {
      en: 'Redshift → Clusters → the cluster → Actions → Modify encryption → Enable.',
      ja: 'Redshift → クラスター → 対象 → アクション → 暗号化を変更 → 有効。',
    },
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html'],
  equivalents: ['CKV_AWS_64', 'Redshift.10', 'prowler:redshift_cluster_encrypted_at_rest', 'cloudsploit:redshiftEncryptionEnabled'],
  evaluate(cluster) {
    if (cluster.isEncrypted) return pass();
    return fail({ en: `Cluster ${cluster.name} is not encrypted`, ja: `クラスター ${cluster.name} は暗号化されていません` });
  },
  examples: [
    fails(
      'off',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
  encrypted = false
}
`,
      {
        cloudformation: `Resources:
  Analytics:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterIdentifier: analytics
      NodeType: ra3.large
      Encrypted: false`,
      },
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
      `variable "encrypted" {}
resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
  encrypted = var.encrypted
}
`,
    ),
    fails('off in a template', {
      cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      MasterUsername: orders_owner
      ManageMasterPassword: true
      Encrypted: false`,
    }),
    passes('on by default in a template', {
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
  Encrypted:
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
      Encrypted: !Ref Encrypted`,
    }),
  ],
});
