/** Who read what in the database is only in its audit log. */
import { any, aside, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Aurora MySQL clusters export audit logs', ja: 'Aurora MySQL クラスターが監査ログを出力している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.rds.cluster',
  why: {
    en: 'Without the audit log nobody can say which user connected and which statements ran before a leak.',
    ja: '監査ログがないと、漏えい前に誰が接続し何を実行したか分かりません。',
  },
  fix: {
    summary: { en: 'Add audit to enabled_cloudwatch_logs_exports.', ja: 'enabled_cloudwatch_logs_exports に audit を加えてください。' },
    terraform: `resource "aws_rds_cluster" "orders" {
  cluster_identifier              = "orders-cluster"
  engine                          = "aurora-mysql"
  enabled_cloudwatch_logs_exports = ["audit", "error"]
}`,
    cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      EnableCloudwatchLogsExports:
        - audit
        - error`,
  },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.CloudWatch.html'],
  equivalents: ['CKV_AWS_325', 'RDS.34', 'RDS.45'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    const engine = aside(() => cluster.engine);
    if (engine !== undefined && !/mysql|^aurora$/.test(engine)) {
      return notApplicable({ en: `${cluster.name} runs ${engine}`, ja: `${cluster.name} のエンジンは ${engine} です` });
    }
    if (any(cluster.exportedLogs, (type) => type === 'audit')) return pass();
    return fail({ en: `Cluster ${cluster.name} exports no audit log`, ja: `クラスター ${cluster.name} は監査ログを出力していません` });
  },
  examples: [
    fails(
      'without audit',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier              = "orders-cluster"
  engine                          = "aurora-mysql"
  enabled_cloudwatch_logs_exports = ["error", "slowquery"]
}`,
    ),
    passes(
      'with audit',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier              = "orders-cluster"
  engine                          = "aurora-mysql"
  enabled_cloudwatch_logs_exports = ["audit", "error"]
}`,
    ),
    isNotApplicable(
      'PostgreSQL has no log of that name',
      `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders-cluster"
  engine             = "aurora-postgresql"
}`,
    ),
    fails('without audit in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      EnableCloudwatchLogsExports:
        - error`,
    }),
    passes('with audit in a template', {
      cloudformation: `Resources:
  OrdersCluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      EnableCloudwatchLogsExports:
        - audit
        - error`,
    }),
  ],
});
