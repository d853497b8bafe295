import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

const GONE = ['CacheClusterNotFoundFault', 'ReplicationGroupNotFoundFault', 'UserNotFoundFault'];

/** Source: Amazon ElastiCache API reference, read 2026-11-22. */
export const service = defineService({
  id: 'elasticache',
  load: async () => await import('@aws-sdk/client-elasticache'),
  client: 'ElastiCacheClient',
  scope: 'regional',
  calls: [
    {
      operation: 'DescribeCacheClusters',
      each: { items: 'CacheClusters', calls: [{ operation: 'ListTagsForResource', input: unlessMember, absent: GONE }] },
    },
    {
      operation: 'DescribeReplicationGroups',
      each: {
        items: 'ReplicationGroups',
        calls: [{ operation: 'ListTagsForResource', input: named('ARN', 'ResourceName'), absent: GONE }],
      },
    },
    {
      operation: 'DescribeUsers',
      each: { items: 'Users', calls: [{ operation: 'ListTagsForResource', input: unlessDefault, absent: GONE }] },
    },
  ],
});

/** Members have the tags of their group. */
function unlessMember(item: Json): JsonObject | null {
  const arn = textOf(item, 'ARN');
  return arn === undefined || textOf(item, 'ReplicationGroupId') !== undefined ? null : { ResourceName: arn };
}

/** The user that comes with the service has none. */
function unlessDefault(item: Json): JsonObject | null {
  const arn = textOf(item, 'ARN');
  return arn === undefined || textOf(item, 'UserId') === 'default' ? null : { ResourceName: arn };
}
