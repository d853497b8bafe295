/** The first version of the metadata service gives the role's credentials to any request that can be forged. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Notebooks require IMDSv2', ja: 'ノートブックが IMDSv2 を必須にする' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sagemaker.notebook',
  why: {
    en: "With version 1 a forged request from a page or a library is enough to take the role's credentials.",
    ja: 'バージョン 1 では、細工されたリクエスト 1 つでロールの認証情報を奪われます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'instance_metadata_service_configuration.minimum_instance_metadata_service_version', value: '2' }],
      cloudformation: [{ set: 'InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion', value: '2' }],
    },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set minimum_instance_metadata_service_version to 2.',
      ja: 'minimum_instance_metadata_service_version を 2 にしてください。',
    },
    terraform: `resource "aws_sagemaker_notebook_instance" "forecast" {
  name          = "forecast"
  role_arn      = "arn:aws:iam::123456789012:role/notebooks"
  instance_type = "ml.t3.medium"
  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = "2"
  }
}`,
    cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: forecast
      RoleArn: arn:aws:iam::123456789012:role/notebooks
      InstanceType: ml.t3.medium
      InstanceMetadataServiceConfiguration:
        MinimumInstanceMetadataServiceVersion: "2"`,
    cli: 'aws sagemaker update-notebook-instance --notebook-instance-name NAME --instance-metadata-service-configuration MinimumInstanceMetadataServiceVersion=2',
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-imds-config.html'],
  equivalents: ['CKV_AWS_371', 'prowler:sagemaker_notebook_instance_imdsv2_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(notebook) {
    if (notebook.minimumMetadataVersion === '2') return pass();
    return fail({
      en: `Notebook ${notebook.name} still answers the first version of the metadata service`,
      ja: `ノートブック ${notebook.name} は IMDSv1 も受け付けます`,
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
      'version 1',
      `resource "aws_sagemaker_notebook_instance" "forecast" {
  name          = "forecast"
  role_arn      = "arn:aws:iam::123456789012:role/notebooks"
  instance_type = "ml.t3.medium"
  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = "1"
  }
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: forecast
      RoleArn: arn:aws:iam::123456789012:role/notebooks
      InstanceType: ml.t3.medium
      InstanceMetadataServiceConfiguration:
        MinimumInstanceMetadataServiceVersion: "1"`,
      },
    ),
    passes(
      'version 2',
      `resource "aws_sagemaker_notebook_instance" "forecast" {
  name          = "forecast"
  role_arn      = "arn:aws:iam::123456789012:role/notebooks"
  instance_type = "ml.t3.medium"
  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = "2"
  }
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: forecast
      RoleArn: arn:aws:iam::123456789012:role/notebooks
      InstanceType: ml.t3.medium
      InstanceMetadataServiceConfiguration:
        MinimumInstanceMetadataServiceVersion: "2"`,
      },
    ),
  ],
});
