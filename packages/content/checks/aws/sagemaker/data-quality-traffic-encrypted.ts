/** Instances of one job exchange its data over the network. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Data quality jobs encrypt traffic between instances', ja: 'データ品質ジョブがインスタンス間の通信を暗号化する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sagemaker.data-quality-job',
  why: {
    en: 'Instances of the job exchange captured requests; without encryption they travel readably.',
    ja: 'ジョブのインスタンス間では入力データがやり取りされます。暗号化しないと読める形で流れます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'network_config.enable_inter_container_traffic_encryption', value: true }],
      cloudformation: [{ set: 'NetworkConfig.EnableInterContainerTrafficEncryption', value: true }],
    },
    cautions: ['replaces'],
    summary: {
      en: 'Set enable_inter_container_traffic_encryption to true.',
      ja: 'enable_inter_container_traffic_encryption を true にしてください。',
    },
    terraform: `resource "aws_sagemaker_data_quality_job_definition" "forecast" {
  name     = "forecast"
  role_arn = "arn:aws:iam::123456789012:role/models"
  network_config {
    enable_inter_container_traffic_encryption = true
  }
}`,
    cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::DataQualityJobDefinition
    Properties:
      JobDefinitionName: forecast
      RoleArn: arn:aws:iam::123456789012:role/models
      NetworkConfig:
        EnableInterContainerTrafficEncryption: true`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/train-encrypt.html'],
  equivalents: ['CKV_AWS_369'],
  noFramework: 'no control mapping yet',
  evaluate(job) {
    if (job.encryptsTraffic) return pass();
    return fail({
      en: `Data quality job ${job.name} does not encrypt traffic between its instances`,
      ja: `データ品質ジョブ ${job.name} はインスタンス間の通信を暗号化していません`,
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
      'encrypted',
      `resource "aws_sagemaker_data_quality_job_definition" "forecast" {
  name     = "forecast"
  role_arn = "arn:aws:iam::123456789012:role/models"
  network_config {
    enable_inter_container_traffic_encryption = true
  }
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::DataQualityJobDefinition
    Properties:
      JobDefinitionName: forecast
      RoleArn: arn:aws:iam::123456789012:role/models
      NetworkConfig:
        EnableInterContainerTrafficEncryption: true`,
      },
    ),
  ],
});
