/** Logs of the members rotate away within days. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Engine logs of clusters go to CloudWatch', ja: 'DB クラスターのログが CloudWatch に送られている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.rds.cluster',
  why: {
    en: 'Logs that stay in the cluster are rotated within days and deleted with it; sign-in failures and errors cannot be examined later.',
    ja: 'クラスター内のログは数日で上書きされ、クラスターとともに消えるため、後から調査できません。',
  },
  fix: {
    summary: {
      en: 'Name the log types of the engine in enabled_cloudwatch_logs_exports.',
      ja: 'enabled_cloudwatch_logs_exports にエンジンのログ種別を指定してください。',
    },
    terraform: `resource "aws_rds_cluster" "orders" {
  cluster_identifier              = "orders-cluster"
  engine                          = "aurora-postgresql"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}`,
    cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EnableCloudwatchLogsExports:
        - postgresql`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html'],
  equivalents: ['CKV_AWS_324', 'prowler:rds_cluster_integration_cloudwatch_logs'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.exportedLogs.length > 0) return pass();
    return fail({ en: `Cluster ${cluster.name} exports no logs`, ja: `クラスター ${cluster.name} はログを出力していません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
}`,
    ),
    passes(
      'PostgreSQL logs',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier              = "orders-cluster"
  engine                          = "aurora-postgresql"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}`,
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql`,
    }),
    passes('on in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EnableCloudwatchLogsExports:
        - postgresql`,
    }),
  ],
});
