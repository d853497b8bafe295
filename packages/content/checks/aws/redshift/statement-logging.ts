/** The user activity log holds every statement before it runs. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Statements are logged', ja: 'ステートメントが記録されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'aws.redshift.parameter-group',
  why: {
    en: 'Without the user activity log only connections are recorded, not what was read.',
    ja: 'ユーザーアクティビティログがないと、接続だけが記録され、何を読んだかは残りません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'parameter[name=enable_user_activity_logging].value', value: 'true' }],
      cloudformation: [{ set: 'Parameters[ParameterName=enable_user_activity_logging].ParameterValue', value: 'true' }],
    },
    summary: {
      en: 'Set the parameter enable_user_activity_logging to true.',
      ja: 'パラメータ enable_user_activity_logging を true にしてください。',
    },
    terraform: `resource "aws_redshift_parameter_group" "analytics" {
  name   = "analytics"
  family = "redshift-1.0"

  parameter {
    name  = "enable_user_activity_logging"
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
        - { ParameterName: enable_user_activity_logging, ParameterValue: "true" }`,
  },
  references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html'],
  equivalents: ['cloudsploit:userActivityLoggingEnabled'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (group.logsStatements) return pass();
    return fail({
      en: `Parameter group ${group.name} does not log statements`,
      ja: `パラメータグループ ${group.name} はステートメントを記録していません`,
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
    passes(
      'true',
      `resource "aws_redshift_parameter_group" "analytics" {
  name   = "analytics"
  family = "redshift-1.0"

  parameter {
    name  = "enable_user_activity_logging"
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
        - { ParameterName: enable_user_activity_logging, ParameterValue: "true" }`,
      },
    ),
  ],
});
