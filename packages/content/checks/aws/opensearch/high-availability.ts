/** Three masters across zones survive the loss of one. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Domains have three masters across zones', ja: 'ドメインが 3 台のマスターで複数ゾーンに分散している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.opensearch.domain',
  why: {
    en: 'With fewer masters or a single zone the loss of one node or zone stops the domain.',
    ja: 'マスターが少ない、または単一ゾーンのドメインは、ノードやゾーンを 1 つ失うと停止します。',
  },
  fix: {
    summary: {
      en: 'Set dedicated_master_count to 3 and zone_awareness_enabled to true.',
      ja: 'dedicated_master_count を 3、zone_awareness_enabled を true にしてください。',
    },
    terraform: `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  cluster_config {
    dedicated_master_enabled = true
    dedicated_master_count   = 3
    zone_awareness_enabled   = true
  }
}`,
    cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      ClusterConfig:
        DedicatedMasterEnabled: true
        DedicatedMasterCount: 3
        InstanceCount: 3
        ZoneAwarenessEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html'],
  equivalents: ['CKV_AWS_318', 'ES.7'],
  noFramework: 'no control mapping yet',
  evaluate(domain) {
    if ((domain.dedicatedMasterCount ?? 0) >= 3 && domain.zoneAwareness) return pass();
    return fail({
      en: `Domain ${domain.name} does not survive the loss of a zone`,
      ja: `ドメイン ${domain.name} はゾーンの喪失に耐えられません`,
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
    fails(
      'one zone',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  cluster_config {
    dedicated_master_enabled = true
    dedicated_master_count   = 3
  }
}`,
    ),
    passes(
      'three masters in several zones',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  cluster_config {
    dedicated_master_enabled = true
    dedicated_master_count   = 3
    zone_awareness_enabled   = true
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
    passes('three masters in several zones in a template', {
      cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      ClusterConfig:
        DedicatedMasterEnabled: true
        DedicatedMasterCount: 3
        InstanceCount: 3
        ZoneAwarenessEnabled: true`,
    }),
  ],
});
