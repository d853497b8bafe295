/** The image of a monitoring job sees what the model was asked. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Model monitoring jobs are isolated from the network', ja: 'モデル監視ジョブがネットワークから分離されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sagemaker.monitoring-job',
  why: {
    en: 'The image of the job sees captured requests; with a network it can send them anywhere.',
    ja: 'ジョブのイメージは取得した入力データを読めます。ネットワークがあれば外部に送れます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'network_config.enable_network_isolation', value: true }],
      cloudformation: [{ set: 'NetworkConfig.EnableNetworkIsolation', value: true }],
    },
    cautions: ['replaces', 'closes-outbound'],
    summary: {
      en: 'Set enable_network_isolation to true.',
      ja: 'enable_network_isolation を true にしてください。',
    },
    terraform: `resource "aws_sagemaker_data_quality_job_definition" "forecast" {
  name     = "forecast"
  role_arn = "arn:aws:iam::123456789012:role/models"
  network_config {
    enable_network_isolation = true
  }
}`,
    cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::DataQualityJobDefinition
    Properties:
      JobDefinitionName: forecast
      RoleArn: arn:aws:iam::123456789012:role/models
      NetworkConfig:
        EnableNetworkIsolation: true`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html'],
  equivalents: ['SageMaker.11', 'SageMaker.12'],
  noFramework: 'no control mapping yet',
  evaluate(job) {
    if (job.isIsolated) return pass();
    return fail({
      en: `Monitoring job ${job.name} is not isolated from the network`,
      ja: `監視ジョブ ${job.name} はネットワークから分離されていません`,
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
      'isolated',
      `resource "aws_sagemaker_data_quality_job_definition" "forecast" {
  name     = "forecast"
  role_arn = "arn:aws:iam::123456789012:role/models"
  network_config {
    enable_network_isolation = true
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
        EnableNetworkIsolation: true`,
      },
    ),
  ],
});
