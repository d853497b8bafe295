import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CloudProvider } from '@kumomori/model';
import { ReachOfAccounts } from './live-reach.ts';

const WANTED = new Set([
  'aws.s3.bucket',
  'aws.account',
  'azure.storage.account',
  'azure.entra.user',
  'gcp.storage.bucket',
  'kubernetes.namespace',
]);

interface Seen {
  readonly cloud: CloudProvider;
  readonly account: string;
  readonly lacks?: readonly string[];
}

interface Case {
  readonly name: string;
  readonly roots: readonly Seen[];
  /** `type scope accounts` */
  readonly unseen: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'an account that told everything', roots: [{ cloud: 'aws', account: '123456789012' }], unseen: [] },
  {
    name: 'one of two accounts refused',
    roots: [
      { cloud: 'aws', account: '123456789012' },
      { cloud: 'aws', account: '210987654321', lacks: ['AWS::S3::Bucket'] },
    ],
    unseen: ['aws.s3.bucket aws:210987654321 1'],
  },
  {
    name: 'a subscription without its directory: nobody was asked for users',
    roots: [{ cloud: 'azure', account: 'sub' }],
    unseen: ['azure.entra.user azure 0'],
  },
  {
    name: 'a directory does not tell of storage, its subscription does',
    roots: [
      { cloud: 'azure', account: 'sub' },
      { cloud: 'azure', account: 'tenant', lacks: ['Microsoft.Graph/signIns'] },
    ],
    unseen: [],
  },
  {
    name: 'an organization does not tell of buckets, its project does',
    roots: [
      { cloud: 'gcp', account: 'organizations-123', lacks: ['google_storage_bucket'] },
      { cloud: 'gcp', account: 'orders', lacks: ['google_organization_iam_binding'] },
    ],
    unseen: [],
  },
];

for (const { name, roots, unseen } of cases) {
  test(`what was not seen: ${name}`, () => {
    const reach = new ReachOfAccounts(WANTED);
    for (const { cloud, account, lacks = [] } of roots) {
      const incomplete = new Map(lacks.map((type) => [type, { code: 'not-collected' as const, detail: 'it was refused' }]));
      reach.see({ kind: 'live', cloud, account, incomplete, resources: [], dir: `${cloud}:${account}` });
    }
    assert.deepEqual(
      reach.result()?.unseen.map(({ type, scope, accounts }) => `${type} ${scope} ${accounts}`),
      unseen,
    );
  });
}

test('code alone has no accounts', () => {
  const reach = new ReachOfAccounts(WANTED);
  reach.see({ kind: 'terraform', resources: [], dir: '' });
  assert.equal(reach.result(), null);
});
