import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'SageMaker endpoint volumes are encrypted with a customer managed key',
    ja: 'SageMaker エンドポイントがカスタマー管理キーで暗号化されている',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sagemaker.endpoint-configuration',
  why: {
    en: 'The instances hold the model and, with data capture, what it was asked. With a key of your own you decide who may decrypt that.',
    ja: 'インスタンスにはモデルと、データキャプチャを使えば入力データも残ります。自社の鍵なら、復号できる相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Set kms_key_arn to a KMS key of your own.',
      ja: 'kms_key_arn に自社の KMS キーを指定してください。',
    },
    terraform: `resource "aws_sagemaker_endpoint_configuration" "forecast" {
  name        = "forecast"
  kms_key_arn = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  production_variants {
    model_name             = "forecast"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
}`,
    cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::EndpointConfig
    Properties:
      EndpointConfigName: forecast
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
      ProductionVariants:
        - VariantName: main
          ModelName: forecast
          InstanceType: ml.m5.large
          InitialInstanceCount: 2`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html'],
  equivalents: ['CKV_AWS_98'],
  noFramework: 'no control mapping yet',
  evaluate(configuration) {
    if (configuration.hasCustomerKey) return pass();
    return fail({
      en: `Endpoint configuration ${configuration.name} is not encrypted with a customer managed key`,
      ja: `SageMaker エンドポイント ${configuration.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_sagemaker_endpoint_configuration" "forecast" {
  name = "forecast"
  production_variants {
    model_name             = "forecast"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::EndpointConfig
    Properties:
      EndpointConfigName: forecast
      ProductionVariants:
        - VariantName: main
          ModelName: forecast
          InstanceType: ml.m5.large
          InitialInstanceCount: 2`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_sagemaker_endpoint_configuration" "forecast" {
  name        = "forecast"
  kms_key_arn = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  production_variants {
    model_name             = "forecast"
    instance_type          = "ml.m5.large"
    initial_instance_count = 2
  }
}`,
      {
        cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::EndpointConfig
    Properties:
      EndpointConfigName: forecast
      KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
      ProductionVariants:
        - VariantName: main
          ModelName: forecast
          InstanceType: ml.m5.large
          InitialInstanceCount: 2`,
      },
    ),
  ],
});
