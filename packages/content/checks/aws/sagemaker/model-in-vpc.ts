/** A model in your VPC reaches what you let it reach. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'SageMaker models run inside a VPC', ja: 'SageMaker モデルが VPC 内で動く' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.sagemaker.model',
  why: {
    en: 'Outside of a VPC the containers use a network of SageMaker, which your filters and flow logs do not see.',
    ja: 'VPC の外ではコンテナが SageMaker 側のネットワークを使い、自社のフィルターやフローログの対象になりません。',
  },
  fix: {
    summary: {
      en: 'Add vpc_config with private subnets.',
      ja: 'プライベートサブネットを指定した vpc_config を追加してください。',
    },
    terraform: `resource "aws_sagemaker_model" "forecast" {
  name               = "forecast"
  execution_role_arn = "arn:aws:iam::123456789012:role/models"
  primary_container {
    image = "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/forecast:4"
  }
  vpc_config {
    subnets            = ["subnet-0123456789abcdef0"]
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}`,
    cloudformation: `Resources:
  Forecast:
    Type: AWS::SageMaker::Model
    Properties:
      ModelName: forecast
      ExecutionRoleArn: arn:aws:iam::123456789012:role/models
      PrimaryContainer:
        Image: 123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/forecast:4
      VpcConfig:
        Subnets: [subnet-0123456789abcdef0]
        SecurityGroupIds: [sg-0123456789abcdef0]`,
  },
  references: ['https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html'],
  equivalents: ['prowler:sagemaker_models_vpc_settings_configured'],
  noFramework: 'no control mapping yet',
  evaluate(model) {
    if (model.inVpc) return pass();
    return fail({
      en: `Model ${model.name} runs outside of a VPC`,
      ja: `モデル ${model.name} は VPC の外で動いています`,
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
    passes(
      'in private subnets',
      `resource "aws_sagemaker_model" "forecast" {
  name               = "forecast"
  execution_role_arn = "arn:aws:iam::123456789012:role/models"
  primary_container {
    image = "123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/forecast:4"
  }
  vpc_config {
    subnets            = ["subnet-0123456789abcdef0"]
    security_group_ids = ["sg-0123456789abcdef0"]
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
        Image: 123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/forecast:4
      VpcConfig:
        Subnets: [subnet-0123456789abcdef0]
        SecurityGroupIds: [sg-0123456789abcdef0]`,
      },
    ),
  ],
});
