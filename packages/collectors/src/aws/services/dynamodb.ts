import type { Json, JsonObject } from '@kumomori/model';
import { itself } from '../inputs.ts';
import type { AwsCallScope } from '../service.ts';
import { defineService } from '../service.ts';

const GONE = ['ResourceNotFoundException', 'TableNotFoundException'];

function tableArn(item: Json, { partition, region, account }: AwsCallScope): JsonObject | null {
  return typeof item === 'string' ? { ResourceArn: `arn:${partition}:dynamodb:${region}:${account}:table/${item}` } : null;
}

/** Source: Amazon DynamoDB API reference, read 2026-11-22. Items are never read. */
export const service = defineService({
  id: 'dynamodb',
  load: async () => await import('@aws-sdk/client-dynamodb'),
  client: 'DynamoDBClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListTables',
      each: {
        items: 'TableNames',
        calls: [
          { operation: 'DescribeTable', input: itself('TableName'), absent: GONE },
          { operation: 'DescribeContinuousBackups', input: itself('TableName'), absent: GONE },
          { operation: 'GetResourcePolicy', input: tableArn, absent: ['PolicyNotFoundException', ...GONE] },
          { operation: 'ListTagsOfResource', input: tableArn },
        ],
      },
    },
  ],
});
