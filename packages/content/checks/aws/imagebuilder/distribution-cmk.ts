/** Images hold a whole disk: code, agents, configuration. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Distributed images are encrypted with a customer managed key',
    ja: '配布するイメージがカスタマー管理キーで暗号化されている',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.imagebuilder.distribution',
  why: {
    en: 'An image is a whole disk with code and configuration; with a key of your own only accounts you name can start it.',
    ja: 'イメージはコードや設定を含むディスク全体です。自社の鍵なら、許可したアカウントだけが起動できます。',
  },
  fix: {
    summary: {
      en: 'Set kms_key_id of ami_distribution_configuration.',
      ja: 'ami_distribution_configuration の kms_key_id を指定してください。',
    },
    terraform: `resource "aws_imagebuilder_distribution_configuration" "base" {
  name = "base"
  distribution {
    region = "ap-northeast-1"
    ami_distribution_configuration {
      name       = "base-{{ imagebuilder:buildDate }}"
      kms_key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
  }
}`,
    cloudformation: `Resources:
  Base:
    Type: AWS::ImageBuilder::DistributionConfiguration
    Properties:
      Name: base
      Distributions:
        - Region: ap-northeast-1
          AmiDistributionConfiguration:
            Name: "base-{{ imagebuilder:buildDate }}"
            KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-distribution-settings.html'],
  equivalents: ['CKV_AWS_199'],
  noFramework: 'no control mapping yet',
  evaluate(distribution) {
    if (none(distribution.images, (image) => image.isMachineImage && !image.hasCustomerKey)) return pass();
    return fail({
      en: `Configuration ${distribution.name} distributes an image without a customer managed key`,
      ja: `設定 ${distribution.name} はカスタマー管理キーのないイメージを配布します`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_imagebuilder_distribution_configuration" "base" {
  name = "base"
  distribution {
    region = "ap-northeast-1"
    ami_distribution_configuration {
      name = "base-{{ imagebuilder:buildDate }}"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Base:
    Type: AWS::ImageBuilder::DistributionConfiguration
    Properties:
      Name: base
      Distributions:
        - Region: ap-northeast-1
          AmiDistributionConfiguration:
            Name: "base-{{ imagebuilder:buildDate }}"`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_imagebuilder_distribution_configuration" "base" {
  name = "base"
  distribution {
    region = "ap-northeast-1"
    ami_distribution_configuration {
      name       = "base-{{ imagebuilder:buildDate }}"
      kms_key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Base:
    Type: AWS::ImageBuilder::DistributionConfiguration
    Properties:
      Name: base
      Distributions:
        - Region: ap-northeast-1
          AmiDistributionConfiguration:
            Name: "base-{{ imagebuilder:buildDate }}"
            KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
