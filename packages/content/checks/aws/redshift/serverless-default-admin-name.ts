/** A known name halves what has to be guessed. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Serverless namespaces do not use the default admin name',
    ja: 'サーバーレス名前空間が既定の管理ユーザー名を使用していない',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.redshift.serverless-namespace',
  why: {
    en: 'Password guessing begins with admin, the name that is used when nothing is said.',
    ja: 'パスワード推測は、指定がない場合に使われる admin から始まります。',
  },
  fix: {
    summary: { en: 'Set admin_username to a name of your own.', ja: 'admin_username に独自の名前を指定してください。' },
    terraform: `resource "aws_redshiftserverless_namespace" "analytics" {
  namespace_name = "analytics"
  admin_username = "orders_owner"
}`,
    cloudformation: `Resources:
  Analytics:
    Type: AWS::RedshiftServerless::Namespace
    Properties:
      NamespaceName: analytics
      AdminUsername: orders_owner`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-console-namespace-config.html'],
  equivalents: ['RedshiftServerless.5'],
  noFramework: 'no control mapping yet',
  evaluate(namespace) {
    if (namespace.adminName !== 'admin') return pass();
    return fail({
      en: `Namespace ${namespace.name} has the default admin name`,
      ja: `名前空間 ${namespace.name} の管理ユーザー名が既定の admin です`,
    });
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
      'a name',
      `resource "aws_redshiftserverless_namespace" "analytics" {
  namespace_name = "analytics"
  admin_username = "orders_owner"
}`,
      {
        cloudformation: `Resources:
  Analytics:
    Type: AWS::RedshiftServerless::Namespace
    Properties:
      NamespaceName: analytics
      AdminUsername: orders_owner`,
      },
    ),
  ],
});
