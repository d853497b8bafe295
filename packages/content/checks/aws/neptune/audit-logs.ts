/** Which queries ran is only in the audit log. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Neptune exports audit logs', ja: 'Neptune が監査ログを出力している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.neptune.cluster',
  why: {
    en: 'Without the audit log nobody can say which queries read the graph before a leak.',
    ja: '監査ログがないと、漏えい前にどのクエリがグラフを読んだか分かりません。',
  },
  fix: {
    edits: {
      terraform: [{ append: 'enable_cloudwatch_logs_exports', values: ['audit'] }],
      cloudformation: [{ append: 'EnableCloudwatchLogsExports', values: ['audit'] }],
    },
    summary: { en: 'Add audit to enable_cloudwatch_logs_exports.', ja: 'enable_cloudwatch_logs_exports に audit を加えてください。' },
    terraform: `resource "aws_neptune_cluster" "relations" {
  cluster_identifier             = "relations"
  enable_cloudwatch_logs_exports = ["audit"]
}`,
    cloudformation: `Resources:
  Relations:
    Type: AWS::Neptune::DBCluster
    Properties:
      DBClusterIdentifier: relations
      EnableCloudwatchLogsExports: [audit]`,
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/cloudwatch-logs.html'],
  equivalents: [
    'CKV_AWS_101',
    'AVD-AWS-0075',
    'tfsec:aws-neptune-enable-log-export',
    'Neptune.2',
    'prowler:neptune_cluster_integration_cloudwatch_logs',
  ],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (any(cluster.exportedLogs, (type) => type === 'audit')) return pass();
    return fail({ en: `Cluster ${cluster.name} exports no audit log`, ja: `クラスター ${cluster.name} は監査ログを出力していません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_neptune_cluster" "relations" {
  cluster_identifier = "relations"
}`,
      {
        cloudformation: `Resources:
  Relations:
    Type: AWS::Neptune::DBCluster
    Properties:
      DBClusterIdentifier: relations`,
      },
    ),
    passes(
      'audit',
      `resource "aws_neptune_cluster" "relations" {
  cluster_identifier             = "relations"
  enable_cloudwatch_logs_exports = ["audit"]
}`,
      {
        cloudformation: `Resources:
  Relations:
    Type: AWS::Neptune::DBCluster
    Properties:
      DBClusterIdentifier: relations
      EnableCloudwatchLogsExports: [audit]`,
      },
    ),
  ],
});
