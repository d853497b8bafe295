import { CreateClusterCommand as CreateMemoryCommand, MemoryDBClient } from '@aws-sdk/client-memorydb';
import type { Connection, Expectation } from './estate.ts';
import { CUSTOMER_KEY, pairs } from './expectation.ts';

export async function build(connection: Connection): Promise<void> {
  const client = new MemoryDBClient(connection);
  await client.send(
    new CreateMemoryCommand({
      ClusterName: 'orders-memory',
      NodeType: 'db.t4g.small',
      ACLName: 'orders-acl',
      TLSEnabled: true,
      KmsKeyId: CUSTOMER_KEY,
      SnapshotRetentionLimit: 7,
      AutoMinorVersionUpgrade: true,
    }),
  );
  await client.send(
    new CreateMemoryCommand({
      ClusterName: 'leaflets-memory',
      NodeType: 'db.t4g.small',
      ACLName: 'open-access',
      TLSEnabled: false,
      SnapshotRetentionLimit: 0,
      AutoMinorVersionUpgrade: false,
    }),
  );
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-memory', 'leaflets-memory', [
    'aws-memorydb-auto-minor-upgrade',
    'aws-memorydb-cmk',
    'aws-memorydb-no-open-access',
    'aws-memorydb-snapshots',
    'aws-memorydb-tls',
  ]),
];
