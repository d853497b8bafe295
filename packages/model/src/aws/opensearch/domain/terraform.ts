import type { BlockReader, ListNode } from '../../../code/index.ts';
import { defineTerraform, firstPresent, policyOf } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { SearchDomain } from './shape.ts';

export const terraform = defineTerraform<SearchDomain>({
  types: ['aws_opensearch_domain', 'aws_elasticsearch_domain'],
  satellites: { aws_opensearch_domain_policy: 'domain_name', aws_elasticsearch_domain_policy: 'domain_name' },
  identity: ['domain_name'],
  read(domain, context) {
    const policy = firstPresent(
      context.satellite('aws_opensearch_domain_policy'),
      context.satellite('aws_elasticsearch_domain_policy'),
      domain,
    );
    const endpoint = domain.block('domain_endpoint_options');
    const cluster = domain.block('cluster_config');
    return {
      encryptionAtRest: domain.block('encrypt_at_rest').boolean('enabled', { default: false }),
      isInVpc: domain.has('vpc_options'),
      accessPolicy: policyOf(policy, 'access_policies'),
      hasCustomerKey: customerKey(domain.block('encrypt_at_rest'), 'kms_key_id'),
      nodeToNodeEncryption: domain.block('node_to_node_encryption').boolean('enabled', { default: false }),
      enforcesHttps: endpoint.boolean('enforce_https', { default: endpoint.exists }),
      tlsPolicy: endpoint.string('tls_security_policy', { default: 'Policy-Min-TLS-1-0-2019-07' }),
      publishedLogs: publishedLogs(domain),
      fineGrainedAccess: domain.block('advanced_security_options').boolean('enabled', { default: false }),
      dedicatedMasters: cluster.boolean('dedicated_master_enabled', { default: false }),
      dedicatedMasterCount: cluster.number('dedicated_master_count'),
      dataNodes: cluster.number('instance_count', { default: 1 }),
      zoneAwareness: cluster.boolean('zone_awareness_enabled', { default: false }),
      hasSecurityGroups: domain.block('vpc_options').isSet('security_group_ids'),
      autoSoftwareUpdate: domain.block('software_update_options').boolean('auto_software_update_enabled', { default: false }),
    };
  },
});

/** A log that may be switched off is not sure to be published. */
function publishedLogs(domain: BlockReader): ListNode<string> {
  const { readers, rest } = domain.blocks('log_publishing_options');
  const items = readers.flatMap((each) => {
    const enabled = each.boolean('enabled', { default: true });
    if (enabled.value === false) return [];
    return [{ node: each.string('log_type', { required: true }), uncertain: each.uncertain || enabled.value === undefined }];
  });
  return { node: 'list', items, rest, place: readers[0]?.place ?? domain.place };
}
