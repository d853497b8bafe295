import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import { named } from '../inputs.ts';
import type { AwsCallScope } from '../service.ts';
import { defineService } from '../service.ts';

/** Source: Amazon Athena API reference, read 2026-11-22. Queries and their results are never read. */
export const service = defineService({
  id: 'athena',
  load: async () => await import('@aws-sdk/client-athena'),
  client: 'AthenaClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListWorkGroups',
      each: {
        items: 'WorkGroups',
        calls: [
          { operation: 'GetWorkGroup', input: named('Name', 'WorkGroup') },
          { operation: 'ListTagsForResource', input: workgroupArn },
        ],
      },
    },
  ],
});

function workgroupArn(item: Json, { partition, region, account }: AwsCallScope): JsonObject | null {
  const name = textOf(item, 'Name');
  return name === undefined ? null : { ResourceARN: `arn:${partition}:athena:${region}:${account}:workgroup/${name}` };
}
