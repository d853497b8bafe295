/** A database is gone with one call, its automated backups with it. */
import { defineCheck, fail, fails, isNotApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Instances have deletion protection', ja: 'DB インスタンスの削除保護が有効になっている' },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.rds.instance',
  why: {
    en: 'A mistake in code or a stolen role deletes the database in one call, and with it the automated backups.',
    ja: 'コードの誤りや奪われたロールの 1 回の呼び出しで、データベースと自動バックアップが消えます。',
  },
  fix: {
    edits: {
      terraform: [{ of: ['aws_db_instance'], set: 'deletion_protection', value: true }],
      cloudformation: [{ set: 'DeletionProtection', value: true }],
    },
    summary: { en: 'Set deletion_protection to true.', ja: 'deletion_protection を true にしてください。' },
    terraform: `resource "aws_db_instance" "orders" {
  identifier          = "orders-db"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  deletion_protection = true
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      DeletionProtection: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html'],
  equivalents: [
    'CKV_AWS_293',
    'AVD-AWS-0177',
    'tfsec:aws-rds-enable-deletion-protection',
    'RDS.8',
    'prowler:rds_instance_deletion_protection',
    'cloudsploit:rdsDeletionProtectionEnabled',
  ],
  evaluate(instance) {
    if (instance.deletionProtection) return pass();
    return fail({ en: `Database ${instance.name} has no deletion protection`, ja: `データベース ${instance.name} に削除保護がありません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}`,
    ),
    passes(
      'on',
      `resource "aws_db_instance" "orders" {
  identifier          = "orders-db"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  deletion_protection = true
}`,
    ),
    isNotApplicable(
      'a member of a cluster',
      `resource "aws_rds_cluster_instance" "reader" {
  cluster_identifier = "orders"
  instance_class     = "db.r6g.large"
}`,
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20`,
    }),
    passes('on in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      DeletionProtection: true`,
    }),
    isNotApplicable('a member of a cluster in a template', {
      cloudformation: `Resources:
  Member:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-postgresql
      DBInstanceClass: db.r7g.large
      DBClusterIdentifier: orders`,
    }),
  ],
});
