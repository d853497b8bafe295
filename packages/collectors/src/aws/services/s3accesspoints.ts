import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import type { AwsCallScope } from '../service.ts';
import { defineService } from '../service.ts';

/** The part of the S3 Control API that each region answers for itself. Source: Amazon S3 API reference, read 2026-11-22. */
export const service = defineService({
  id: 's3accesspoints',
  load: async () => await import('@aws-sdk/client-s3-control'),
  client: 'S3ControlClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListAccessPoints',
      input: (_, { account }) => ({ AccountId: account }),
      permissions: ['s3:ListAccessPoints'],
      each: {
        items: 'AccessPointList',
        calls: [
          { operation: 'GetAccessPoint', input: accessPoint, permissions: ['s3:GetAccessPoint'], absent: ['NoSuchAccessPoint'] },
          {
            operation: 'GetAccessPointPolicy',
            input: accessPoint,
            permissions: ['s3:GetAccessPointPolicy'],
            absent: ['NoSuchAccessPointPolicy', 'NoSuchAccessPoint'],
          },
        ],
      },
    },
  ],
});

function accessPoint(item: Json, { account }: AwsCallScope): JsonObject | null {
  const name = textOf(item, 'Name');
  return name === undefined ? null : { AccountId: account, Name: name };
}
