/** The hypervisor does not see which process eats the machine. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Enhanced monitoring is on', ja: '拡張モニタリングが有効になっている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.rds.instance',
  why: {
    en: 'Without metrics of the operating system a busy or abused database cannot be told from a broken one.',
    ja: 'OS のメトリクスがないと、負荷・悪用・故障の区別がつきません。',
  },
  fix: {
    summary: {
      en: 'Set monitoring_interval and monitoring_role_arn.',
      ja: 'monitoring_interval と monitoring_role_arn を設定してください。',
    },
    terraform: `resource "aws_db_instance" "orders" {
  identifier          = "orders-db"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  monitoring_interval = 60
  monitoring_role_arn = "arn:aws:iam::123456789012:role/rds-monitoring"
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      MonitoringInterval: 60
      MonitoringRoleArn: arn:aws:iam::123456789012:role/rds-monitoring`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html'],
  equivalents: ['CKV_AWS_118', 'RDS.6', 'prowler:rds_instance_enhanced_monitoring_enabled'],
  evaluate(instance) {
    if (instance.monitoringInterval > 0) return pass();
    return fail({
      en: `Database ${instance.name} has no enhanced monitoring`,
      ja: `データベース ${instance.name} の拡張モニタリングが無効です`,
    });
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
    fails(
      'zero',
      `resource "aws_db_instance" "orders" {
  identifier          = "orders-db"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  monitoring_interval = 0
}`,
    ),
    passes(
      'every minute',
      `resource "aws_db_instance" "orders" {
  identifier          = "orders-db"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  monitoring_interval = 60
  monitoring_role_arn = "arn:aws:iam::123456789012:role/rds-monitoring"
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
      MonitoringInterval: 60
      MonitoringRoleArn: arn:aws:iam::123456789012:role/rds-monitoring`,
    }),
  ],
});
