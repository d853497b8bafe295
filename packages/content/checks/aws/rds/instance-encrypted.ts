/** Storage, backups, replicas and snapshots of an unencrypted instance are all readable below the database. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Database storage is encrypted', ja: 'データベースのストレージが暗号化されている' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.rds.instance',
  why: {
    en: 'Encryption of an instance covers its backups, replicas and snapshots, and cannot be added later without a copy.',
    ja: '暗号化はバックアップ・レプリカ・スナップショットにも及び、後から有効にするにはコピーが必要です。',
  },
  fix: {
    edits: {
      terraform: [{ of: ['aws_db_instance'], set: 'storage_encrypted', value: true }],
      cloudformation: [{ set: 'StorageEncrypted', value: true }],
    },
    cautions: ['replaces'],
    summary: {
      en: 'Set storage_encrypted to true; an existing instance must be restored from an encrypted snapshot copy.',
      ja: 'storage_encrypted を true にしてください。既存インスタンスは暗号化したスナップショットのコピーから復元します。',
    },
    terraform: `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  storage_encrypted = true
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      StorageEncrypted: true`,
    cli: 'aws rds copy-db-snapshot --source-db-snapshot-identifier OLD --target-db-snapshot-identifier NEW --kms-key-id alias/aws/rds',
    console: {
      en: 'RDS → Snapshots → Copy snapshot with encryption → Restore snapshot.',
      ja: 'RDS → スナップショット → 暗号化してコピー → スナップショットを復元。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html'],
  equivalents: [
    'CKV_AWS_16',
    'AVD-AWS-0080',
    'tfsec:aws-rds-encrypt-instance-storage-data',
    'RDS.3',
    'prowler:rds_instance_storage_encrypted',
    'cloudsploit:rdsEncryptionEnabled',
  ],
  evaluate(instance) {
    if (instance.isEncrypted) return pass();
    return fail({
      en: `Database ${instance.name} stores its data unencrypted`,
      ja: `データベース ${instance.name} のストレージは暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}
`,
    ),
    fails(
      'off',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  storage_encrypted = false
}
`,
    ),
    passes(
      'on',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  storage_encrypted = true
}
`,
    ),
    isUnknown(
      'a replica takes the encryption of its source',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  replicate_source_db = "orders-primary"
}
`,
    ),
    fails(
      'a replica of an instance of this code',
      `resource "aws_db_instance" "primary" {
  identifier        = "orders-primary"
  storage_encrypted = false
}
resource "aws_db_instance" "replica" {
  identifier          = "orders-replica"
  replicate_source_db = aws_db_instance.primary.identifier
}`,
    ),
    passes(
      'a replica in another region with a key of that region',
      `resource "aws_db_instance" "replica" {
  identifier          = "orders-replica"
  replicate_source_db = "arn:aws:rds:ap-northeast-1:123456789012:db:orders-primary"
  kms_key_id          = "arn:aws:kms:ap-northeast-3:123456789012:key/1111"
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
    fails('off through a parameter', {
      cloudformation: `Parameters:
  Encrypted:
    Type: String
    Default: 'false'
Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      StorageEncrypted: !Ref Encrypted`,
    }),
    passes('on in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      StorageEncrypted: true`,
    }),
    isUnknown('from a snapshot in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      DBSnapshotIdentifier: rds:orders-2026-11-01`,
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
