import type { Json, JsonObject } from '@kumomori/model';
import { itself } from '../inputs.ts';
import type { AwsCallScope } from '../service.ts';
import { defineService } from '../service.ts';

const GONE = ['ResourceNotFoundException'];

function streamArn(item: Json, { partition, region, account }: AwsCallScope): JsonObject | null {
  return typeof item === 'string' ? { ResourceARN: `arn:${partition}:kinesis:${region}:${account}:stream/${item}` } : null;
}

/** Source: Amazon Kinesis Data Streams API reference, read 2026-11-22. Records are never read. */
export const service = defineService({
  id: 'kinesis',
  load: async () => await import('@aws-sdk/client-kinesis'),
  client: 'KinesisClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListStreams',
      each: {
        items: 'StreamNames',
        calls: [
          { operation: 'DescribeStreamSummary', input: itself('StreamName'), absent: GONE },
          { operation: 'ListTagsForStream', input: itself('StreamName'), absent: GONE },
          { operation: 'GetResourcePolicy', input: streamArn, absent: GONE },
        ],
      },
    },
  ],
});
