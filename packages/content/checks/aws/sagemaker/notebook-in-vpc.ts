/** Outside of your VPC neither its filters nor its logs apply. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Notebooks run inside a VPC', ja: 'ノートブックが VPC 内で動く' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sagemaker.notebook',
  why: {
    en: 'Without a subnet the notebook lives in a network of SageMaker, where neither your filters nor your flow logs apply.',
    ja: 'サブネットを指定しないと SageMaker 側のネットワークで動き、自社のフィルターもフローログも効きません。',
  },
  fix: {
    summary: {
      en: 'Set subnet_id and security_groups.',
      ja: 'subnet_id と security_groups を指定してください。',
    },
    terraform: `resource "aws_sagemaker_notebook_instance" "forecast" {
  name            = "forecast"
  role_arn        = "arn:aws:iam::123456789012:role/notebooks"
  instance_type   = "ml.t3.medium"
  subnet_id       = "subnet-0123456789abcdef0"
  security_groups = ["sg-0123456789abcdef0"]
}`,
    cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: forecast
      RoleArn: arn:aws:iam::123456789012:role/notebooks
      InstanceType: ml.t3.medium
      SubnetId: subnet-0123456789abcdef0
      SecurityGroupIds: [sg-0123456789abcdef0]`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/infrastructure-connect-to-resources.html'],
  equivalents: [
    'CKV_AWS_306',
    'SageMaker.2',
    'prowler:sagemaker_notebook_instance_vpc_settings_configured',
    'cloudsploit:notebookInstanceInVpc',
  ],
  noFramework: 'no control mapping yet',
  evaluate(notebook) {
    if (notebook.hasSubnet) return pass();
    return fail({
      en: `Notebook ${notebook.name} runs outside of a VPC`,
      ja: `ノートブック ${notebook.name} は VPC の外で動いています`,
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
    passes(
      'in a subnet',
      `resource "aws_sagemaker_notebook_instance" "forecast" {
  name            = "forecast"
  role_arn        = "arn:aws:iam::123456789012:role/notebooks"
  instance_type   = "ml.t3.medium"
  subnet_id       = "subnet-0123456789abcdef0"
  security_groups = ["sg-0123456789abcdef0"]
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
      SecurityGroupIds: [sg-0123456789abcdef0]`,
      },
    ),
  ],
});
