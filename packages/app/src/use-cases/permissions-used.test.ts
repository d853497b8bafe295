import assert from 'node:assert/strict';
import { test } from 'node:test';
import { permissionsUsed } from './permissions-used.ts';

const cases: readonly (readonly [calls: readonly string[], expected: readonly string[]])[] = [
  [[], []],
  [
    ['aws:s3:ListBuckets', 'aws:s3:GetBucketEncryption', 'aws:sts:GetCallerIdentity'],
    ['s3:GetEncryptionConfiguration', 's3:ListAllMyBuckets', 'sts:GetCallerIdentity'],
  ],
  [['azure:Microsoft.Storage:storageAccounts'], ['Microsoft.Storage/storageAccounts/read']],
  [['gcp:storage.googleapis.com:buckets'], ['storage.buckets.list']],
  [
    [
      'kubernetes:core:pods',
      'kubernetes:apps:deployments',
      'kubernetes:core:configz',
      'kubernetes:discovery:resources',
      'kubernetes:core:version',
    ],
    ['get nodes/proxy', 'list deployments.apps', 'list pods'],
  ],
];

for (const [calls, expected] of cases) {
  test(`permissions of ${calls.length === 0 ? 'no calls' : calls.join(', ')}`, async () => {
    assert.deepEqual(await permissionsUsed(calls), expected);
  });
}
