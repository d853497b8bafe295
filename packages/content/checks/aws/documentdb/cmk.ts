/** With a key of its own the account decides who decrypts, and can stop it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'DocumentDB clusters use a customer managed key', ja: 'DocumentDB クラスターがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.documentdb.cluster',
  why: {
    en: 'The key of AWS has a policy that nobody may change: access to the data cannot be limited or withdrawn by the key.',
    ja: 'AWS 管理キーのポリシーは変更できず、キーによるアクセスの制限や取り消しができません。',
  },
  fix: {
    summary: { en: 'Set kms_key_id.', ja: 'kms_key_id を指定してください。' },
    terraform: `resource "aws_docdb_cluster" "orders" {
  cluster_identifier = "orders"
  storage_encrypted  = true
  kms_key_id         = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::DocDB::DBCluster
    Properties:
      DBClusterIdentifier: orders
      StorageEncrypted: true
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
  },
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html'],
  equivalents: ['CKV_AWS_182', 'AVD-AWS-0022', 'tfsec:aws-documentdb-encryption-customer-key'],
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
      'no key of its own',
      `resource "aws_docdb_cluster" "orders" {
  cluster_identifier = "orders"
  storage_encrypted  = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DocDB::DBCluster
    Properties:
      DBClusterIdentifier: orders
      StorageEncrypted: true`,
      },
    ),
    passes(
      'a key',
      `resource "aws_docdb_cluster" "orders" {
  cluster_identifier = "orders"
  storage_encrypted  = true
  kms_key_id         = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DocDB::DBCluster
    Properties:
      DBClusterIdentifier: orders
      StorageEncrypted: true
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
      },
    ),
  ],
});
