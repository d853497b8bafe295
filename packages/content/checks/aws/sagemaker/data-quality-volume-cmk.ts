import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Volumes of data quality jobs are encrypted with a customer managed key',
    ja: 'データ品質ジョブのボリュームがカスタマー管理キーで暗号化されている',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sagemaker.data-quality-job',
  why: {
    en: 'The job copies captured requests to its volumes. With a key of your own you decide who may decrypt them.',
    ja: 'ジョブは取得した入力データをボリュームに複製します。自社の鍵なら、復号できる相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Set volume_kms_key_id to a KMS key of your own.',
      ja: 'volume_kms_key_id に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_sagemaker_data_quality_job_definition" "forecast" {
  name     = "forecast"
  role_arn = "arn:aws:iam::123456789012:role/models"
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 20
      volume_kms_key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
  }
}`,
    cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::DataQualityJobDefinition
    Properties:
      JobDefinitionName: forecast
      RoleArn: arn:aws:iam::123456789012:role/models
      JobResources:
        ClusterConfig:
          InstanceCount: 1
          InstanceType: ml.m5.large
          VolumeSizeInGB: 20
          VolumeKmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html'],
  equivalents: ['CKV_AWS_368'],
  noFramework: 'no control mapping yet',
  evaluate(job) {
    if (job.volumeHasCustomerKey) return pass();
    return fail({
      en: `Volume of data quality job ${job.name} is not encrypted with a customer managed key`,
      ja: `データ品質ジョブのボリューム ${job.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_sagemaker_data_quality_job_definition" "forecast" {
  name     = "forecast"
  role_arn = "arn:aws:iam::123456789012:role/models"
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 20
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
      JobResources:
        ClusterConfig:
          InstanceCount: 1
          InstanceType: ml.m5.large
          VolumeSizeInGB: 20`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_sagemaker_data_quality_job_definition" "forecast" {
  name     = "forecast"
  role_arn = "arn:aws:iam::123456789012:role/models"
  job_resources {
    cluster_config {
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 20
      volume_kms_key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
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
      JobResources:
        ClusterConfig:
          InstanceCount: 1
          InstanceType: ml.m5.large
          VolumeSizeInGB: 20
          VolumeKmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
