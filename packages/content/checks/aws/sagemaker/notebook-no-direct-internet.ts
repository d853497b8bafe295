/** A notebook with its own way to the internet carries data past every control of the VPC. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Notebooks have no direct internet access', ja: 'ノートブックがインターネットに直接接続できない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.sagemaker.notebook',
  why: {
    en: "Direct access goes through a network of SageMaker, past the VPC's filters and logs: data leaves and code enters unseen.",
    ja: '直接接続は SageMaker 側のネットワークを通り、VPC のフィルターやログを回避します。データの持ち出しや不正コードの取り込みに気づけません。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'direct_internet_access', value: 'Disabled' }],
      cloudformation: [{ set: 'DirectInternetAccess', value: 'Disabled' }],
    },
    cautions: ['replaces', 'closes-outbound', 'needs-network'],
    summary: {
      en: 'Place the notebook in a subnet and set direct_internet_access to Disabled.',
      ja: 'ノートブックをサブネットに置き、direct_internet_access を Disabled にしてください。',
    },
    terraform: `resource "aws_sagemaker_notebook_instance" "forecast" {
  name                   = "forecast"
  role_arn               = "arn:aws:iam::123456789012:role/notebooks"
  instance_type          = "ml.t3.medium"
  subnet_id              = "subnet-0123456789abcdef0"
  security_groups        = ["sg-0123456789abcdef0"]
  direct_internet_access = "Disabled"
}`,
    cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: forecast
      RoleArn: arn:aws:iam::123456789012:role/notebooks
      InstanceType: ml.t3.medium
      SubnetId: subnet-0123456789abcdef0
      SecurityGroupIds: [sg-0123456789abcdef0]
      DirectInternetAccess: Disabled`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html'],
  equivalents: [
    'CKV_AWS_122',
    'SageMaker.1',
    'prowler:sagemaker_notebook_instance_without_direct_internet_access_configured',
    'cloudsploit:notebookDirectInternetAccess',
  ],
  evaluate(notebook) {
    if (notebook.directInternetAccess === 'Disabled') return pass();
    return fail({
      en: `Notebook ${notebook.name} has direct internet access`,
      ja: `ノートブック ${notebook.name} はインターネットに直接接続できます`,
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
  name                   = "forecast"
  role_arn               = "arn:aws:iam::123456789012:role/notebooks"
  instance_type          = "ml.t3.medium"
  direct_internet_access = "Enabled"
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: forecast
      RoleArn: arn:aws:iam::123456789012:role/notebooks
      InstanceType: ml.t3.medium
      DirectInternetAccess: Enabled`,
      },
    ),
    passes(
      'disabled',
      `resource "aws_sagemaker_notebook_instance" "forecast" {
  name                   = "forecast"
  role_arn               = "arn:aws:iam::123456789012:role/notebooks"
  instance_type          = "ml.t3.medium"
  subnet_id              = "subnet-0123456789abcdef0"
  security_groups        = ["sg-0123456789abcdef0"]
  direct_internet_access = "Disabled"
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: forecast
      RoleArn: arn:aws:iam::123456789012:role/notebooks
      InstanceType: ml.t3.medium
      SubnetId: subnet-0123456789abcdef0
      SecurityGroupIds: [sg-0123456789abcdef0]
      DirectInternetAccess: Disabled`,
      },
    ),
  ],
});
