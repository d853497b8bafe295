/** Without it, who gets in reads every index. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Fine-grained access control is on', ja: 'きめ細かなアクセスコントロールが有効になっている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.opensearch.domain',
  why: {
    en: 'Without users and roles inside of the domain everybody who is let in reads and writes every index.',
    ja: 'ドメイン内の利用者とロールがないと、入れた者は全インデックスを読み書きできます。',
  },
  fix: {
    summary: {
      en: 'Add advanced_security_options with enabled = true.',
      ja: 'advanced_security_options の enabled を true にしてください。',
    },
    terraform: `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  advanced_security_options {
    enabled = true
  }
}`,
    cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      AdvancedSecurityOptions:
        Enabled: true
        MasterUserOptions:
          MasterUserARN: arn:aws:iam::123456789012:role/search`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html'],
  equivalents: ['CKV2_AWS_52', 'Opensearch.7', 'prowler:opensearch_service_domains_access_control_enabled'],
  evaluate(domain) {
    if (domain.fineGrainedAccess) return pass();
    return fail({
      en: `Domain ${domain.name} has no fine-grained access control`,
      ja: `ドメイン ${domain.name} のきめ細かなアクセスコントロールが無効です`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"
}`,
    ),
    passes(
      'on',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  advanced_security_options {
    enabled = true
  }
}`,
    ),
    fails('not written in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders`,
    }),
    passes('on in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      AdvancedSecurityOptions:
        Enabled: true
        MasterUserOptions:
          MasterUserARN: arn:aws:iam::123456789012:role/search`,
    }),
  ],
});
