/** A model image from elsewhere can send what it sees to elsewhere. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SageMaker models are isolated from the network', ja: 'SageMaker モデルがネットワークから分離されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sagemaker.model',
  why: {
    en: 'An image or a dependency that turned bad can send inputs and credentials out as long as it has a network.',
    ja: '悪意のあるイメージや依存ライブラリは、ネットワークがあれば入力データや認証情報を外部に送れます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'enable_network_isolation', value: true }],
      cloudformation: [{ set: 'EnableNetworkIsolation', value: true }],
    },
    cautions: ['replaces', 'closes-outbound'],
    summary: {
      en: 'Set enable_network_isolation to true.',
      ja: 'enable_network_isolation を true にしてください。',
    },
    terraform: `resource "aws_sagemaker_model" "forecast" {
  name               = "forecast"
  execution_role_arn = "arn:aws:iam::123456789012:role/models"
  primary_container {
    image = "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/forecast:4"
  }
  enable_network_isolation = true
}`,
    cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::Model
    Properties:
      ModelName: forecast
      ExecutionRoleArn: arn:aws:iam::123456789012:role/models
      PrimaryContainer:
        Image: 123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/forecast:4
      EnableNetworkIsolation: true`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html'],
  equivalents: ['CKV_AWS_370', 'SageMaker.5', 'prowler:sagemaker_models_network_isolation_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(model) {
    if (model.isIsolated) return pass();
    return fail({
      en: `Model ${model.name} is not isolated from the network`,
      ja: `モデル ${model.name} はネットワークから分離されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_sagemaker_model" "forecast" {
  name               = "forecast"
  execution_role_arn = "arn:aws:iam::123456789012:role/models"
  primary_container {
    image = "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/forecast:4"
  }
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::Model
    Properties:
      ModelName: forecast
      ExecutionRoleArn: arn:aws:iam::123456789012:role/models
      PrimaryContainer:
        Image: 123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/forecast:4`,
      },
    ),
    fails(
      'switched off',
      `resource "aws_sagemaker_model" "forecast" {
  name               = "forecast"
  execution_role_arn = "arn:aws:iam::123456789012:role/models"
  primary_container {
    image = "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/forecast:4"
  }
  enable_network_isolation = false
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::Model
    Properties:
      ModelName: forecast
      ExecutionRoleArn: arn:aws:iam::123456789012:role/models
      PrimaryContainer:
        Image: 123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/forecast:4
      EnableNetworkIsolation: false`,
      },
    ),
    passes(
      'isolated',
      `resource "aws_sagemaker_model" "forecast" {
  name               = "forecast"
  execution_role_arn = "arn:aws:iam::123456789012:role/models"
  primary_container {
    image = "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/forecast:4"
  }
  enable_network_isolation = true
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::Model
    Properties:
      ModelName: forecast
      ExecutionRoleArn: arn:aws:iam::123456789012:role/models
      PrimaryContainer:
        Image: 123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/forecast:4
      EnableNetworkIsolation: true`,
      },
    ),
  ],
});
