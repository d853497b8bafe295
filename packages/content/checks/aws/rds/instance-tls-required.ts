/** Without this a client may talk to the database in the clear, password included. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

interface TlsParameter {
  readonly name: string;
  readonly on: readonly string[];
  /** What the engine does when the group does not say. */
  readonly isOnByDefault: boolean;
}

/**
 * Source: Amazon RDS User Guide, "Requiring SSL/TLS for all connections" of MySQL (off by default) and MariaDB (on from 11.8, not there before
 * 10.5), read 2026-11-22. PostgreSQL from version 15 on by default; SQL Server and Db2: general knowledge, to be confirmed.
 */
function tlsParameter(family: string): TlsParameter | null {
  const version = Number(/^postgres(\d+)/.exec(family)?.[1] ?? Number.NaN);
  if (family.startsWith('postgres')) return { name: 'rds.force_ssl', on: ['1'], isOnByDefault: version >= 15 };
  if (family.startsWith('sqlserver')) return { name: 'rds.force_ssl', on: ['1'], isOnByDefault: false };
  if (family.startsWith('mysql')) return { name: 'require_secure_transport', on: ['1', 'on'], isOnByDefault: false };
  if (family.startsWith('mariadb')) {
    const [major = 0, minor = 0] = family.slice('mariadb'.length).split('.').map(Number);
    return { name: 'require_secure_transport', on: ['1', 'on'], isOnByDefault: major > 11 || (major === 11 && minor >= 8) };
  }
  if (family.includes('db2')) return { name: 'db2comm', on: ['ssl'], isOnByDefault: false };
  return null;
}

export const check = defineCheck({
  title: { en: 'Database refuses unencrypted connections', ja: 'データベースが暗号化されていない接続を拒否する' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.rds.instance',
  why: {
    en: 'Databases accept plain connections unless told otherwise, and one misconfigured client sends data and password in the clear.',
    ja: '設定しない限りデータベースは平文接続も受け付け、設定の誤ったクライアントがデータとパスワードを平文で送ります。',
  },
  fix: {
    summary: {
      en: "Set the engine's TLS parameter in a parameter group: rds.force_ssl or require_secure_transport.",
      ja: 'パラメータグループでエンジンの TLS パラメータ (rds.force_ssl や require_secure_transport) を有効にしてください。',
    },
    terraform: `resource "aws_db_parameter_group" "orders" {
  name   = "orders"
  family = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }
}

resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  parameter_group_name = aws_db_parameter_group.orders.name
}`,
    cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: mysql
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      DBParameterGroupName: !Ref OrdersParameters
  OrdersParameters:
    Type: AWS::RDS::DBParameterGroup
    Properties:
      Family: mysql8.0
      Description: orders
      Parameters:
        require_secure_transport: 'ON'`,
    cli: 'aws rds modify-db-parameter-group --db-parameter-group-name GROUP --parameters ParameterName=rds.force_ssl,ParameterValue=1,ApplyMethod=immediate',
    console: {
      en: 'RDS → Parameter groups → the group → Edit → rds.force_ssl = 1 → Save.',
      ja: 'RDS → パラメータグループ → 対象 → 編集 → rds.force_ssl = 1 → 保存。',
    },
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html'],
  equivalents: [
    'CKV2_AWS_69',
    'RDS.38',
    'RDS.39',
    'RDS.44',
    'prowler:rds_instance_transport_encrypted',
    'cloudsploit:rdsTransportEncryption',
  ],
  evaluate(instance) {
    const group = instance.parameterGroup;
    if (!group) {
      return notApplicable({
        en: `${instance.name} uses the engine's default parameters`,
        ja: `${instance.name} はエンジンの既定パラメータを使っています`,
      });
    }
    const parameter = tlsParameter(group.family);
    if (!parameter) {
      return notApplicable({
        en: `${instance.name} has an engine without such a parameter`,
        ja: `${instance.name} のエンジンには該当パラメータがありません`,
      });
    }
    const value = group.parameters.get(parameter.name) ?? (parameter.isOnByDefault ? parameter.on[0] : undefined);
    if (value !== undefined && parameter.on.includes(value.toLowerCase())) return pass();
    return fail({
      en: `Database ${instance.name} does not require TLS: ${parameter.name} is ${value ?? 'not set'}`,
      ja: `データベース ${instance.name} は TLS を必須にしていません (${parameter.name} = ${value ?? '未設定'})`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_db_parameter_group" "orders" {
  name   = "orders"
  family = "postgres16"

  parameter {
    name  = "rds.force_ssl"
    value = "0"
  }
}
resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  parameter_group_name = aws_db_parameter_group.orders.name
}
`,
    ),
    fails(
      'an engine that does not force it by default',
      `resource "aws_db_parameter_group" "orders" {
  name   = "orders"
  family = "mysql8.0"

  parameter {
    name  = "max_connections"
    value = "500"
  }
}
resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  parameter_group_name = aws_db_parameter_group.orders.name
}
`,
    ),
    passes(
      'forced',
      `resource "aws_db_parameter_group" "orders" {
  name   = "orders"
  family = "mysql8.0"

  parameter {
    name  = "require_secure_transport"
    value = "ON"
  }
}
resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  parameter_group_name = aws_db_parameter_group.orders.name
}
`,
    ),
    passes(
      'PostgreSQL 15 and later force it unless told otherwise',
      `resource "aws_db_parameter_group" "orders" {
  name   = "orders"
  family = "postgres16"

  parameter {
    name  = "log_statement"
    value = "ddl"
  }
}
resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  parameter_group_name = aws_db_parameter_group.orders.name
}
`,
    ),
    passes(
      'MariaDB 11.8 and later likewise',
      `resource "aws_db_parameter_group" "orders" {
  name   = "orders"
  family = "mariadb11.8"
}
resource "aws_db_instance" "orders" {
  identifier           = "orders-db"
  engine               = "mariadb"
  parameter_group_name = aws_db_parameter_group.orders.name
}`,
    ),
    fails(
      'MariaDB before 11.8 does not',
      `resource "aws_db_parameter_group" "orders" {
  name   = "orders"
  family = "mariadb11.4"
}
resource "aws_db_instance" "orders" {
  identifier           = "orders-db"
  engine               = "mariadb"
  parameter_group_name = aws_db_parameter_group.orders.name
}`,
    ),
    isNotApplicable(
      'default parameters',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}
`,
    ),
    isUnknown(
      'the group is not in this code',
      `resource "aws_db_instance" "orders" {
  identifier     = "orders-db"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
  parameter_group_name = "shared"
}
`,
    ),
    fails('switched off in a template', {
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
        rds.force_ssl: '0'`,
    }),
    passes('forced in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: mysql
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      DBParameterGroupName: !Ref OrdersParameters
  OrdersParameters:
    Type: AWS::RDS::DBParameterGroup
    Properties:
      Family: mysql8.0
      Description: orders
      Parameters:
        require_secure_transport: 'ON'`,
    }),
    isNotApplicable('default parameters in a template', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20`,
    }),
    isUnknown('a group that is elsewhere', {
      cloudformation: `Resources:
  OrdersDb:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.medium
      AllocatedStorage: 20
      DBParameterGroupName: orders`,
    }),
  ],
});
