/** A database password is shared, copied and never changed; a token lives 15 minutes. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

/** Source: Amazon RDS User Guide, "IAM database authentication", supported engines. */
const ENGINES = ['mysql', 'mariadb', 'postgres'];

export const check = defineCheck({
  title: { en: 'IAM database authentication is on', ja: 'IAM データベース認証が有効になっている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.rds.instance',
  why: {
    en: 'Passwords of database users are stored in applications and outlive people; IAM tokens expire and every sign-in is in CloudTrail.',
    ja: 'データベースのパスワードはアプリに保存され残り続けます。IAM のトークンは短時間で失効し、発行が記録されます。',
  },
  fix: {
    edits: {
      terraform: [{ of: ['aws_db_instance'], set: 'iam_database_authentication_enabled', value: true }],
      cloudformation: [{ set: 'EnableIAMDatabaseAuthentication', value: true }],
    },
    summary: { en: 'Set iam_database_authentication_enabled to true.', ja: 'iam_database_authentication_enabled を true にしてください。' },
    terraform: `resource "aws_db_instance" "orders" {
  identifier                          = "orders-db"
  engine                              = "postgres"
  instance_class                      = "db.t4g.medium"
  iam_database_authentication_enabled = true
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      EnableIAMDatabaseAuthentication: true`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html'],
  equivalents: [
    'CKV_AWS_161',
    'AVD-AWS-0176',
    'tfsec:aws-rds-enable-iam-auth',
    'RDS.10',
    'prowler:rds_instance_iam_authentication_enabled',
    'cloudsploit:iamDbAuthenticationEnabled',
  ],
  evaluate(instance) {
    const engine = aside(() => instance.engine);
    if (engine !== undefined && !ENGINES.some((name) => engine.includes(name))) {
      return notApplicable({
        en: `${instance.name} runs ${engine}, which has no IAM sign-in`,
        ja: `${instance.name} の ${engine} は IAM 認証に対応していません`,
      });
    }
    if (instance.iamAuthentication) return pass();
    return fail({ en: `Database ${instance.name} knows only passwords`, ja: `データベース ${instance.name} はパスワード認証のみです` });
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
  identifier                          = "orders-db"
  engine                              = "postgres"
  instance_class                      = "db.t4g.medium"
  iam_database_authentication_enabled = true
}`,
    ),
    isNotApplicable(
      'an engine without it',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  instance_class = "db.t4g.medium"
  engine         = "oracle-se2"
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
      EnableIAMDatabaseAuthentication: true`,
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
