/** Build instances run scripts from many places, with a role. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Build instances require IMDSv2', ja: 'イメージ構築用インスタンスが IMDSv2 を必須にする' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.imagebuilder.infrastructure',
  why: {
    en: "Builds run scripts and packages from many places; with version 1 one forged request takes the role's credentials.",
    ja: '構築時には多数のスクリプトやパッケージが動きます。バージョン 1 では、細工されたリクエスト 1 つでロールの認証情報を奪われます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'instance_metadata_options.http_tokens', value: 'required' }],
      cloudformation: [{ set: 'InstanceMetadataOptions.HttpTokens', value: 'required' }],
    },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set http_tokens to required.',
      ja: 'http_tokens を required にしてください。',
    },
    terraform: `resource "aws_imagebuilder_infrastructure_configuration" "base" {
  name                  = "base"
  instance_profile_name = "image-builder"
  instance_metadata_options {
    http_tokens = "required"
  }
}`,
    cloudformation: `Resources:
  Base:
    Type: AWS::ImageBuilder::InfrastructureConfiguration
    Properties:
      Name: base
      InstanceProfileName: image-builder
      InstanceMetadataOptions:
        HttpTokens: required`,
    cli: 'aws imagebuilder update-infrastructure-configuration --cli-input-json file://infrastructure.json',
  },
  references: ['https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-infra-config.html'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(infrastructure) {
    if (infrastructure.httpTokens === 'required') return pass();
    return fail({
      en: `Build instances of ${infrastructure.name} still answer the first version of the metadata service`,
      ja: `${infrastructure.name} の構築用インスタンスは IMDSv1 も受け付けます`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_imagebuilder_infrastructure_configuration" "base" {
  name                  = "base"
  instance_profile_name = "image-builder"
}`,
      {
        cloudformation: `Resources:
  Base:
    Type: AWS::ImageBuilder::InfrastructureConfiguration
    Properties:
      Name: base
      InstanceProfileName: image-builder`,
      },
    ),
    passes(
      'required',
      `resource "aws_imagebuilder_infrastructure_configuration" "base" {
  name                  = "base"
  instance_profile_name = "image-builder"
  instance_metadata_options {
    http_tokens = "required"
  }
}`,
      {
        cloudformation: `Resources:
  Base:
    Type: AWS::ImageBuilder::InfrastructureConfiguration
    Properties:
      Name: base
      InstanceProfileName: image-builder
      InstanceMetadataOptions:
        HttpTokens: required`,
      },
    ),
  ],
});
