import type { Json, JsonObject } from '@kumomori/model';
import { jsonAt, textOf } from '@kumomori/model';
import { named } from '../inputs.ts';
import type { AwsCall } from '../service.ts';
import { defineService } from '../service.ts';

/** Tags of what does not answer them itself. */
function tagsBy(path: string): AwsCall {
  return { operation: 'ListTagsForResource', input: named(path, 'ResourceName') };
}

/** What a group sets itself; the groups that AWS makes set nothing. */
function unlessDefault(group: string, ask: (name: string, arn: string) => JsonObject): (item: Json) => JsonObject | null {
  return (item) => {
    const name = textOf(item, `${group}Name`);
    return name === undefined || name.startsWith('default.') ? null : ask(name, textOf(item, `${group}Arn`) ?? '');
  };
}

function parametersOf(operation: string, group: string): readonly AwsCall[] {
  return [
    { operation, input: unlessDefault(group, (name) => ({ [`${group}Name`]: name, Source: 'user' })) },
    { operation: 'ListTagsForResource', input: unlessDefault(group, (_, arn) => ({ ResourceName: arn })) },
  ];
}

/** AWS lets nobody make an encrypted snapshot public. */
function ifPublishable(path: string, flag: string): (item: Json) => JsonObject | null {
  return (item) => {
    const name = textOf(item, path);
    return name === undefined || jsonAt(item, flag) === true ? null : { [path]: name };
  };
}

/** RDS, and Neptune and DocumentDB, which answer through the same API. Source: Amazon RDS API reference, read 2026-11-22. */
export const service = defineService({
  id: 'rds',
  load: async () => await import('@aws-sdk/client-rds'),
  client: 'RDSClient',
  scope: 'regional',
  calls: [
    { operation: 'DescribeDBInstances' },
    { operation: 'DescribeDBClusters' },
    {
      operation: 'DescribeDBSnapshots',
      input: { SnapshotType: 'manual' },
      maxPages: 200,
      each: {
        items: 'DBSnapshots',
        calls: [
          {
            operation: 'DescribeDBSnapshotAttributes',
            input: ifPublishable('DBSnapshotIdentifier', 'Encrypted'),
            absent: ['DBSnapshotNotFound', 'DBSnapshotNotFoundFault'],
          },
        ],
      },
    },
    {
      operation: 'DescribeDBClusterSnapshots',
      input: { SnapshotType: 'manual' },
      maxPages: 200,
      each: {
        items: 'DBClusterSnapshots',
        calls: [
          {
            operation: 'DescribeDBClusterSnapshotAttributes',
            input: ifPublishable('DBClusterSnapshotIdentifier', 'StorageEncrypted'),
            absent: ['DBClusterSnapshotNotFound', 'DBClusterSnapshotNotFoundFault'],
          },
        ],
      },
    },
    {
      operation: 'DescribeDBParameterGroups',
      each: { items: 'DBParameterGroups', calls: parametersOf('DescribeDBParameters', 'DBParameterGroup') },
    },
    {
      operation: 'DescribeDBClusterParameterGroups',
      each: { items: 'DBClusterParameterGroups', calls: parametersOf('DescribeDBClusterParameters', 'DBClusterParameterGroup') },
    },
    { operation: 'DescribeEventSubscriptions', each: { items: 'EventSubscriptionsList', calls: [tagsBy('EventSubscriptionArn')] } },
    { operation: 'DescribeDBProxies', each: { items: 'DBProxies', calls: [tagsBy('DBProxyArn')] } },
    { operation: 'DescribeGlobalClusters' },
    { operation: 'DescribeDBInstanceAutomatedBackups' },
  ],
});
