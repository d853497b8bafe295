/** Redshift takes plain connections unless require_ssl is set. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Clusters require TLS', ja: 'クラスターが TLS を必須にしている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.redshift.parameter-group',
  why: {
    en: 'Passwords and query results travel readable as long as clients may choose.',
    ja: 'クライアントが選べるままだと、パスワードやクエリ結果が平文で流れます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'parameter[name=require_ssl].value', value: 'true' }],
      cloudformation: [{ set: 'Parameters[ParameterName=require_ssl].ParameterValue', value: 'true' }],
    },
    cautions: ['refuses-clients'],
    summary: { en: 'Set the parameter require_ssl to true.', ja: 'パラメータ require_ssl を true にしてください。' },
    terraform: `resource "aws_redshift_parameter_group" "analytics" {
  name   = "analytics"
  family = "redshift-1.0"

  parameter {
    name  = "require_ssl"
    value = "true"
  }
}`,
    cloudformation: `Resources:
  Analytics:
    Type: AWS::Redshift::ClusterParameterGroup
    Properties:
      ParameterGroupName: analytics
      Description: analytics
      ParameterGroupFamily: redshift-1.0
      Parameters:
        - { ParameterName: require_ssl, ParameterValue: "true" }`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html'],
  equivalents: ['CKV_AWS_105', 'Redshift.2', 'prowler:redshift_cluster_in_transit_encryption_enabled', 'cloudsploit:redshiftSSLEnabled'],
  evaluate(group) {
    if (group.requiresTls) return pass();
    return fail({
      en: `Parameter group ${group.name} lets clients connect without TLS`,
      ja: `パラメータグループ ${group.name} は TLS なしの接続を許可しています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_redshift_parameter_group" "analytics" {
  name   = "analytics"
  family = "redshift-1.0"
}`,
      {
        cloudformation: `Resources:
  Analytics:
    Type: AWS::Redshift::ClusterParameterGroup
    Properties:
      ParameterGroupName: analytics
      Description: analytics
      ParameterGroupFamily: redshift-1.0`,
      },
    ),
    fails(
      'false',
      `resource "aws_redshift_parameter_group" "analytics" {
  name   = "analytics"
  family = "redshift-1.0"

  parameter {
    name  = "require_ssl"
    value = "false"
  }
}`,
      {
        cloudformation: `Resources:
  Analytics:
    Type: AWS::Redshift::ClusterParameterGroup
    Properties:
      ParameterGroupName: analytics
      Description: analytics
      ParameterGroupFamily: redshift-1.0
      Parameters:
        - { ParameterName: require_ssl, ParameterValue: "false" }`,
      },
    ),
    passes(
      'true',
      `resource "aws_redshift_parameter_group" "analytics" {
  name   = "analytics"
  family = "redshift-1.0"

  parameter {
    name  = "require_ssl"
    value = "true"
  }
}`,
      {
        cloudformation: `Resources:
  Analytics:
    Type: AWS::Redshift::ClusterParameterGroup
    Properties:
      ParameterGroupName: analytics
      Description: analytics
      ParameterGroupFamily: redshift-1.0
      Parameters:
        - { ParameterName: require_ssl, ParameterValue: "true" }`,
      },
    ),
    passes(
      'the default of family 2.0',
      `resource "aws_redshift_parameter_group" "analytics" {
  name   = "analytics"
  family = "redshift-2.0"
}`,
      {
        cloudformation: `Resources:
  Analytics:
    Type: AWS::Redshift::ClusterParameterGroup
    Properties:
      ParameterGroupName: analytics
      Description: analytics
      ParameterGroupFamily: redshift-2.0`,
      },
    ),
  ],
});
