import type { BlockReader, Leaf, ListItem, ListNode } from '../../../code/index.ts';
import { defineCloudFormation, explicit, firstPresent, policyOf } from '../../../code/index.ts';
import { customerKey } from '../../core/customer-key.ts';
import type { SearchDomain } from './shape.ts';

/** Source: CloudFormation template reference, AWS::OpenSearchService::Domain and AWS::Elasticsearch::Domain, read 2026-11-22. */
export const cloudformation = defineCloudFormation<SearchDomain>({
  types: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  identity: ['DomainName'],
  read(domain) {
    const encryption = domain.block('EncryptionAtRestOptions');
    const endpoint = domain.block('DomainEndpointOptions');
    const cluster = firstPresent(domain.block('ClusterConfig'), domain.block('ElasticsearchClusterConfig'));
    return {
      encryptionAtRest: encryption.boolean('Enabled', { default: false }),
      isInVpc: domain.has('VPCOptions'),
      accessPolicy: policyOf(domain, 'AccessPolicies'),
      hasCustomerKey: customerKey(encryption, 'KmsKeyId'),
      nodeToNodeEncryption: domain.block('NodeToNodeEncryptionOptions').boolean('Enabled', { default: false }),
      enforcesHttps: endpoint.boolean('EnforceHTTPS', { default: false }),
      tlsPolicy: endpoint.string('TLSSecurityPolicy', { default: 'Policy-Min-TLS-1-0-2019-07' }),
      publishedLogs: publishedLogs(domain),
      fineGrainedAccess: domain.block('AdvancedSecurityOptions').boolean('Enabled', { default: false }),
      dedicatedMasters: cluster.boolean('DedicatedMasterEnabled', { default: false }),
      dedicatedMasterCount: cluster.number('DedicatedMasterCount'),
      dataNodes: cluster.number('InstanceCount', { default: 1 }),
      zoneAwareness: cluster.boolean('ZoneAwarenessEnabled', { default: false }),
      hasSecurityGroups: domain.block('VPCOptions').isSet('SecurityGroupIds'),
      autoSoftwareUpdate: domain.block('SoftwareUpdateOptions').boolean('AutoSoftwareUpdateEnabled', { default: false }),
    };
  },
});

const LOG_TYPES = ['AUDIT_LOGS', 'ES_APPLICATION_LOGS', 'INDEX_SLOW_LOGS', 'SEARCH_SLOW_LOGS'];

/** A mapping from the type of log to its settings. A log that may be switched off is not sure to be published. */
function publishedLogs(domain: BlockReader): ListNode<string> {
  const options = domain.block('LogPublishingOptions');
  const items = LOG_TYPES.flatMap((type): readonly ListItem<string>[] => {
    const log = options.block(type);
    const enabled: Leaf<boolean> = log.boolean('Enabled', { default: log.exists });
    if (enabled.value === false) return [];
    return [{ node: explicit(type, log.place), uncertain: enabled.value === undefined }];
  });
  return { node: 'list', items, rest: null, place: options.place };
}
