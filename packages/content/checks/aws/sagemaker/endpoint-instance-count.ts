/** One instance is one failure away from an endpoint that does not answer. */
import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SageMaker endpoints have more than one instance', ja: 'SageMaker エンドポイントに複数のインスタンスがある' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sagemaker.endpoint-configuration',
  why: {
    en: 'SageMaker spreads instances over zones; a single one stops with its zone, its host or its update.',
    ja: 'SageMaker は複数のインスタンスをゾーンに分散します。1 台だけでは、ゾーンやホストの障害で停止します。',
  },
  fix: {
    summary: {
      en: 'Set initial_instance_count to 2 or more for each variant.',
      ja: '各バリアントの initial_instance_count を 2 以上にしてください。',
    },
    terraform: `resource "aws_sagemaker_endpoint_configuration" "forecast" {
  name = "forecast"
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
      ProductionVariants:
        - VariantName: main
          ModelName: forecast
          InstanceType: ml.m5.large
          InitialInstanceCount: 2`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-scaling.html'],
  equivalents: ['SageMaker.4', 'prowler:sagemaker_endpoint_config_prod_variant_instances'],
  noFramework: 'no control mapping yet',
  evaluate(configuration) {
    const single = find(configuration.variants, (variant) => (variant.initialInstances ?? 2) < 2);
    if (!single) return pass();
    return fail({
      en: `A variant of ${configuration.name} has a single instance`,
      ja: `${configuration.name} のバリアントにインスタンスが 1 台しかありません`,
    });
  },
  examples: [
    fails(
      'one',
      `resource "aws_sagemaker_endpoint_configuration" "forecast" {
  name = "forecast"
  production_variants {
    model_name             = "forecast"
    instance_type          = "ml.m5.large"
    initial_instance_count = 1
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
          InitialInstanceCount: 1`,
      },
    ),
    passes(
      'two',
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
      'serverless',
      `resource "aws_sagemaker_endpoint_configuration" "forecast" {
  name = "forecast"
  production_variants {
    model_name = "forecast"
    serverless_config {
      max_concurrency   = 10
      memory_size_in_mb = 2048
    }
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
          ServerlessConfig:
            MaxConcurrency: 10
            MemorySizeInMB: 2048`,
      },
    ),
  ],
});
