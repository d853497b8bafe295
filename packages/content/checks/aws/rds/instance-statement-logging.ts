/** PostgreSQL logs no statement until it is told to. */
import { aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'PostgreSQL instances log statements', ja: 'PostgreSQL インスタンスがステートメントを記録している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.rds.instance',
  why: {
    en: 'Without log_statement and log_min_duration_statement nobody can say which statements ran before a leak.',
    ja: 'log_statement と log_min_duration_statement がないと、漏えい前にどの文が実行されたか分かりません。',
  },
  fix: {
    summary: {
      en: 'Set log_statement and log_min_duration_statement in the parameter group.',
      ja: 'パラメータグループで log_statement と log_min_duration_statement を設定してください。',
    },
    terraform: `resource "aws_db_instance" "orders" {
  identifier           = "orders-db"
  engine               = "postgres"
  instance_class       = "db.t4g.medium"
  parameter_group_name = aws_db_parameter_group.orders.name
}

resource "aws_db_parameter_group" "orders" {
  name   = "orders"
  family = "postgres16"

  parameter {
    name  = "log_statement"
    value = "ddl"
  }
  parameter {
    name  = "log_min_duration_statement"
    value = "250"
  }
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      DBParameterGroupName: !Ref OrdersParameters
  OrdersParameters:
    Type: AWS::RDS::DBParameterGroup
    Properties:
      Family: postgres16
      Description: orders
      Parameters:
        log_statement: ddl
        log_min_duration_statement: '1000'`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.Query_Logging.html'],
  equivalents: ['CKV2_AWS_30'],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    const engine = aside(() => instance.engine);
    if (engine === undefined || !engine.includes('postgres')) {
      return notApplicable({ en: `${instance.name} is no PostgreSQL database`, ja: `${instance.name} は PostgreSQL ではありません` });
    }
    const group = instance.parameterGroup;
    const logs = (name: string): boolean => group !== undefined && group.parameters.has(name);
    if (logs('log_statement') && logs('log_min_duration_statement')) return pass();
    return fail({
      en: `Database ${instance.name} does not log statements`,
      ja: `データベース ${instance.name} はステートメントを記録していません`,
    });
  },
  examples: [
    fails(
      'the default group',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}`,
    ),
    fails(
      'only one of them',
      `resource "aws_db_instance" "orders" {
  identifier           = "orders-db"
  engine               = "postgres"
  instance_class       = "db.t4g.medium"
  parameter_group_name = aws_db_parameter_group.orders.name
}

resource "aws_db_parameter_group" "orders" {
  name   = "orders"
  family = "postgres16"

  parameter {
    name  = "log_statement"
    value = "ddl"
  }
}`,
    ),
    passes(
      'both',
      `resource "aws_db_instance" "orders" {
  identifier           = "orders-db"
  engine               = "postgres"
  instance_class       = "db.t4g.medium"
  parameter_group_name = aws_db_parameter_group.orders.name
}

resource "aws_db_parameter_group" "orders" {
  name   = "orders"
  family = "postgres16"

  parameter {
    name  = "log_statement"
    value = "ddl"
  }
  parameter {
    name  = "log_min_duration_statement"
    value = "250"
  }
}`,
    ),
    isNotApplicable(
      'another engine',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  instance_class = "db.t4g.medium"
  engine         = "mysql"
}`,
    ),
    isUnknown(
      'a group that is not in this code',
      `resource "aws_db_instance" "orders" {
  identifier           = "orders-db"
  engine               = "postgres"
  instance_class       = "db.t4g.medium"
  parameter_group_name = "orders"
}`,
    ),
    fails('the default group in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20`,
    }),
    fails('only one of them in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      DBParameterGroupName: !Ref OrdersParameters
  OrdersParameters:
    Type: AWS::RDS::DBParameterGroup
    Properties:
      Family: postgres16
      Description: orders
      Parameters:
        log_statement: ddl`,
    }),
    passes('both in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      DBParameterGroupName: !Ref OrdersParameters
  OrdersParameters:
    Type: AWS::RDS::DBParameterGroup
    Properties:
      Family: postgres16
      Description: orders
      Parameters:
        log_statement: ddl
        log_min_duration_statement: '1000'`,
    }),
  ],
});
