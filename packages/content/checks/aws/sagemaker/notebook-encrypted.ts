/** Notebooks gather extracts of production data. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Notebook volumes use a customer key', ja: 'ノートブックのボリュームにカスタマー管理キーを使う' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sagemaker.notebook',
  why: {
    en: 'Notebooks gather extracts of production data on their volume; with a key of your own you decide who may decrypt it.',
    ja: 'ノートブックのボリュームには本番データの抜粋が集まります。自社の鍵なら、復号できる相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Set kms_key_id to a KMS key of your own.',
      ja: 'kms_key_id に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_sagemaker_notebook_instance" "forecast" {
  name          = "forecast"
  role_arn      = "arn:aws:iam::123456789012:role/notebooks"
  instance_type = "ml.t3.medium"
  kms_key_id    = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
    cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: forecast
      RoleArn: arn:aws:iam::123456789012:role/notebooks
      InstanceType: ml.t3.medium
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html'],
  equivalents: ['CKV_AWS_22', 'CKV_AWS_187', 'prowler:sagemaker_notebook_instance_encryption_enabled', 'cloudsploit:notebookDataEncrypted'],
  evaluate(notebook) {
    if (notebook.hasCustomerKey) return pass();
    return fail({
      en: `The volume of notebook ${notebook.name} is not encrypted with a customer managed key`,
      ja: `ノートブック ${notebook.name} のボリュームはカスタマー管理キーで暗号化されていません`,
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
      'a key of the account',
      `resource "aws_sagemaker_notebook_instance" "forecast" {
  name          = "forecast"
  role_arn      = "arn:aws:iam::123456789012:role/notebooks"
  instance_type = "ml.t3.medium"
  kms_key_id    = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::NotebookInstance
    Properties:
      NotebookInstanceName: forecast
      RoleArn: arn:aws:iam::123456789012:role/notebooks
      InstanceType: ml.t3.medium
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
