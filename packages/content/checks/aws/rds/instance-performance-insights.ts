/** It shows which statement and which user load the database. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

/** Source: Amazon RDS User Guide, "Performance Insights support for Amazon RDS": classes that MySQL and MariaDB do not support. */
function isTooSmall(engine: string, instanceClass: string): boolean {
  return /^(mysql|mariadb)$/.test(engine) && /^db\.(t2|t3|t4g)\.(micro|small)$/.test(instanceClass);
}

export const check = defineCheck({
  title: { en: 'Performance Insights is on', ja: 'Performance Insights が有効になっている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.rds.instance',
  why: {
    en: 'Without it nobody sees which statements and users load the database, whether by accident or by an attack.',
    ja: '有効でないと、どの文やユーザーが負荷をかけているか、事故か攻撃かを見分けられません。',
  },
  fix: {
    summary: { en: 'Set performance_insights_enabled to true.', ja: 'performance_insights_enabled を true にしてください。' },
    terraform: `resource "aws_db_instance" "orders" {
  identifier                   = "orders-db"
  engine                       = "postgres"
  instance_class               = "db.t4g.medium"
  performance_insights_enabled = true
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      EnablePerformanceInsights: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html'],
  equivalents: ['CKV_AWS_353', 'AVD-AWS-0133', 'tfsec:aws-rds-enable-performance-insights'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (aside(() => isTooSmall(instance.engine ?? '', instance.instanceClass ?? ''))) {
      return notApplicable({
        en: `${instance.name} is of a class too small for Performance Insights`,
        ja: `${instance.name} のクラスは Performance Insights に対応していません`,
      });
    }
    if (instance.performanceInsights) return pass();
    return fail({
      en: `Database ${instance.name} has no Performance Insights`,
      ja: `データベース ${instance.name} の Performance Insights が無効です`,
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
    passes(
      'on',
      `resource "aws_db_instance" "orders" {
  identifier                   = "orders-db"
  engine                       = "postgres"
  instance_class               = "db.t4g.medium"
  performance_insights_enabled = true
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
      EnablePerformanceInsights: true`,
    }),
    isNotApplicable(
      'a class without it',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "mysql"
  instance_class = "db.t3.micro"
}`,
    ),
  ],
});
