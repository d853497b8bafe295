/** rds-ca-2019 ended in August 2024; clients that verify refuse it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Server certificate authority is current', ja: 'サーバー証明書の認証局が現行のものである' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.rds.instance',
  why: {
    en: 'Clients that check certificates cannot connect to an expired authority, and those that can no longer check anything.',
    ja: '証明書を検証するクライアントは期限切れの認証局に接続できず、接続できるものは検証していません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'ca_cert_identifier', value: 'rds-ca-rsa2048-g1' }],
      cloudformation: [{ set: 'CACertificateIdentifier', value: 'rds-ca-rsa2048-g1' }],
    },
    cautions: ['interrupts'],
    summary: {
      en: 'Set ca_cert_identifier to rds-ca-rsa2048-g1 or newer.',
      ja: 'ca_cert_identifier を rds-ca-rsa2048-g1 以降にしてください。',
    },
    terraform: `resource "aws_db_instance" "orders" {
  identifier         = "orders-db"
  engine             = "postgres"
  instance_class     = "db.t4g.medium"
  ca_cert_identifier = "rds-ca-rsa2048-g1"
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      CACertificateIdentifier: rds-ca-rsa2048-g1`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html'],
  equivalents: ['CKV_AWS_211', 'prowler:rds_instance_certificate_expiration'],
  evaluate(instance) {
    const authority = instance.certificateAuthority;
    // The authorities of 2015 and 2019 have ended.
    if (authority === undefined || !/^rds-ca-20(15|19)/.test(authority)) return pass();
    return fail({
      en: `Database ${instance.name} uses the expired certificate authority ${authority}`,
      ja: `データベース ${instance.name} は期限切れの認証局 ${authority} を使用しています`,
    });
  },
  examples: [
    fails(
      'the authority of 2019',
      `resource "aws_db_instance" "orders" {
  identifier         = "orders-db"
  engine             = "postgres"
  instance_class     = "db.t4g.medium"
  ca_cert_identifier = "rds-ca-2019"
}`,
    ),
    passes(
      'a current one',
      `resource "aws_db_instance" "orders" {
  identifier         = "orders-db"
  engine             = "postgres"
  instance_class     = "db.t4g.medium"
  ca_cert_identifier = "rds-ca-rsa2048-g1"
}`,
    ),
    passes(
      'the default',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}`,
    ),
    fails('the authority of 2019 in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      CACertificateIdentifier: rds-ca-2019`,
    }),
    passes('a current one in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      CACertificateIdentifier: rds-ca-rsa2048-g1`,
    }),
  ],
});
