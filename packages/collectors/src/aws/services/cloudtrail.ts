import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import type { AwsCallScope } from '../service.ts';
import { defineService } from '../service.ts';

/** Source: AWS CloudTrail API reference, read 2026-11-22. */
const trail = (item: Json): JsonObject => ({ TrailName: textOf(item, 'TrailARN') ?? null });

/** Of the trail of an organization as its members see it: asked about once, in its home. */
const foreign = (item: Json, key: string, { account, region }: AwsCallScope): JsonObject | null => {
  const arn = textOf(item, 'TrailARN');
  if (arn === undefined || arn.includes(`:${account}:`) || textOf(item, 'HomeRegion') !== region) return null;
  return { [key]: arn };
};

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
      operation: 'DescribeTrails',
      each: {
        items: 'trailList',
        calls: [
          { operation: 'GetTrailStatus', input: (item, scope) => foreign(item, 'Name', scope) },
          { operation: 'GetEventSelectors', input: (item, scope) => foreign(item, 'TrailName', scope) },
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
