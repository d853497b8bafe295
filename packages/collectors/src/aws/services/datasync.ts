import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import { defineService } from '../service.ts';

/** Source: AWS DataSync API reference, read 2026-11-22. */
export const service = defineService({
  id: 'datasync',
  load: async () => await import('@aws-sdk/client-datasync'),
  client: 'DataSyncClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListLocations',
      each: {
        items: 'Locations',
        calls: [
          {
            operation: 'DescribeLocationObjectStorage',
            input: ofObjectStorage,
            redact: ['AccessKey'],
          },
        ],
      },
    },
  ],
});

function ofObjectStorage(item: Json): JsonObject | null {
  const arn = textOf(item, 'LocationArn');
  return arn === undefined || textOf(item, 'LocationUri')?.startsWith('object-storage://') !== true ? null : { LocationArn: arn };
}
