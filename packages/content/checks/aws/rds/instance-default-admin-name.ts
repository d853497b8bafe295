/** A known name halves what has to be guessed. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

const DEFAULT_NAMES = ['admin', 'administrator', 'postgres', 'root', 'sa', 'master'];

export const check = defineCheck({
  title: { en: 'Admin user name is not the engine default', ja: '管理ユーザー名がエンジンの既定値ではない' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.rds.instance',
  why: {
    en: 'Password guessing begins with admin and postgres; a name of your own stops scripts that try nothing else.',
    ja: 'パスワード推測は admin や postgres から始まります。独自の名前なら、それしか試さない攻撃を防げます。',
  },
  fix: {
    summary: { en: 'Choose a username other than admin and postgres.', ja: 'username を admin や postgres 以外にしてください。' },
    terraform: `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  username       = "orders_owner"
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      MasterUsername: orders_owner`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.MasterAccounts.html'],
  equivalents: ['RDS.25', 'prowler:rds_instance_default_admin', 'cloudsploit:rdsDefaultUsername'],
  evaluate(instance) {
    if (instance.adminName === undefined || !DEFAULT_NAMES.includes(instance.adminName.toLowerCase())) return pass();
    return fail({
      en: `Database ${instance.name} has the default admin name ${instance.adminName}`,
      ja: `データベース ${instance.name} の管理ユーザー名が既定の ${instance.adminName} です`,
    });
  },
  examples: [
    fails(
      'postgres',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  username       = "postgres"
}`,
    ),
    passes(
      'a name of its own',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  username       = "orders_owner"
}`,
    ),
    fails('postgres in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      MasterUsername: postgres`,
    }),
    passes('a name of its own in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      MasterUsername: orders_owner`,
    }),
  ],
});
