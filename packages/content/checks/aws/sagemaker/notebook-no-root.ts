/** Root on a notebook reaches the credentials of its role and every file of other users. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Notebook users are not root', ja: 'ノートブックの利用者が root 権限を持たない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sagemaker.notebook',
  why: {
    en: "Root may change the instance's agents and life cycle scripts, and read whatever others left on it.",
    ja: 'root はインスタンスのエージェントや起動スクリプトを変更でき、他の利用者のファイルも読めます。',
  },
  fix: {
    edits: { terraform: [{ set: 'root_access', value: 'Disabled' }], cloudformation: [{ set: 'RootAccess', value: 'Disabled' }] },
    cautions: ['interrupts', 'breaks-software'],
    summary: {
      en: 'Set root_access to Disabled.',
      ja: 'root_access を Disabled にしてください。',
    },
    terraform: `resource "aws_sagemaker_notebook_instance" "forecast" {
  name          = "forecast"
  role_arn      = "arn:aws:iam::123456789012:role/notebooks"
  instance_type = "ml.t3.medium"
  root_access   = "Disabled"
}`,
    cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: forecast
      RoleArn: arn:aws:iam::123456789012:role/notebooks
      InstanceType: ml.t3.medium
      RootAccess: Disabled`,
    cli: 'aws sagemaker update-notebook-instance --notebook-instance-name NAME --root-access Disabled',
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html'],
  equivalents: ['CKV_AWS_307', 'SageMaker.3', 'prowler:sagemaker_notebook_instance_root_access_disabled'],
  evaluate(notebook) {
    if (notebook.rootAccess === 'Disabled') return pass();
    return fail({
      en: `Users of notebook ${notebook.name} are root`,
      ja: `ノートブック ${notebook.name} の利用者は root 権限を持ちます`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_sagemaker_notebook_instance" "forecast" {
  name          = "forecast"
  role_arn      = "arn:aws:iam::123456789012:role/notebooks"
  instance_type = "ml.t3.medium"
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: forecast
      RoleArn: arn:aws:iam::123456789012:role/notebooks
      InstanceType: ml.t3.medium`,
      },
    ),
    fails(
      'enabled',
      `resource "aws_sagemaker_notebook_instance" "forecast" {
  name          = "forecast"
  role_arn      = "arn:aws:iam::123456789012:role/notebooks"
  instance_type = "ml.t3.medium"
  root_access   = "Enabled"
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: forecast
      RoleArn: arn:aws:iam::123456789012:role/notebooks
      InstanceType: ml.t3.medium
      RootAccess: Enabled`,
      },
    ),
    passes(
      'disabled',
      `resource "aws_sagemaker_notebook_instance" "forecast" {
  name          = "forecast"
  role_arn      = "arn:aws:iam::123456789012:role/notebooks"
  instance_type = "ml.t3.medium"
  root_access   = "Disabled"
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: forecast
      RoleArn: arn:aws:iam::123456789012:role/notebooks
      InstanceType: ml.t3.medium
      RootAccess: Disabled`,
      },
    ),
  ],
});
