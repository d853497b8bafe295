import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'App Runner services are encrypted with a customer managed key',
    ja: 'App Runner サービスがカスタマー管理キーで暗号化されている',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.apprunner.service',
  why: {
    en: 'App Runner keeps a copy of the source and its image. With a key of your own you decide who may decrypt them.',
    ja: 'App Runner はソースとイメージの複製を保存します。自社の鍵なら、復号できる相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Name a KMS key in encryption_configuration; it is taken only at creation.',
      ja: 'encryption_configuration に KMS キーを指定してください。作成時にのみ設定できます。',
    },
    terraform: `resource "aws_apprunner_service" "shop" {
  service_name = "shop"
  encryption_configuration {
    kms_key = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::AppRunner::Service
    Properties:
      ServiceName: shop
      EncryptionConfiguration:
        KmsKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/apprunner/latest/dg/security-data-protection-encryption.html'],
  equivalents: ['cloudsploit:appRunnerServiceEncrypted'],
  noFramework: 'no control mapping yet',
  evaluate(service) {
    if (service.hasCustomerKey) return pass();
    return fail({
      en: `App Runner service ${service.name} is not encrypted with a customer managed key`,
      ja: `App Runner サービス ${service.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_apprunner_service" "shop" {
  service_name = "shop"
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::AppRunner::Service
    Properties:
      ServiceName: shop`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_apprunner_service" "shop" {
  service_name = "shop"
  encryption_configuration {
    kms_key = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  }
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::AppRunner::Service
    Properties:
      ServiceName: shop
      EncryptionConfiguration:
        KmsKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
