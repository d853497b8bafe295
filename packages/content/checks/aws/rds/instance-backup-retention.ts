/** Backups end where their retention ends; a mistake found a week later needs a copy older than that. */
import { aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Automated backups are kept 7 days or more', ja: '自動バックアップが 7 日以上保持される' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.rds.instance',
  why: {
    en: 'Damage is often noticed days later; by then a backup of yesterday holds the damage too.',
    ja: '被害に気づくのは数日後のことが多く、その時には昨日のバックアップにも被害が含まれています。',
  },
  fix: {
    edits: {
      terraform: [{ of: ['aws_db_instance'], set: 'backup_retention_period', value: 14 }],
      cloudformation: [{ set: 'BackupRetentionPeriod', value: 14 }],
    },
    summary: { en: 'Set backup_retention_period to at least 7.', ja: 'backup_retention_period を 7 以上にしてください。' },
    terraform: `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  backup_retention_period = 14
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      BackupRetentionPeriod: 14`,
    cli: 'aws rds modify-db-instance --db-instance-identifier NAME --backup-retention-period 14',
    console: {
      en: 'RDS → Databases → the instance → Modify → Backup retention period: 14 days → Continue → Apply.',
      ja: 'RDS → データベース → 対象 → 変更 → バックアップ保持期間: 14 日 → 続行 → 適用。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html'],
  equivalents: ['RDS.11', 'prowler:rds_instance_backup_enabled', 'cloudsploit:rdsAutomatedBackups'],
  params: {
    minimumDays: { type: 'number', default: 7, min: 1, description: { en: 'Shortest retention in days', ja: '最短の保持日数' } },
  },
  evaluate(instance, { minimumDays }) {
    if (aside(() => instance.isReplica)) {
      return notApplicable({
        en: `${instance.name} is a read replica; its source is backed up`,
        ja: `${instance.name} はリードレプリカです (バックアップはソースで判定します)`,
      });
    }
    const days = instance.backupRetentionDays;
    if (days >= minimumDays) return pass();
    return fail({
      en: `Database ${instance.name} keeps automated backups for ${days} days, less than ${minimumDays}`,
      ja: `データベース ${instance.name} の自動バックアップ保持期間は ${days} 日で、${minimumDays} 日に足りません`,
    });
  },
  examples: [
    fails(
      'off by default',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}
`,
    ),
    fails(
      'one day',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  backup_retention_period = 1
}
`,
    ),
    passes(
      'two weeks',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  backup_retention_period = 14
}
`,
    ),
    passes(
      'three days where three are enough',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  backup_retention_period = 3
}
`,
      { params: { minimumDays: 3 } },
    ),
    isNotApplicable(
      'a read replica',
      `resource "aws_db_instance" "replica" {
  identifier          = "orders-replica"
  replicate_source_db = "orders-primary"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "days" {}
resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  backup_retention_period = var.days
}
`,
    ),
    fails('one day by default in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20`,
    }),
    fails('off in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      BackupRetentionPeriod: 0`,
    }),
    passes('two weeks in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      BackupRetentionPeriod: 14`,
    }),
    isNotApplicable('a read replica in a template', {
      cloudformation: `Resources:
  Replica:
    Type: AWS::RDS::DBInstance
    Properties:
      SourceDBInstanceIdentifier: orders-primary
      DBInstanceClass: db.t4g.medium`,
    }),
  ],
});
