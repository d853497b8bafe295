/** Who signed in and what was changed is only in the audit log. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'DocumentDB exports logs', ja: 'DocumentDB がログを出力している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.documentdb.cluster',
  why: {
    en: 'Without the audit and profiler logs neither sign-ins nor slow or unusual operations are seen.',
    ja: '監査ログとプロファイラログがないと、ログインも不審な操作も見えません。',
  },
  fix: {
    edits: {
      terraform: [{ append: 'enabled_cloudwatch_logs_exports', values: ['audit'] }],
      cloudformation: [{ append: 'EnableCloudwatchLogsExports', values: ['audit'] }],
    },
    summary: { en: 'Add audit to enabled_cloudwatch_logs_exports.', ja: 'enabled_cloudwatch_logs_exports に audit を加えてください。' },
    terraform: `resource "aws_docdb_cluster" "orders" {
  cluster_identifier              = "orders"
  enabled_cloudwatch_logs_exports = ["audit"]
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::DocDB::DBCluster
    Properties:
      DBClusterIdentifier: orders
      EnableCloudwatchLogsExports: [audit]`,
  },
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html'],
  equivalents: [
    'CKV_AWS_85',
    'AVD-AWS-0020',
    'tfsec:aws-documentdb-enable-log-export',
    'DocumentDB.4',
    'prowler:documentdb_cluster_cloudwatch_log_export',
  ],
  aliases: ['aws-docdb-audit-logs'],
  evaluate(cluster) {
    if (cluster.exportedLogs.length > 0) return pass();
    return fail({ en: `Cluster ${cluster.name} exports no logs`, ja: `クラスター ${cluster.name} はログを出力していません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_docdb_cluster" "orders" {
  cluster_identifier = "orders"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DocDB::DBCluster
    Properties:
      DBClusterIdentifier: orders`,
      },
    ),
    passes(
      'audit',
      `resource "aws_docdb_cluster" "orders" {
  cluster_identifier              = "orders"
  enabled_cloudwatch_logs_exports = ["audit"]
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::DocDB::DBCluster
    Properties:
      DBClusterIdentifier: orders
      EnableCloudwatchLogsExports: [audit]`,
      },
    ),
  ],
});
