import type { Json, JsonObject } from '@kumomori/model';
import type { AwsCallScope } from '../service.ts';
import { defineService } from '../service.ts';

/** What an account has once. Source: Amazon S3 API reference, read 2026-11-22. */
export const service = defineService({
  id: 's3control',
  load: async () => await import('@aws-sdk/client-s3-control'),
  client: 'S3ControlClient',
  scope: 'global',
  // Multi-Region Access Points answer nowhere else.
  home: 'us-west-2',
  calls: [
    {
      operation: 'GetPublicAccessBlock',
      input: ofAccount,
      permissions: ['s3:GetAccountPublicAccessBlock'],
      absent: ['NoSuchPublicAccessBlockConfiguration'],
    },
    { operation: 'ListMultiRegionAccessPoints', input: ofAccount, permissions: ['s3:ListMultiRegionAccessPoints'] },
  ],
});

function ofAccount(_: Json, { account }: AwsCallScope): JsonObject {
  return { AccountId: account };
}
