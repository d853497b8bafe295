/** Two nodes cannot agree on which of them is right. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Domains have three data nodes across zones', ja: 'ドメインのデータノードが 3 台以上で複数ゾーンに分散している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.opensearch.domain',
  why: {
    en: 'With fewer data nodes or a single zone the loss of one takes documents or the whole domain with it.',
    ja: 'データノードが少ない、または単一ゾーンだと、1 つの喪失で文書やドメイン全体が失われます。',
  },
  fix: {
    summary: {
      en: 'Set instance_count to 3 or more and zone_awareness_enabled to true.',
      ja: 'instance_count を 3 以上、zone_awareness_enabled を true にしてください。',
    },
    terraform: `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  cluster_config {
    instance_count         = 3
    zone_awareness_enabled = true
  }
}`,
    cloudformation: `Resources:
  Logs:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: logs
      EngineVersion: OpenSearch_2.17
      ClusterConfig:
        InstanceCount: 3
        ZoneAwarenessEnabled: true`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html'],
  equivalents: ['Opensearch.6', 'ES.6', 'prowler:opensearch_service_domains_fault_tolerant_data_nodes'],
  noFramework: 'no control mapping yet',
  evaluate(domain) {
    if (domain.dataNodes >= 3 && domain.zoneAwareness) return pass();
    return fail({
      en: `Domain ${domain.name} has ${domain.dataNodes} data nodes and does not survive the loss of a zone`,
      ja: `ドメイン ${domain.name} のデータノードは ${domain.dataNodes} 台で、ゾーンの喪失に耐えられません`,
    });
  },
  examples: [
    fails(
      'one node',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"
}`,
      {
        cloudformation: `Resources:
  Logs:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: logs
      EngineVersion: OpenSearch_2.17`,
      },
    ),
    fails(
      'one zone',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  cluster_config {
    instance_count = 3
  }
}`,
      {
        cloudformation: `Resources:
  Logs:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: logs
      EngineVersion: OpenSearch_2.17
      ClusterConfig:
        InstanceCount: 3`,
      },
    ),
    passes(
      'three nodes in three zones',
      `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  cluster_config {
    instance_count         = 3
    zone_awareness_enabled = true
  }
}`,
      {
        cloudformation: `Resources:
  Logs:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: logs
      EngineVersion: OpenSearch_2.17
      ClusterConfig:
        InstanceCount: 3
        ZoneAwarenessEnabled: true`,
      },
    ),
  ],
});
