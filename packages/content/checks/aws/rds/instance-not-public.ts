/** A database with a public address is one password away from everybody. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Database instances are not public', ja: 'データベースインスタンスが公開されていない' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.rds.instance',
  why: {
    en: 'A publicly accessible database answers the whole internet as soon as a security group lets it.',
    ja: '公開設定のデータベースは、セキュリティグループが許せばインターネット全体に応答します。',
  },
  fix: {
    edits: { terraform: [{ set: 'publicly_accessible', value: false }], cloudformation: [{ set: 'PubliclyAccessible', value: false }] },
    cautions: ['closes-access'],
    summary: {
      en: 'Set publicly_accessible to false and reach the database inside the VPC.',
      ja: 'publicly_accessible を false にし、VPC 内から接続してください。',
    },
    terraform: `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  publicly_accessible = false
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      PubliclyAccessible: false`,
    cli: 'aws rds modify-db-instance --db-instance-identifier NAME --no-publicly-accessible --apply-immediately',
    console: {
      en: 'RDS → Databases → the instance → Modify → Connectivity: Not publicly accessible → Continue → Apply.',
      ja: 'RDS → データベース → 対象 → 変更 → 接続: パブリックアクセス不可 → 続行 → 適用。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html'],
  equivalents: [
    'CKV_AWS_17',
    'AVD-AWS-0180',
    'tfsec:aws-rds-enable-public-access',
    'tfsec:aws-rds-no-public-db-access',
    'RDS.2',
    'prowler:rds_instance_no_public_access',
    'cloudsploit:rdsPubliclyAccessible',
  ],
  evaluate(instance) {
    if (!instance.isPublic) return pass();
    return fail({
      en: `Database ${instance.name} is publicly accessible`,
      ja: `データベース ${instance.name} はパブリックアクセス可能です`,
    });
  },
  examples: [
    fails(
      'public through tfvars-like default',
      `variable "public" {
  default = true
}
resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  publicly_accessible = var.public
}
`,
    ),
    fails(
      'a member of a cluster',
      `resource "aws_rds_cluster_instance" "reader" {
  cluster_identifier  = "orders"
  identifier          = "orders-reader"
  instance_class      = "db.r6g.large"
  publicly_accessible = true
}`,
    ),
    passes(
      'not written',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}
`,
    ),
    isUnknown(
      'handed in',
      `variable "public" {}
resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  publicly_accessible = var.public
}
`,
    ),
    fails('public through a parameter', {
      cloudformation: `Parameters:
  Public:
    Type: String
    Default: 'true'
Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      PubliclyAccessible: !Ref Public`,
    }),
    fails('a member of a cluster in a template', {
      cloudformation: `Resources:
  Member:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-postgresql
      DBInstanceClass: db.r7g.large
      DBClusterIdentifier: orders
      PubliclyAccessible: true`,
    }),
    passes('switched off in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      PubliclyAccessible: false`,
    }),
    isUnknown('not written: the VPC decides', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20`,
    }),
    fails(
      'everything written out',
      `resource "aws_db_instance" "orders" {
  identifier              = "orders-db"
  engine                  = "postgres"
  instance_class          = "db.t4g.medium"
  publicly_accessible     = true
  storage_encrypted       = true
  backup_retention_period = 7
  multi_az                = true
}`,
      {
        cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: orders-db
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      PubliclyAccessible: true
      StorageEncrypted: true
      BackupRetentionPeriod: 7
      MultiAZ: true`,
      },
    ),
  ],
});
