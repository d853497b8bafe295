import { CreateDomainCommand, OpenSearchClient } from '@aws-sdk/client-opensearch';
import type { Connection, Expectation } from './estate.ts';
import { ACCOUNT, CUSTOMER_KEY, pairs, policyText } from './expectation.ts';

export async function build(connection: Connection): Promise<void> {
  const client = new OpenSearchClient(connection);
  const log = { CloudWatchLogsLogGroupArn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/shop/good:*`, Enabled: true };
  await client.send(
    new CreateDomainCommand({
      DomainName: 'orders-search',
      EngineVersion: 'OpenSearch_2.19',
      ClusterConfig: {
        InstanceType: 'm6g.large.search',
        InstanceCount: 3,
        DedicatedMasterEnabled: true,
        DedicatedMasterCount: 3,
        DedicatedMasterType: 'm6g.large.search',
        ZoneAwarenessEnabled: true,
        ZoneAwarenessConfig: { AvailabilityZoneCount: 3 },
      },
      EBSOptions: { EBSEnabled: true, VolumeSize: 20 },
      EncryptionAtRestOptions: { Enabled: true, KmsKeyId: CUSTOMER_KEY },
      NodeToNodeEncryptionOptions: { Enabled: true },
      DomainEndpointOptions: { EnforceHTTPS: true, TLSSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' },
      AdvancedSecurityOptions: { Enabled: true, InternalUserDatabaseEnabled: false },
      VPCOptions: { SubnetIds: ['subnet-11111111'], SecurityGroupIds: ['sg-11111111'] },
      LogPublishingOptions: { AUDIT_LOGS: log, ES_APPLICATION_LOGS: log, SEARCH_SLOW_LOGS: log, INDEX_SLOW_LOGS: log },
      SoftwareUpdateOptions: { AutoSoftwareUpdateEnabled: true },
    }),
  );
  await client.send(
    new CreateDomainCommand({
      DomainName: 'leaflets-search',
      EngineVersion: 'OpenSearch_2.19',
      ClusterConfig: { InstanceType: 'm6g.large.search', InstanceCount: 1 },
      EBSOptions: { EBSEnabled: true, VolumeSize: 20 },
      DomainEndpointOptions: { EnforceHTTPS: false, TLSSecurityPolicy: 'Policy-Min-TLS-1-0-2019-07' },
      AccessPolicies: policyText({ Effect: 'Allow', Principal: '*', Action: 'es:*', Resource: '*' }),
    }),
  );
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-search', 'leaflets-search', [
    'aws-opensearch-audit-logging',
    'aws-opensearch-auto-software-update',
    'aws-opensearch-cmk',
    'aws-opensearch-data-nodes',
    'aws-opensearch-dedicated-masters',
    'aws-opensearch-encryption-at-rest',
    'aws-opensearch-fine-grained-access',
    'aws-opensearch-high-availability',
    'aws-opensearch-https-enforced',
    'aws-opensearch-in-vpc',
    'aws-opensearch-logs-published',
    'aws-opensearch-node-to-node-encryption',
    'aws-opensearch-not-public',
    'aws-opensearch-tls-policy',
  ]),
];
