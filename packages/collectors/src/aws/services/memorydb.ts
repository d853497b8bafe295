import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Amazon MemoryDB API reference, read 2026-11-22. */
export const service = defineService({
  id: 'memorydb',
  load: async () => await import('@aws-sdk/client-memorydb'),
  client: 'MemoryDBClient',
  scope: 'regional',
  calls: [
    {
      operation: 'DescribeClusters',
      each: { items: 'Clusters', calls: [{ operation: 'ListTags', input: named('ARN', 'ResourceArn') }] },
    },
    { operation: 'DescribeSnapshots', maxPages: 200 },
  ],
});
