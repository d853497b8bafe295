/** With a key of its own the account decides who decrypts, and can stop it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Domains use a customer managed key', ja: 'ドメインがカスタマー管理キーで暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.opensearch.domain',
  why: {
    en: 'The key of AWS has a policy that nobody may change: access to the indexes cannot be withdrawn by the key.',
    ja: 'AWS 管理キーのポリシーは変更できず、キーによるアクセスの取り消しができません。',
  },
  fix: {
    summary: { en: 'Set encrypt_at_rest.kms_key_id.', ja: 'encrypt_at_rest.kms_key_id を指定してください。' },
    terraform: `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  encrypt_at_rest {
    enabled    = true
    kms_key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
  }
}`,
    cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      EncryptionAtRestOptions:
        Enabled: true
        KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html'],
  equivalents: ['CKV_AWS_247', 'cloudsploit:opensearchEncryptionEnabled'],
  noFramework: 'no control mapping yet',
  evaluate(domain) {
    if (domain.hasCustomerKey) return pass();
    return fail({
      en: `Domain ${domain.name} is not encrypted with a customer managed key`,
      ja: `ドメイン ${domain.name} はカスタマー管理キーで暗号化されていません`,
    });
  },
  examples: [
    fails(
      'the key of AWS',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  encrypt_at_rest {
    enabled = true
  }
}`,
    ),
    passes(
      'a key',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  encrypt_at_rest {
    enabled    = true
    kms_key_id = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
  }
}`,
    ),
    fails('the key of AWS in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      EncryptionAtRestOptions:
        Enabled: true`,
    }),
    passes('a key in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      EncryptionAtRestOptions:
        Enabled: true
        KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
    }),
  ],
});
