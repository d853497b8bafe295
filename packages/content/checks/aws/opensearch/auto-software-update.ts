/** Service software carries the security fixes. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Domains update their software by themselves', ja: 'ドメインのソフトウェアが自動更新される' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.opensearch.domain',
  why: {
    en: 'Without automatic updates fixes wait until somebody installs them.',
    ja: '自動更新でないと、誰かが適用するまで修正が反映されません。',
  },
  fix: {
    edits: {
      terraform: [{ of: ['aws_opensearch_domain'], set: 'software_update_options.auto_software_update_enabled', value: true }],
      cloudformation: [{ of: ['AWS::OpenSearchService::Domain'], set: 'SoftwareUpdateOptions.AutoSoftwareUpdateEnabled', value: true }],
    },
    summary: {
      en: 'Set software_update_options.auto_software_update_enabled to true.',
      ja: 'software_update_options.auto_software_update_enabled を true にしてください。',
    },
    terraform: `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  software_update_options {
    auto_software_update_enabled = true
  }
}`,
    cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      SoftwareUpdateOptions:
        AutoSoftwareUpdateEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/service-software.html'],
  equivalents: ['Opensearch.10', 'prowler:opensearch_service_domains_updated_to_the_latest_service_software_version'],
  noFramework: 'no control mapping yet',
  evaluate(domain) {
    if (domain.autoSoftwareUpdate) return pass();
    return fail({
      en: `Domain ${domain.name} waits for somebody to install updates`,
      ja: `ドメイン ${domain.name} のソフトウェア更新は自動ではありません`,
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

  software_update_options {
    auto_software_update_enabled = true
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
      SoftwareUpdateOptions:
        AutoSoftwareUpdateEnabled: true`,
    }),
  ],
});
