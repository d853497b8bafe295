/** Indexes, logs and snapshots of a domain are files somewhere. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Domains are encrypted at rest', ja: 'ドメインの保存データが暗号化されている' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'aws.opensearch.domain',
  why: {
    en: 'Indexes often hold logs with personal data and secrets; unencrypted they are readable below the service.',
    ja: 'インデックスには個人情報や秘密を含むログが入ることが多く、暗号化しないと下位のストレージ層で読み取れます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'encrypt_at_rest.enabled', value: true }],
      cloudformation: [{ set: 'EncryptionAtRestOptions.Enabled', value: true }],
    },
    cautions: ['may-replace'],
    summary: { en: 'Add encrypt_at_rest with enabled = true.', ja: 'enabled = true の encrypt_at_rest を追加してください。' },
    terraform: `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  encrypt_at_rest {
    enabled = true
  }
}`,
    cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      EncryptionAtRestOptions:
        Enabled: true`,
    cli: 'aws opensearch update-domain-config --domain-name NAME --encryption-at-rest-options Enabled=true',
    console: {
      en: 'OpenSearch Service → Domains → the domain → Security configuration → Edit → Encryption of data at rest.',
      ja: 'OpenSearch Service → ドメイン → 対象 → セキュリティ設定 → 編集 → 保管時の暗号化。',
    },
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html'],
  equivalents: [
    'CKV_AWS_5',
    'AVD-AWS-0048',
    'tfsec:aws-elastic-search-enable-domain-encryption',
    'tfsec:aws-elasticsearch-enable-domain-encryption',
    'terrascan:AC_AWS_0112',
    'Opensearch.1',
    'ES.1',
    'prowler:opensearch_service_domains_encryption_at_rest_enabled',
    'cloudsploit:opensearchEncryptedDomain',
  ],
  evaluate(domain) {
    if (domain.encryptionAtRest) return pass();
    return fail({ en: `Domain ${domain.name} is not encrypted at rest`, ja: `ドメイン ${domain.name} の保存データは暗号化されていません` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"
}
`,
    ),
    fails(
      'off, in an old type',
      `resource "aws_elasticsearch_domain" "logs" {
  domain_name = "logs"
  encrypt_at_rest {
    enabled = false
  }
}`,
    ),
    passes(
      'on',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"
  encrypt_at_rest {
    enabled = true
  }
}
`,
    ),
    isUnknown(
      'handed in',
      `variable "on" {}
resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"
  encrypt_at_rest {
    enabled = var.on
  }
}
`,
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders`,
    }),
    fails('off, in an old type of a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::Elasticsearch::Domain
    Properties:
      DomainName: orders
      EncryptionAtRestOptions:
        Enabled: false`,
    }),
    passes('on in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      EncryptionAtRestOptions:
        Enabled: true`,
    }),
    isUnknown('handed in by a parameter', {
      cloudformation: `Parameters:
  Encrypted:
    Type: String
Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      EncryptionAtRestOptions:
        Enabled: !Ref Encrypted`,
    }),
  ],
});
