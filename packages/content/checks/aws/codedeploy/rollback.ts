/** A bad release should not wait for somebody to wake up. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Failed deployments are rolled back', ja: '失敗したデプロイが自動で戻される' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.codedeploy.group',
  why: {
    en: 'Without automatic rollback a failed release stays half out until somebody acts.',
    ja: '自動ロールバックがないと、失敗したリリースが中途半端なまま残ります。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'auto_rollback_configuration.enabled', value: true }],
      cloudformation: [{ set: 'AutoRollbackConfiguration.Enabled', value: true }],
    },
    summary: {
      en: 'Enable auto_rollback_configuration for DEPLOYMENT_FAILURE.',
      ja: 'auto_rollback_configuration を DEPLOYMENT_FAILURE で有効にしてください。',
    },
    terraform: `resource "aws_codedeploy_deployment_group" "orders" {
  app_name              = "orders"
  deployment_group_name = "orders"
  service_role_arn      = "arn:aws:iam::123456789012:role/deploy"
  auto_rollback_configuration {
    enabled = true
    events  = ["DEPLOYMENT_FAILURE"]
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::CodeDeploy::DeploymentGroup
    Properties:
      ApplicationName: orders
      DeploymentGroupName: orders
      ServiceRoleArn: arn:aws:iam::123456789012:role/deploy
      AutoRollbackConfiguration:
        Enabled: true
        Events: [DEPLOYMENT_FAILURE]`,
    cli: 'aws deploy update-deployment-group --application-name APP --current-deployment-group-name NAME --auto-rollback-configuration enabled=true,events=DEPLOYMENT_FAILURE',
  },
  references: ['https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-rollback-and-redeploy.html'],
  equivalents: ['cloudsploit:codeDeployRollback'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (group.rollsBack) return pass();
    return fail({
      en: `Deployment group ${group.name} does not roll back failures`,
      ja: `デプロイグループ ${group.name} は失敗しても自動で戻しません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_codedeploy_deployment_group" "orders" {
  app_name              = "orders"
  deployment_group_name = "orders"
  service_role_arn      = "arn:aws:iam::123456789012:role/deploy"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeDeploy::DeploymentGroup
    Properties:
      ApplicationName: orders
      DeploymentGroupName: orders
      ServiceRoleArn: arn:aws:iam::123456789012:role/deploy`,
      },
    ),
    passes(
      'on failure',
      `resource "aws_codedeploy_deployment_group" "orders" {
  app_name              = "orders"
  deployment_group_name = "orders"
  service_role_arn      = "arn:aws:iam::123456789012:role/deploy"
  auto_rollback_configuration {
    enabled = true
    events  = ["DEPLOYMENT_FAILURE"]
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::CodeDeploy::DeploymentGroup
    Properties:
      ApplicationName: orders
      DeploymentGroupName: orders
      ServiceRoleArn: arn:aws:iam::123456789012:role/deploy
      AutoRollbackConfiguration:
        Enabled: true
        Events: [DEPLOYMENT_FAILURE]`,
      },
    ),
  ],
});
