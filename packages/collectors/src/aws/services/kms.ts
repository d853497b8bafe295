import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import { defineService } from '../service.ts';

/** Source: AWS KMS API reference, read 2026-11-22. Keys that AWS manages are only looked at to know them apart. */
const own = (key: Json): JsonObject | null => (textOf(key, 'KeyManager') === 'CUSTOMER' ? { KeyId: textOf(key, 'KeyId') ?? null } : null);

export const service = defineService({
  id: 'kms',
  load: async () => await import('@aws-sdk/client-kms'),
  client: 'KMSClient',
  scope: 'regional',
  calls: [
    { operation: 'ListAliases' },
    {
      operation: 'ListKeys',
      each: {
        items: 'Keys',
        calls: [
          {
            operation: 'DescribeKey',
            input: (key) => ({ KeyId: textOf(key, 'KeyId') ?? null }),
            each: {
              items: 'KeyMetadata',
              calls: [
                {
                  operation: 'GetKeyRotationStatus',
                  input: (key) => (textOf(key, 'KeySpec') === 'SYMMETRIC_DEFAULT' ? own(key) : null),
                  absent: ['UnsupportedOperationException'],
                },
                {
                  operation: 'GetKeyPolicy',
                  input: (key) => {
                    const id = own(key);
                    return id && { ...id, PolicyName: 'default' };
                  },
                },
                { operation: 'ListResourceTags', input: own },
                { operation: 'ListGrants', input: own },
              ],
            },
          },
        ],
      },
    },
  ],
});
