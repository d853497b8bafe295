import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Outputs of data quality jobs are encrypted with a customer managed key',
    ja: 'データ品質ジョブの出力がカスタマー管理キーで暗号化されている',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sagemaker.data-quality-job',
  why: {
    en: 'Reports of the job quote statistics and samples of what the model was asked. With a key of your own you decide who may decrypt them.',
    ja: 'ジョブのレポートにはモデルへの入力の統計や例が含まれます。自社の鍵なら、復号できる相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Set kms_key_id of the output to a KMS key of your own.',
      ja: '出力の kms_key_id に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_sagemaker_data_quality_job_definition" "forecast" {
  name     = "forecast"
  role_arn = "arn:aws:iam::123456789012:role/models"
  data_quality_job_output_config {
    kms_key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    monitoring_outputs {
      s3_output {
        s3_uri = "s3://orders-monitoring/"
      }
    }
  }
}`,
    cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::DataQualityJobDefinition
    Properties:
      JobDefinitionName: forecast
      RoleArn: arn:aws:iam::123456789012:role/models
      DataQualityJobOutputConfig:
        KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html'],
  equivalents: ['CKV_AWS_367'],
  noFramework: 'no control mapping yet',
  evaluate(job) {
    if (job.outputHasCustomerKey) return pass();
    return fail({
      en: `Output of data quality job ${job.name} is not encrypted with a customer managed key`,
      ja: `データ品質ジョブの出力 ${job.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_sagemaker_data_quality_job_definition" "forecast" {
  name     = "forecast"
  role_arn = "arn:aws:iam::123456789012:role/models"
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::DataQualityJobDefinition
    Properties:
      JobDefinitionName: forecast
      RoleArn: arn:aws:iam::123456789012:role/models`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_sagemaker_data_quality_job_definition" "forecast" {
  name     = "forecast"
  role_arn = "arn:aws:iam::123456789012:role/models"
  data_quality_job_output_config {
    kms_key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    monitoring_outputs {
      s3_output {
        s3_uri = "s3://orders-monitoring/"
      }
    }
  }
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::DataQualityJobDefinition
    Properties:
      JobDefinitionName: forecast
      RoleArn: arn:aws:iam::123456789012:role/models
      DataQualityJobOutputConfig:
        KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
