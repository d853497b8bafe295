/** Hadoop believes whatever user name it is told. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'EMR clusters use Kerberos', ja: 'EMR クラスターが Kerberos 認証を使う' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.emr.cluster',
  why: {
    en: 'Without Kerberos, Hadoop services believe whatever user name a client claims.',
    ja: 'Kerberos がないと、Hadoop はクライアントが名乗る利用者名をそのまま信じます。',
  },
  fix: {
    summary: {
      en: 'Add kerberos_attributes and a security configuration with Kerberos.',
      ja: 'kerberos_attributes と Kerberos を有効にしたセキュリティ設定を追加してください。',
    },
    terraform: `variable "kdc_password" {}
resource "aws_emr_cluster" "orders" {
  name          = "orders"
  release_label = "emr-7.9.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"
  kerberos_attributes {
    realm              = "EXAMPLE.COM"
    kdc_admin_password = var.kdc_password
  }
}`,
    cloudformation: `Parameters:
  KdcPassword:
    Type: String
    NoEcho: true
Resources:
  Orders:
    Type: AWS::EMR::Cluster
    Properties:
      Name: orders
      ReleaseLabel: emr-7.9.0
      ServiceRole: arn:aws:iam::123456789012:role/emr
      KerberosAttributes:
        Realm: EXAMPLE.COM
        KdcAdminPassword: !Ref KdcPassword`,
  },
  references: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-kerberos.html'],
  equivalents: ['CKV_AWS_114'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.usesKerberos) return pass();
    return fail({
      en: `Cluster ${cluster.name} does not use Kerberos`,
      ja: `クラスター ${cluster.name} は Kerberos を使っていません`,
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
      'with Kerberos',
      `variable "kdc_password" {}
resource "aws_emr_cluster" "orders" {
  name          = "orders"
  release_label = "emr-7.9.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"
  kerberos_attributes {
    realm              = "EXAMPLE.COM"
    kdc_admin_password = var.kdc_password
  }
}`,
      {
        cloudformation: `Parameters:
  KdcPassword:
    Type: String
    NoEcho: true
Resources:
  Orders:
    Type: AWS::EMR::Cluster
    Properties:
      Name: orders
      ReleaseLabel: emr-7.9.0
      ServiceRole: arn:aws:iam::123456789012:role/emr
      KerberosAttributes:
        Realm: EXAMPLE.COM
        KdcAdminPassword: !Ref KdcPassword`,
      },
    ),
  ],
});
