import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import type { AwsCall } from '../service.ts';
import { defineService } from '../service.ts';

/** As many shares as one request may name. */
const SHARES = 10;

function describe(kind: 'NFS' | 'SMB'): AwsCall {
  const input = (items: Json): JsonObject | null => {
    const shares = (Array.isArray(items) ? (items as readonly Json[]) : []).filter((item) => textOf(item, 'FileShareType') === kind);
    const arns = shares.flatMap((share) => textOf(share, 'FileShareARN') ?? []);
    return arns.length === 0 ? null : { FileShareARNList: arns };
  };
  return { operation: `Describe${kind}FileShares`, input, batch: SHARES };
}

/** Source: AWS Storage Gateway API reference, read 2026-11-22. */
export const service = defineService({
  id: 'storagegateway',
  load: async () => await import('@aws-sdk/client-storage-gateway'),
  client: 'StorageGatewayClient',
  scope: 'regional',
  calls: [{ operation: 'ListFileShares', each: { items: 'FileShareInfoList', calls: [describe('NFS'), describe('SMB')] } }],
});
