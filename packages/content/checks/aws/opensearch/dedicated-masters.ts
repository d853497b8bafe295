/** Without masters of their own, data nodes decide about the cluster while they are busy. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Domains have dedicated masters', ja: 'ドメインに専用マスターノードがある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.opensearch.domain',
  why: {
    en: 'Busy data nodes that also manage the cluster lose it under load: searches stop and data may be lost.',
    ja: 'データノードが管理も兼ねると、高負荷時にクラスターが不安定になり、検索停止やデータ損失を招きます。',
  },
  fix: {
    summary: {
      en: 'Set dedicated_master_enabled to true with three masters.',
      ja: 'dedicated_master_enabled を true にし、マスターを 3 台にしてください。',
    },
    terraform: `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  cluster_config {
    dedicated_master_enabled = true
    dedicated_master_count   = 3
  }
}`,
    cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      ClusterConfig:
        DedicatedMasterEnabled: true
        DedicatedMasterCount: 3`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html'],
  equivalents: [
    'CKV2_AWS_59',
    'Opensearch.11',
    'cloudsploit:opensearchDedicatedMasterEnabled',
    'prowler:opensearch_service_domains_fault_tolerant_master_nodes',
  ],
  noFramework: 'no control mapping yet',
  evaluate(domain) {
    if (domain.dedicatedMasters) return pass();
    return fail({ en: `Domain ${domain.name} has no dedicated masters`, ja: `ドメイン ${domain.name} に専用マスターノードがありません` });
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
      'three',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  cluster_config {
    dedicated_master_enabled = true
    dedicated_master_count   = 3
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
    passes('three in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      ClusterConfig:
        DedicatedMasterEnabled: true
        DedicatedMasterCount: 3`,
    }),
  ],
});
