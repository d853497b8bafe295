/** With the log_fdw flaw a database user reads files and credentials of the service itself. */
import { defineCheck, fail, fails, hasLogFdwFlaw, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'PostgreSQL has the fix for log_fdw', ja: 'PostgreSQL に log_fdw の修正が入っている' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.rds.instance',
  why: {
    en: 'In old minor versions a user with database rights reads internal files, and so credentials, through the log_fdw extension.',
    ja: '古いマイナーバージョンでは、log_fdw 拡張を通じて内部ファイルや認証情報を読めてしまいます。',
  },
  fix: {
    summary: {
      en: 'Upgrade engine_version to a fixed minor version.',
      ja: 'engine_version を修正済みのマイナーバージョンに上げてください。',
    },
    terraform: `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  engine_version = "13.3"
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      EngineVersion: '16.8'`,
  },
  references: ['https://aws.amazon.com/security/security-bulletins/AWS-2022-004/'],
  equivalents: ['CKV_AWS_250', 'CKV_AWS_388'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    const engine = instance.engine;
    const version = engine?.includes('postgres') ? instance.engineVersion : undefined;
    if (engine === undefined || version === undefined || !hasLogFdwFlaw(engine, version)) return pass();
    return fail({
      en: `Database ${instance.name} runs ${engine} ${version} without the fix for log_fdw`,
      ja: `データベース ${instance.name} の ${engine} ${version} には log_fdw の修正がありません`,
    });
  },
  examples: [
    fails(
      'before the fix',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  engine_version = "13.2"
}`,
    ),
    passes(
      'after it',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  engine_version = "13.3"
}`,
    ),
    passes(
      'a major version takes its newest minor one',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  engine_version = "13"
}`,
    ),
    fails('before the fix in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      EngineVersion: '13.2'`,
    }),
    passes('after it in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      EngineVersion: '16.8'`,
    }),
  ],
});
