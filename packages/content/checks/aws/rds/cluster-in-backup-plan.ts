/** Automated backups are deleted with the cluster; those of a plan are not. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters are in a backup plan', ja: 'DB クラスターがバックアッププランに含まれている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.rds.cluster',
  why: {
    en: 'Automated backups live and die with the cluster and its account; a plan keeps copies under rules of its own.',
    ja: '自動バックアップはクラスターやアカウントとともに失われます。プランのコピーは独立した規則で保持されます。',
  },
  fix: {
    summary: {
      en: 'Assign the cluster to a backup plan by ARN or tag (aws_backup_selection).',
      ja: 'ARN またはタグによりクラスターをバックアッププランに割り当ててください (aws_backup_selection)。',
    },
    terraform: `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
}

resource "aws_backup_selection" "databases" {
  name         = "databases"
  plan_id      = "daily"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = [aws_rds_cluster.orders.arn]
}`,
    cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
  Nightly:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: 11111111-2222-3333-4444-555555555555
      BackupSelection:
        SelectionName: databases
        IamRoleArn: arn:aws:iam::123456789012:role/backup
        Resources:
          - !GetAtt OrdersCluster.DBClusterArn`,
  },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html'],
  equivalents: ['CKV2_AWS_8', 'prowler:rds_cluster_protected_by_backup_plan'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.isBackedUp) return pass();
    return fail({
      en: `No backup plan of this code chooses cluster ${cluster.name}`,
      ja: `クラスター ${cluster.name} を対象とするバックアッププランがこのコードにありません`,
    });
  },
  examples: [
    fails(
      'no plan',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
}`,
    ),
    passes(
      'chosen by ARN',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
}

resource "aws_backup_selection" "databases" {
  name         = "databases"
  plan_id      = "daily"
  iam_role_arn = "arn:aws:iam::123456789012:role/backup"
  resources    = [aws_rds_cluster.orders.arn]
}`,
    ),
    fails('no plan in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql`,
    }),
    passes('chosen by ARN in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
  Nightly:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: 11111111-2222-3333-4444-555555555555
      BackupSelection:
        SelectionName: databases
        IamRoleArn: arn:aws:iam::123456789012:role/backup
        Resources:
          - !GetAtt OrdersCluster.DBClusterArn`,
    }),
  ],
});
