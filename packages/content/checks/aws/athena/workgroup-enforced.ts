/** Settings that a client may override protect nothing. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Workgroup settings cannot be overridden', ja: 'ワークグループの設定をクライアントが上書きできない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.athena.workgroup',
  why: {
    en: 'A client that may override the workgroup writes results unencrypted, or to a bucket of its own.',
    ja: '上書きできると、クライアントは結果を暗号化せずに、または自分のバケットに書き出せます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'configuration.enforce_workgroup_configuration', value: true }],
      cloudformation: [{ set: 'WorkGroupConfiguration.EnforceWorkGroupConfiguration', value: true }],
    },
    cautions: ['changes-permissions'],
    summary: {
      en: 'Set enforce_workgroup_configuration to true.',
      ja: 'enforce_workgroup_configuration を true にしてください。',
    },
    terraform: `resource "aws_athena_workgroup" "reports" {
  name = "reports"
  configuration {
    enforce_workgroup_configuration = true
  }
}`,
    cloudformation: `Resources:
  Reports:
    Type: AWS::Athena::WorkGroup
    Properties:
      Name: reports
      WorkGroupConfiguration:
        EnforceWorkGroupConfiguration: true`,
    cli: 'aws athena update-work-group --work-group NAME --configuration-updates EnforceWorkGroupConfiguration=true',
  },
  references: ['https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html'],
  equivalents: [
    'CKV_AWS_82',
    'AVD-AWS-0007',
    'tfsec:aws-athena-no-encryption-override',
    'prowler:athena_workgroup_enforce_configuration',
    'cloudsploit:workgroupEnforceConfiguration',
  ],
  noFramework: 'no control mapping yet',
  evaluate(workgroup) {
    if (workgroup.enforcesSettings) return pass();
    return fail({
      en: `Workgroup ${workgroup.name} lets clients override its settings`,
      ja: `ワークグループ ${workgroup.name} の設定はクライアントが上書きできます`,
    });
  },
  examples: [
    fails(
      'switched off',
      `resource "aws_athena_workgroup" "reports" {
  name = "reports"
  configuration {
    enforce_workgroup_configuration = false
  }
}`,
      {
        cloudformation: `Resources:
  Reports:
    Type: AWS::Athena::WorkGroup
    Properties:
      Name: reports
      WorkGroupConfiguration:
        EnforceWorkGroupConfiguration: false`,
      },
    ),
    passes(
      'switched on',
      `resource "aws_athena_workgroup" "reports" {
  name = "reports"
  configuration {
    enforce_workgroup_configuration = true
  }
}`,
      {
        cloudformation: `Resources:
  Reports:
    Type: AWS::Athena::WorkGroup
    Properties:
      Name: reports
      WorkGroupConfiguration:
        EnforceWorkGroupConfiguration: true`,
      },
    ),
    passes(
      'not written: enforced',
      `resource "aws_athena_workgroup" "reports" {
  name = "reports"
}`,
      {
        cloudformation: `Resources:
  Reports:
    Type: AWS::Athena::WorkGroup
    Properties:
      Name: reports`,
      },
    ),
  ],
});
