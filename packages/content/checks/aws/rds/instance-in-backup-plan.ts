/** Automated backups are deleted with the database; those of a plan are not. */
import { defineCheck, fail, fails, isNotApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Databases are in a backup plan', ja: 'データベースがバックアッププランに含まれている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.rds.instance',
  why: {
    en: 'Automated backups live and die with the database and its account; a plan keeps copies under rules of its own.',
    ja: '自動バックアップはデータベースやアカウントとともに失われます。プランのコピーは独立した規則で保持されます。',
  },
  fix: {
    summary: {
      en: 'Assign the database to a backup plan by ARN or tag (aws_backup_selection).',
      ja: 'ARN またはタグによりデータベースをバックアッププランに割り当ててください (aws_backup_selection)。',
    },
    terraform: `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}

resource "aws_backup_selection" "databases" {
  name         = "databases"
  plan_id      = "daily"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = [aws_db_instance.orders.arn]
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
  Nightly:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: 11111111-2222-3333-4444-555555555555
      BackupSelection:
        SelectionName: databases
        IamRoleArn: arn:aws:iam::123456789012:role/backup
        Resources:
          - !GetAtt OrdersDb.DBInstanceArn`,
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html'],
  equivalents: ['RDS.26', 'prowler:rds_instance_protected_by_backup_plan'],
  evaluate(instance) {
    if (instance.isBackedUp) return pass();
    return fail({
      en: `No backup plan of this code chooses database ${instance.name}`,
      ja: `データベース ${instance.name} を対象とするバックアッププランがこのコードにありません`,
    });
  },
  examples: [
    fails(
      'no plan',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}`,
    ),
    passes(
      'chosen by ARN',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}

resource "aws_backup_selection" "databases" {
  name         = "databases"
  plan_id      = "daily"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = [aws_db_instance.orders.arn]
}`,
    ),
    passes(
      'every database',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}

resource "aws_backup_selection" "databases" {
  name         = "databases"
  plan_id      = "daily"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = ["arn:aws:rds:*:*:db:*"]
}`,
    ),
    isNotApplicable(
      'a member of a cluster',
      `resource "aws_rds_cluster_instance" "reader" {
  cluster_identifier = "orders"
  instance_class     = "db.r6g.large"
}`,
    ),
    fails('no plan in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20`,
    }),
    passes('chosen by ARN in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
  Nightly:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: 11111111-2222-3333-4444-555555555555
      BackupSelection:
        SelectionName: databases
        IamRoleArn: arn:aws:iam::123456789012:role/backup
        Resources:
          - !GetAtt OrdersDb.DBInstanceArn`,
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
