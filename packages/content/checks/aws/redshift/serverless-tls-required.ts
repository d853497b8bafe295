/** Redshift takes plain connections unless require_ssl is set. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Serverless workgroups require TLS', ja: 'サーバーレスワークグループが TLS を必須にしている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.redshift.serverless-workgroup',
  why: {
    en: 'Passwords and query results travel readable as long as clients may choose.',
    ja: 'クライアントが選べるままだと、パスワードやクエリ結果が平文で流れます。',
  },
  fix: {
    summary: { en: 'Set the parameter require_ssl to true.', ja: 'パラメータ require_ssl を true にしてください。' },
    terraform: `resource "aws_redshiftserverless_workgroup" "analytics" {
  namespace_name = "analytics"
  workgroup_name = "analytics"

  config_parameter {
    parameter_key   = "require_ssl"
    parameter_value = "true"
  }
}`,
    cloudformation: `Resources:
  Analytics:
    Type: AWS::RedshiftServerless::Workgroup
    Properties:
      NamespaceName: analytics
      WorkgroupName: analytics
      ConfigParameters:
        - { ParameterKey: require_ssl, ParameterValue: "true" }`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html'],
  equivalents: ['RedshiftServerless.2'],
  noFramework: 'no control mapping yet',
  evaluate(workgroup) {
    if (workgroup.requiresTls) return pass();
    return fail({
      en: `Workgroup ${workgroup.name} lets clients connect without TLS`,
      ja: `ワークグループ ${workgroup.name} は TLS なしの接続を許可しています`,
    });
  },
  examples: [
    fails(
      'not written',
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
    passes(
      'required',
      `resource "aws_redshiftserverless_workgroup" "analytics" {
  namespace_name = "analytics"
  workgroup_name = "analytics"

  config_parameter {
    parameter_key   = "require_ssl"
    parameter_value = "true"
  }
}`,
      {
        cloudformation: `Resources:
  Analytics:
    Type: AWS::RedshiftServerless::Workgroup
    Properties:
      NamespaceName: analytics
      WorkgroupName: analytics
      ConfigParameters:
        - { ParameterKey: require_ssl, ParameterValue: "true" }`,
      },
    ),
  ],
});
