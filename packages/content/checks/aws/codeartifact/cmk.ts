import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'CodeArtifact domains are encrypted with a customer managed key',
    ja: 'CodeArtifact ドメインがカスタマー管理キーで暗号化されている',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.codeartifact.domain',
  why: {
    en: 'The domain keeps every package you build, closed source among them. With a key of your own you decide who may decrypt them.',
    ja: 'ドメインには非公開のものを含む全パッケージが保存されます。自社の鍵なら、復号できる相手を限定できます。',
  },
  fix: {
    summary: {
      en: 'Set encryption_key to a KMS key of your own; a domain takes it only when it is created.',
      ja: 'encryption_key に自社の KMS キーを指定してください。作成時にのみ設定できます。',
    },
    terraform: `resource "aws_codeartifact_domain" "shop" {
  domain         = "shop"
  encryption_key = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
    cloudformation: `Resources:
  Shop:
    Type: AWS::CodeArtifact::Domain
    Properties:
      DomainName: shop
      EncryptionKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
  },
  references: ['https://docs.aws.amazon.com/codeartifact/latest/ug/domain-create.html'],
  equivalents: ['CKV_AWS_221', 'cloudsploit:codeartifactDomainEncrypted'],
  noFramework: 'no control mapping yet',
  evaluate(domain) {
    if (domain.hasCustomerKey) return pass();
    return fail({
      en: `CodeArtifact domain ${domain.name} is not encrypted with a customer managed key`,
      ja: `CodeArtifact ドメイン ${domain.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_codeartifact_domain" "shop" {
  domain = "shop"
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::CodeArtifact::Domain
    Properties:
      DomainName: shop`,
      },
    ),
    passes(
      'a key of the account',
      `resource "aws_codeartifact_domain" "shop" {
  domain         = "shop"
  encryption_key = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}`,
      {
        cloudformation: `Resources:
  Shop:
    Type: AWS::CodeArtifact::Domain
    Properties:
      DomainName: shop
      EncryptionKey: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
