import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import { defineService } from '../service.ts';

/** Source: AWS CloudTrail API reference, read 2026-11-22. */
const trail = (item: Json): JsonObject => ({ TrailName: textOf(item, 'TrailARN') ?? null });

export const service = defineService({
  id: 'cloudtrail',
  load: async () => await import('@aws-sdk/client-cloudtrail'),
  client: 'CloudTrailClient',
  scope: 'regional',
  calls: [
    {
      operation: 'DescribeTrails',
      // A trail of all regions is told of in its home only.
      input: { includeShadowTrails: false },
      each: {
        items: 'trailList',
        calls: [
          { operation: 'GetTrailStatus', input: (item) => ({ Name: textOf(item, 'TrailARN') ?? null }) },
          { operation: 'GetEventSelectors', input: trail },
          { operation: 'GetInsightSelectors', input: trail, absent: ['InsightNotEnabledException'] },
          {
            operation: 'ListTags',
            // Trails of the organization can be asked about where they are.
            input: (item, { account }) =>
              textOf(item, 'TrailARN')?.includes(`:${account}:`) === true ? { ResourceIdList: [textOf(item, 'TrailARN') ?? null] } : null,
          },
        ],
      },
    },
    {
      operation: 'ListEventDataStores',
      // CloudTrail Lake is not everywhere, nor open to everybody.
      absent: ['UnsupportedOperationException'],
      each: {
        items: 'EventDataStores',
        calls: [
          { operation: 'GetEventDataStore', input: (store) => ({ EventDataStore: textOf(store, 'EventDataStoreArn') ?? null }) },
          { operation: 'ListTags', input: (store) => ({ ResourceIdList: [textOf(store, 'EventDataStoreArn') ?? null] }) },
        ],
      },
    },
  ],
});
