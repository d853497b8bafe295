/** PostgreSQL logs no statement until it is told to. */
import { aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'PostgreSQL clusters log statements', ja: 'PostgreSQL クラスターがステートメントを記録している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.rds.cluster',
  why: {
    en: 'Without log_statement and log_min_duration_statement nobody can say which statements ran before a leak.',
    ja: 'log_statement と log_min_duration_statement がないと、漏えい前にどの文が実行されたか分かりません。',
  },
  fix: {
    summary: {
      en: 'Set log_statement and log_min_duration_statement in the cluster parameter group.',
      ja: 'クラスターパラメータグループで log_statement と log_min_duration_statement を設定してください。',
    },
    terraform: `resource "aws_rds_cluster" "orders" {
  cluster_identifier              = "orders-cluster"
  engine                          = "aurora-postgresql"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.orders.name
}

resource "aws_rds_cluster_parameter_group" "orders" {
  name   = "orders"
  family = "aurora-postgresql16"

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
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      DBClusterParameterGroupName: !Ref OrdersParameters
  OrdersParameters:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties:
      Family: aurora-postgresql16
      Description: orders
      Parameters:
        log_statement: ddl
        log_min_duration_statement: '1000'`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_LogAccess.Concepts.PostgreSQL.Query_Logging.html'],
  equivalents: ['CKV2_AWS_27'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    const engine = aside(() => cluster.engine);
    if (engine === undefined || !engine.includes('postgres')) {
      return notApplicable({ en: `${cluster.name} is no PostgreSQL cluster`, ja: `${cluster.name} は PostgreSQL ではありません` });
    }
    const group = cluster.parameterGroup;
    const logs = (name: string): boolean => group !== undefined && group.parameters.has(name);
    if (logs('log_statement') && logs('log_min_duration_statement')) return pass();
    return fail({
      en: `Cluster ${cluster.name} does not log statements`,
      ja: `クラスター ${cluster.name} はステートメントを記録していません`,
    });
  },
  examples: [
    fails(
      'the default group',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
}`,
    ),
    passes(
      'both',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier              = "orders-cluster"
  engine                          = "aurora-postgresql"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.orders.name
}

resource "aws_rds_cluster_parameter_group" "orders" {
  name   = "orders"
  family = "aurora-postgresql16"

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
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-mysql"
}`,
    ),
    fails('the default group in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql`,
    }),
    passes('both in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      DBClusterParameterGroupName: !Ref OrdersParameters
  OrdersParameters:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties:
      Family: aurora-postgresql16
      Description: orders
      Parameters:
        log_statement: ddl
        log_min_duration_statement: '1000'`,
    }),
  ],
});
