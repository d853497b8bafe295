/** A warehouse on the internet is one password away from a leak. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Serverless workgroups are not public', ja: 'サーバーレスワークグループが公開されていない' },
  severity: 'critical',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.redshift.serverless-workgroup',
  why: {
    en: 'A public endpoint lets everybody on the internet try passwords against the warehouse.',
    ja: '公開エンドポイントがあると、インターネット上の誰もがウェアハウスのパスワードを試せます。',
  },
  fix: {
    summary: { en: 'Set publicly_accessible to false.', ja: 'publicly_accessible を false にしてください。' },
    terraform: `resource "aws_redshiftserverless_workgroup" "analytics" {
  namespace_name = "analytics"
  workgroup_name = "analytics"
}`,
    cloudformation: `Resources:
  Analytics:
    Type: AWS::RedshiftServerless::Workgroup
    Properties:
      NamespaceName: analytics
      WorkgroupName: analytics`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-connecting.html'],
  equivalents: ['RedshiftServerless.3'],
  noFramework: 'no control mapping yet',
  evaluate(workgroup) {
    if (!workgroup.isPublic) return pass();
    return fail({
      en: `Workgroup ${workgroup.name} is reachable from the internet`,
      ja: `ワークグループ ${workgroup.name} はインターネットから到達できます`,
    });
  },
  examples: [
    fails(
      'public',
      `resource "aws_redshiftserverless_workgroup" "analytics" {
  namespace_name      = "analytics"
  workgroup_name      = "analytics"
  publicly_accessible = true
}`,
      {
        cloudformation: `Resources:
  Analytics:
    Type: AWS::RedshiftServerless::Workgroup
    Properties:
      NamespaceName: analytics
      WorkgroupName: analytics
      PubliclyAccessible: true`,
      },
    ),
    passes(
      'the default',
      `resource "aws_redshiftserverless_workgroup" "analytics" {
  namespace_name = "analytics"
  workgroup_name = "analytics"
}`,
      {
        cloudformation: `Resources:
  Analytics:
    Type: AWS::RedshiftServerless::Workgroup
    Properties:
      NamespaceName: analytics
      WorkgroupName: analytics`,
      },
    ),
  ],
});
