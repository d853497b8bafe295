/** A database whose name fits no rule is the copy that somebody restored and forgot. */
import { defineCheck, fails, grammarOnlyParams, isNotApplicable, isUnknown, judgeName, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Databases of RDS follow the naming rule', ja: 'RDS データベースの名前が命名規則に従っている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.rds.database-name',
  why: {
    en: 'A name outside the rule shows what was made by mistake, for a test or by somebody else; such things hold data that nobody looks after.',
    ja: '規則外の名前は、誤って、試験のために、あるいは他人が作ったものの手がかりです。そうしたものに残るデータは誰も見ていません。',
  },
  fix: {
    summary: {
      en: 'Name it by the rule when it is made next; until then, list it as an exception with an owner, or delete it when nobody needs it.',
      ja: '次に作り直すときに規則に沿った名前にしてください。それまでは所有者を決めて例外に登録し、不要なら削除してください。',
    },
    terraform: `resource "aws_db_instance" "orders" {
  identifier     = "prd-orders-db01"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  # ...
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: prd-orders-db01
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      # ...`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html'],
  equivalents: [],
  noFramework: 'a rule of your own: it is judged only where a grammar is configured',
  params: grammarOnlyParams,
  evaluate: (database, params) => judgeName(database, params, { en: 'Database', ja: 'データベース' }),
  examples: [
    fails(
      'a word for the environment that is not allowed',
      `resource "aws_db_instance" "orders" {
  identifier     = "prod-orders-db01"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: prod-orders-db01
      Engine: postgres
      DBInstanceClass: db.t4g.medium`,
        params: { grammar: ['{env}-{system}-db{nn}'], tokens: ['env=prd|stg|dev'] },
      },
    ),
    fails(
      'another form',
      `resource "aws_db_instance" "orders" {
  identifier     = "ordersdb"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: ordersdb
      Engine: postgres
      DBInstanceClass: db.t4g.medium`,
        params: { grammar: ['{env}-{system}-db{nn}'], tokens: ['env=prd|stg|dev'] },
      },
    ),
    passes(
      'as the rule says',
      `resource "aws_db_instance" "orders" {
  identifier     = "prd-orders-db01"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: prd-orders-db01
      Engine: postgres
      DBInstanceClass: db.t4g.medium`,
        params: { grammar: ['{env}-{system}-db{nn}'], tokens: ['env=prd|stg|dev'] },
      },
    ),
    passes(
      'in an environment that the rule is for',
      `resource "aws_db_instance" "orders" {
  identifier     = "prd-orders-db01"
  engine         = "postgres"
  instance_class = "db.t4g.medium"

  tags = {
    Environment = "production"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: prd-orders-db01
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      Tags:
        - Key: Environment
          Value: production`,
        params: { grammar: ['{env}-{system}-db{nn}'], tokens: ['env=prd|stg|dev'], environments: ['production'] },
      },
    ),
    isNotApplicable(
      'an environment that the rule is not for',
      `resource "aws_db_instance" "orders" {
  identifier     = "ordersdb"
  engine         = "postgres"
  instance_class = "db.t4g.medium"

  tags = {
    Environment = "sandbox"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: ordersdb
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      Tags:
        - Key: Environment
          Value: sandbox`,
        params: { grammar: ['{env}-{system}-db{nn}'], tokens: ['env=prd|stg|dev'], environments: ['production'] },
      },
    ),
    isNotApplicable(
      'no grammar is configured',
      `resource "aws_db_instance" "orders" {
  identifier     = "ordersdb"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: ordersdb
      Engine: postgres
      DBInstanceClass: db.t4g.medium`,
      },
    ),
    isUnknown(
      'the name is handed in',
      `variable "label" {}
resource "aws_db_instance" "orders" {
  identifier     = var.label
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}`,
      { params: { grammar: ['{env}-{system}-db{nn}'], tokens: ['env=prd|stg|dev'] } },
    ),
  ],
});
