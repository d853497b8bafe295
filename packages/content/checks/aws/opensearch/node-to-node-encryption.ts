/** Every document travels between nodes when shards move. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Nodes talk over TLS', ja: 'ノード間の通信が TLS で保護されている' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.opensearch.domain',
  why: { en: 'Documents travel readable between the nodes of the domain.', ja: 'ドメインのノード間をドキュメントが平文で流れます。' },
  fix: {
    edits: {
      terraform: [{ set: 'node_to_node_encryption.enabled', value: true }],
      cloudformation: [{ set: 'NodeToNodeEncryptionOptions.Enabled', value: true }],
    },
    cautions: ['may-replace'],
    summary: { en: 'Add node_to_node_encryption with enabled = true.', ja: 'node_to_node_encryption の enabled を true にしてください。' },
    terraform: `resource "aws_opensearch_domain" "logs" {
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"

  node_to_node_encryption {
    enabled = true
  }
}`,
    cloudformation: `Resources:
  OrdersSearch:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: orders
      NodeToNodeEncryptionOptions:
        Enabled: true`,
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html'],
  equivalents: [
    'CKV_AWS_6',
    'AVD-AWS-0043',
    'tfsec:aws-elastic-search-enable-in-transit-encryption',
    'tfsec:aws-elasticsearch-enable-in-transit-encryption',
    'Opensearch.3',
    'ES.3',
    'prowler:opensearch_service_domains_node_to_node_encryption_enabled',
    'cloudsploit:opensearchNodeToNodeEncryption',
  ],
  evaluate(domain) {
    if (domain.nodeToNodeEncryption) return pass();
    return fail({
      en: `Nodes of domain ${domain.name} talk without TLS`,
      ja: `ドメイン ${domain.name} のノード間通信は TLS で保護されていません`,
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

  node_to_node_encryption {
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
      NodeToNodeEncryptionOptions:
        Enabled: true`,
    }),
  ],
});
