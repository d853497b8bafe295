/** EMR encrypts nothing of its own accord. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'EMR clusters use a security configuration', ja: 'EMR クラスターがセキュリティ設定を使う' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.emr.cluster',
  why: {
    en: 'Encryption at rest and in transit and authentication are set in the security configuration; without one there is none.',
    ja: '保存時・通信の暗号化や認証はセキュリティ設定で決まります。ないとどれも有効になりません。',
  },
  fix: {
    summary: {
      en: 'Create a security configuration with encryption and name it.',
      ja: '暗号化を有効にしたセキュリティ設定を作成して指定してください。',
    },
    terraform: `resource "aws_emr_cluster" "orders" {
  name                   = "orders"
  release_label          = "emr-7.9.0"
  service_role           = "arn:aws:iam::123456789012:role/emr"
  security_configuration = "orders"
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EMR::Cluster
    Properties:
      Name: orders
      ReleaseLabel: emr-7.9.0
      ServiceRole: arn:aws:iam::123456789012:role/emr
      SecurityConfiguration: orders`,
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-configurations.html'],
  equivalents: ['CKV2_AWS_55', 'cloudsploit:emrEncryptionAtRest'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.hasSecurityConfiguration) return pass();
    return fail({
      en: `Cluster ${cluster.name} has no security configuration`,
      ja: `クラスター ${cluster.name} にセキュリティ設定がありません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_emr_cluster" "orders" {
  name          = "orders"
  release_label = "emr-7.9.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EMR::Cluster
    Properties:
      Name: orders
      ReleaseLabel: emr-7.9.0
      ServiceRole: arn:aws:iam::123456789012:role/emr`,
      },
    ),
    passes(
      'with one',
      `resource "aws_emr_cluster" "orders" {
  name                   = "orders"
  release_label          = "emr-7.9.0"
  service_role           = "arn:aws:iam::123456789012:role/emr"
  security_configuration = "orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EMR::Cluster
    Properties:
      Name: orders
      ReleaseLabel: emr-7.9.0
      ServiceRole: arn:aws:iam::123456789012:role/emr
      SecurityConfiguration: orders`,
      },
    ),
  ],
});
