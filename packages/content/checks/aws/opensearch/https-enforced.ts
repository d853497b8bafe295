/** An endpoint that takes plain HTTP hands out credentials and documents to whoever listens. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Endpoints enforce HTTPS', ja: 'エンドポイントが HTTPS を強制している' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.opensearch.domain',
  why: {
    en: 'Requests over plain HTTP can be read and changed on the way, credentials too.',
    ja: '平文の HTTP リクエストは、認証情報も含めて経路上で読み書きできます。',
  },
  fix: {
    edits: {
      terraform: [{ set: 'domain_endpoint_options.enforce_https', value: true }],
      cloudformation: [{ set: 'DomainEndpointOptions.EnforceHTTPS', value: true }],
    },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Set domain_endpoint_options.enforce_https to true.',
      ja: 'domain_endpoint_options.enforce_https を true にしてください。',
    },
    terraform: `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  domain_endpoint_options {
    enforce_https = true
  }
}`,
    cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      DomainEndpointOptions:
        EnforceHTTPS: true`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createupdatedomains.html'],
  equivalents: [
    'CKV_AWS_83',
    'AVD-AWS-0046',
    'tfsec:aws-elastic-search-enforce-https',
    'tfsec:aws-elasticsearch-enforce-https',
    'Opensearch.8',
    'ES.8',
    'prowler:opensearch_service_domains_https_communications_enforced',
    'cloudsploit:opensearchHttpsOnly',
  ],
  evaluate(domain) {
    if (domain.enforcesHttps) return pass();
    return fail({ en: `Domain ${domain.name} takes plain HTTP`, ja: `ドメイン ${domain.name} は平文の HTTP を受け付けます` });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"
}`,
    ),
    fails(
      'off',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  domain_endpoint_options {
    enforce_https = false
  }
}`,
    ),
    passes(
      'on',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  domain_endpoint_options {
    enforce_https = true
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
    fails('off in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      DomainEndpointOptions:
        EnforceHTTPS: false`,
    }),
    passes('on in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      DomainEndpointOptions:
        EnforceHTTPS: true`,
    }),
  ],
});
