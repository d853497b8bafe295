import { named } from '../inputs.ts';
import type { AwsCall } from '../service.ts';
import { defineService } from '../service.ts';

function tagsBy(path: string): AwsCall {
  return { operation: 'ListTagsForResource', input: named(path, 'ResourceArn'), absent: ['ResourceNotFoundFault'] };
}

/** What people write to reach a database may hold its password. */
const CONNECTIONS = [
  'Endpoints[].ExtraConnectionAttributes',
  'Endpoints[].*.Password',
  'Endpoints[].*.AuthPassword',
  'Endpoints[].*.SaslPassword',
  'Endpoints[].*.SslClientKeyPassword',
  'Endpoints[].*.SecurityDbEncryption',
  'Endpoints[].*.AsmPassword',
];

/** Source: AWS Database Migration Service API reference, read 2026-11-22. */
export const service = defineService({
  id: 'dms',
  load: async () => await import('@aws-sdk/client-database-migration-service'),
  client: 'DatabaseMigrationServiceClient',
  scope: 'regional',
  calls: [
    {
      operation: 'DescribeEndpoints',
      redact: CONNECTIONS,
      absent: ['ResourceNotFoundFault'],
      each: { items: 'Endpoints', calls: [tagsBy('EndpointArn')] },
    },
    {
      operation: 'DescribeReplicationInstances',
      absent: ['ResourceNotFoundFault'],
      each: { items: 'ReplicationInstances', calls: [tagsBy('ReplicationInstanceArn')] },
    },
    {
      operation: 'DescribeReplicationTasks',
      absent: ['ResourceNotFoundFault'],
      each: { items: 'ReplicationTasks', calls: [tagsBy('ReplicationTaskArn')] },
    },
  ],
});
