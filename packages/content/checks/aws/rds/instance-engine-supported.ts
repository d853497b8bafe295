/** An engine past its support gets no more fixes, or costs extra for each. */
import { defineCheck, fail, fails, isEngineEnded, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Engine version is supported', ja: 'エンジンのバージョンがサポートされている' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.rds.instance',
  why: {
    en: 'Known holes in an engine past the end of standard support stay open, or are closed only for an extra fee.',
    ja: '標準サポートが終了したエンジンでは、既知の脆弱性が残るか、追加料金を払わないと修正されません。',
  },
  fix: {
    summary: {
      en: 'Upgrade engine_version to a supported major version.',
      ja: 'engine_version をサポート中のメジャーバージョンに上げてください。',
    },
    terraform: `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  engine_version = "16.4"
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
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html'],
  equivalents: ['prowler:rds_instance_deprecated_engine_version', 'prowler:rds_instance_extended_support'],
  evaluate(instance) {
    const version = instance.engineVersion;
    const engine = instance.engine;
    if (version === undefined || engine === undefined || !isEngineEnded(engine, version)) return pass();
    return fail({
      en: `Database ${instance.name} runs ${engine} ${version}, past its standard support`,
      ja: `データベース ${instance.name} の ${engine} ${version} は標準サポートが終了しています`,
    });
  },
  examples: [
    fails(
      'PostgreSQL 12',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  engine_version = "12.19"
}`,
    ),
    passes(
      'PostgreSQL 16',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  engine_version = "16.4"
}`,
    ),
    passes(
      'the newest when nothing is said',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}`,
    ),
    fails(
      'MySQL 5.7',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  instance_class = "db.t4g.medium"
  engine         = "mysql"
  engine_version = "5.7.44"
}`,
    ),
    fails('PostgreSQL 12 in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      EngineVersion: '12.22'`,
    }),
    passes('PostgreSQL 16 in a template', {
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
