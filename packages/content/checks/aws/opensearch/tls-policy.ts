/** TLS 1.0 and 1.1 are broken, and the default admits them. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Endpoints require TLS 1.2', ja: 'エンドポイントが TLS 1.2 以上を必須にしている' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.opensearch.domain',
  why: {
    en: 'The default policy takes TLS 1.0, whose weaknesses let connections be read.',
    ja: '既定のポリシーは、通信を解読されるおそれのある TLS 1.0 を受け付けます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'domain_endpoint_options.tls_security_policy', value: 'Policy-Min-TLS-1-2-2019-07' }],
      cloudformation: [{ set: 'DomainEndpointOptions.TLSSecurityPolicy', value: 'Policy-Min-TLS-1-2-2019-07' }],
    },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Set tls_security_policy to Policy-Min-TLS-1-2-PFS-2023-10.',
      ja: 'tls_security_policy を Policy-Min-TLS-1-2-PFS-2023-10 にしてください。',
    },
    terraform: `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}`,
    cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      DomainEndpointOptions:
        EnforceHTTPS: true
        TLSSecurityPolicy: Policy-Min-TLS-1-2-2019-07`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html'],
  equivalents: [
    'CKV_AWS_228',
    'AVD-AWS-0126',
    'tfsec:aws-elastic-search-use-secure-tls-policy',
    'tfsec:aws-elasticsearch-use-secure-tls-policy',
    'Opensearch.8',
    'cloudsploit:opensearchTlsVersion',
  ],
  noFramework: 'no control mapping yet',
  evaluate(domain) {
    if (/^Policy-Min-TLS-1-[23]-/.test(domain.tlsPolicy)) return pass();
    return fail({
      en: `Domain ${domain.name} admits old TLS versions (${domain.tlsPolicy})`,
      ja: `ドメイン ${domain.name} は古い TLS を受け付けます (${domain.tlsPolicy})`,
    });
  },
  examples: [
    fails(
      'the default',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"
}`,
    ),
    fails(
      '1.0',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-0-2019-07"
  }
}`,
    ),
    passes(
      '1.2',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}`,
    ),
    fails('the default in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders`,
    }),
    passes('1.2 in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      DomainEndpointOptions:
        EnforceHTTPS: true
        TLSSecurityPolicy: Policy-Min-TLS-1-2-2019-07`,
    }),
  ],
});
