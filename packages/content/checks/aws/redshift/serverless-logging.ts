/** Who signed in and what was asked is only in the exported logs. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Serverless namespaces export logs', ja: 'サーバーレス名前空間がログを出力している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.redshift.serverless-namespace',
  why: {
    en: 'Without exported logs nobody can say who connected and which data was read.',
    ja: 'ログを出力しないと、誰が接続し、どのデータを読んだか分かりません。',
  },
  fix: {
    edits: {
      terraform: [{ append: 'log_exports', values: ['connectionlog', 'userlog'] }],
      cloudformation: [{ append: 'LogExports', values: ['connectionlog', 'userlog'] }],
    },
    summary: { en: 'Name connectionlog and userlog in log_exports.', ja: 'log_exports に connectionlog と userlog を指定してください。' },
    terraform: `resource "aws_redshiftserverless_namespace" "analytics" {
  namespace_name = "analytics"
  log_exports    = ["connectionlog", "userlog"]
}`,
    cloudformation: `Resources:
  Analytics:
    Type: AWS::RedshiftServerless::Namespace
    Properties:
      NamespaceName: analytics
      LogExports: [connectionlog, userlog]`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-audit-logging.html'],
  equivalents: ['RedshiftServerless.6'],
  noFramework: 'no control mapping yet',
  evaluate(namespace) {
    if (namespace.exportedLogs.length > 0) return pass();
    return fail({ en: `Namespace ${namespace.name} exports no logs`, ja: `名前空間 ${namespace.name} はログを出力していません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_redshiftserverless_namespace" "analytics" {
  namespace_name = "analytics"
}`,
      {
        cloudformation: `Resources:
  Analytics:
    Type: AWS::RedshiftServerless::Namespace
    Properties:
      NamespaceName: analytics`,
      },
    ),
    passes(
      'connections and users',
      `resource "aws_redshiftserverless_namespace" "analytics" {
  namespace_name = "analytics"
  log_exports    = ["connectionlog", "userlog"]
}`,
      {
        cloudformation: `Resources:
  Analytics:
    Type: AWS::RedshiftServerless::Namespace
    Properties:
      NamespaceName: analytics
      LogExports: [connectionlog, userlog]`,
      },
    ),
  ],
});
