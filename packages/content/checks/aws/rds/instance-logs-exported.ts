/** Logs on the instance rotate away within days. */
import { defineCheck, fail, fails, isNotApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Engine logs go to CloudWatch', ja: 'エンジンのログが CloudWatch に送られている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'detective',
  on: 'aws.rds.instance',
  why: {
    en: 'Logs that stay on the instance are rotated within days and deleted with it; sign-in failures and errors cannot be examined later.',
    ja: 'インスタンス内のログは数日で上書きされ、インスタンスとともに消えるため、後から調査できません。',
  },
  fix: {
    summary: {
      en: 'Name the log types of the engine in enabled_cloudwatch_logs_exports.',
      ja: 'enabled_cloudwatch_logs_exports にエンジンのログ種別を指定してください。',
    },
    terraform: `resource "aws_db_instance" "orders" {
  identifier                      = "orders-db"
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      EnableCloudwatchLogsExports:
        - postgresql
        - upgrade`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html'],
  equivalents: [
    'CKV_AWS_129',
    'RDS.9',
    'RDS.36',
    'RDS.37',
    'RDS.40',
    'prowler:rds_instance_integration_cloudwatch_logs',
    'cloudsploit:rdsLoggingEnabled',
  ],
  evaluate(instance) {
    if (instance.exportedLogs.length > 0) return pass();
    return fail({ en: `Database ${instance.name} exports no logs`, ja: `データベース ${instance.name} はログを出力していません` });
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
      'PostgreSQL logs',
      `resource "aws_db_instance" "orders" {
  identifier                      = "orders-db"
  engine                          = "postgres"
  instance_class                  = "db.t4g.medium"
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
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
      EnableCloudwatchLogsExports:
        - postgresql
        - upgrade`,
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
