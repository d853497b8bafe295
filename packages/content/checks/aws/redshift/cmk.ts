/** With a key of its own the account decides who decrypts, and can stop it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters use a customer managed key', ja: 'クラスターがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.redshift.cluster',
  why: {
    en: 'The key of AWS has a policy that nobody may change, and snapshots under it cannot be shared safely.',
    ja: 'AWS 管理キーのポリシーは変更できず、そのスナップショットは安全に共有できません。',
  },
  fix: {
    summary: { en: 'Set kms_key_id.', ja: 'kms_key_id を指定してください。' },
    terraform: `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
  encrypted          = true
  kms_key_id         = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
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
      Encrypted: true
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html'],
  equivalents: ['CKV_AWS_142', 'AVD-AWS-0084', 'tfsec:aws-redshift-encryption-customer-key'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.hasCustomerKey) return pass();
    return fail({
      en: `Cluster ${cluster.name} is not encrypted with a customer managed key`,
      ja: `クラスター ${cluster.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'the key of AWS',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
  encrypted          = true
}`,
    ),
    passes(
      'a key',
      `resource "aws_redshift_cluster" "analytics" {
  cluster_identifier = "analytics"
  node_type          = "ra3.large"
  encrypted          = true
  kms_key_id         = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    ),
    fails('the key of AWS in a template', {
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
    }),
    passes('a key in a template', {
      cloudformation: `Resources:
  OrdersWarehouse:
    Type: AWS::Redshift::Cluster
    Properties:
      ClusterType: single-node
      NodeType: ra3.large
      DBName: orders
      MasterUsername: orders_owner
      ManageMasterPassword: true
      Encrypted: true
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
    }),
  ],
});
