/** A password in the code is known to everybody who ever cloned it. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Passwords of databases and directories are not in the code',
    ja: 'データベースやディレクトリのパスワードがコードに書かれていない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.core.password-setting',
  why: {
    en: 'The password stays in the history of the repository, in plans and logs, and nobody changes it because that needs a deployment.',
    ja: 'パスワードはリポジトリの履歴や plan、ログに残り、変更にデプロイが必要なため使い回されます。',
  },
  fix: {
    summary: {
      en: 'Let the service keep it (manage_master_user_password), or read it from Secrets Manager, and change the one in the code.',
      ja: 'サービスに管理させる (manage_master_user_password) か Secrets Manager から読み、コードにあった値は変更してください。',
    },
    terraform: `variable "db_password" {
  sensitive = true
}

resource "aws_db_instance" "orders" {
  identifier = "orders-db"
  password   = var.db_password
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: orders-db
      Engine: postgres
      MasterUsername: orders_owner
      MasterUserPassword: '{{resolve:secretsmanager:orders/db:SecretString:password}}'`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(setting) {
    if (aside(() => setting.isInCode === undefined))
      return notApplicable({ en: `${setting.name} is given no password`, ja: `${setting.name} にパスワードは設定されていません` });
    if (!setting.isInCode) return pass();
    return fail({ en: `The password of ${setting.name} stands in the code`, ja: `${setting.name} のパスワードがコードに書かれています` });
  },
  examples: [
    fails(
      'written',
      `resource "aws_db_instance" "orders" {
  identifier = "orders-db"
  engine     = "postgres"
  username   = "orders_owner"
  password   = join("-", ["Winter2026", "orders"])
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: orders-db
      Engine: postgres
      MasterUsername: orders_owner
      MasterUserPassword: !Join ["-", [Winter2026, orders]]`,
      },
    ),
    fails(
      'the default of a variable',
      `variable "db_password" {
  default = "Winter2026-orders"
}

resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  master_password    = var.db_password
}`,
      {
        cloudformation: `Parameters:
  DbPassword:
    Type: String
    NoEcho: true
    Default: Winter2026-orders
Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      DBClusterIdentifier: orders-cluster
      Engine: aurora-postgresql
      MasterUserPassword: !Ref DbPassword`,
      },
    ),
    passes(
      'handed in',
      `variable "db_password" {
  sensitive = true
}

resource "aws_db_instance" "orders" {
  identifier = "orders-db"
  password   = var.db_password
}`,
      {
        cloudformation: `Parameters:
  DbPassword:
    Type: String
    NoEcho: true
Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: orders-db
      MasterUserPassword: !Ref DbPassword`,
      },
    ),
    passes('read from the store', {
      cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: orders-db
      Engine: postgres
      MasterUsername: orders_owner
      MasterUserPassword: '{{resolve:secretsmanager:orders/db:SecretString:password}}'`,
    }),
    isNotApplicable(
      'kept by the service',
      `resource "aws_db_instance" "orders" {
  identifier                  = "orders-db"
  engine                      = "postgres"
  username                    = "orders_owner"
  manage_master_user_password = true
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: orders-db
      Engine: postgres
      MasterUsername: orders_owner
      ManageMasterUserPassword: true`,
      },
    ),
  ],
});
