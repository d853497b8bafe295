import {
  CreateCacheClusterCommand,
  CreateReplicationGroupCommand,
  CreateUserCommand,
  ElastiCacheClient,
} from '@aws-sdk/client-elasticache';
import type { Connection, Expectation } from './estate.ts';
import { CUSTOMER_KEY, pairs } from './expectation.ts';

export async function build(connection: Connection): Promise<void> {
  const client = new ElastiCacheClient(connection);
  await client.send(
    new CreateReplicationGroupCommand({
      ReplicationGroupId: 'orders-cache',
      ReplicationGroupDescription: 'example',
      Engine: 'redis',
      CacheNodeType: 'cache.t4g.small',
      NumCacheClusters: 2,
      AtRestEncryptionEnabled: true,
      TransitEncryptionEnabled: true,
      KmsKeyId: CUSTOMER_KEY,
      AuthToken: ['example', 'of', 'a', 'token', '2026'].join('-'),
      AutomaticFailoverEnabled: true,
      MultiAZEnabled: true,
      SnapshotRetentionLimit: 7,
      AutoMinorVersionUpgrade: true,
    }),
  );
  await client.send(
    new CreateReplicationGroupCommand({
      ReplicationGroupId: 'leaflets-cache',
      ReplicationGroupDescription: 'example',
      Engine: 'redis',
      CacheNodeType: 'cache.t4g.small',
      NumCacheClusters: 1,
      AutomaticFailoverEnabled: false,
      AutoMinorVersionUpgrade: false,
    }),
  );
  await client.send(
    new CreateCacheClusterCommand({
      CacheClusterId: 'orders-single',
      Engine: 'redis',
      CacheNodeType: 'cache.t4g.small',
      NumCacheNodes: 1,
      CacheSubnetGroupName: 'inner',
      SnapshotRetentionLimit: 7,
      AutoMinorVersionUpgrade: true,
    }),
  );
  await client.send(
    new CreateCacheClusterCommand({
      CacheClusterId: 'leaflets-single',
      Engine: 'redis',
      CacheNodeType: 'cache.t4g.small',
      NumCacheNodes: 1,
      AutoMinorVersionUpgrade: false,
    }),
  );
  await client.send(
    new CreateUserCommand({
      UserId: 'orders-reader',
      UserName: 'orders-reader',
      Engine: 'redis',
      AccessString: 'on ~orders:* +@read',
      Passwords: ['example-Example-1234'],
    }),
  );
  await client.send(
    new CreateUserCommand({
      UserId: 'leaflets-reader',
      UserName: 'leaflets-reader',
      Engine: 'redis',
      AccessString: 'on ~* +@all',
      NoPasswordRequired: true,
    }),
  );
}

export const expected: readonly Expectation[] = [
  ...pairs('orders-cache', 'leaflets-cache', [
    'aws-elasticache-auth-enabled',
    'aws-elasticache-auto-minor-upgrade',
    'aws-elasticache-backup-enabled',
    'aws-elasticache-cmk',
    'aws-elasticache-encryption-at-rest',
    'aws-elasticache-encryption-in-transit',
    'aws-elasticache-failover-enabled',
  ]),
  ...pairs('orders-single', 'leaflets-single', [
    'aws-elasticache-cluster-auto-minor-upgrade',
    'aws-elasticache-cluster-backup-enabled',
    'aws-elasticache-cluster-subnet-group',
  ]),
  ...pairs('orders-reader', 'leaflets-reader', ['aws-elasticache-user-password-required']),
];
