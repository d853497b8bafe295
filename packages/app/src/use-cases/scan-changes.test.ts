import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Finding, Findings } from '@kumomori/model';
import { inFolder, writeSnapshot } from '../testing/index.ts';
import type { RecordedAnswers } from '../testing/index.ts';
import { scanChanges } from './scan-changes.ts';
import { scanCode } from './scan-code.ts';

const account = '123456789012';
const region = 'ap-northeast-1';

/** A bucket as somebody set it up; `logs`: where its log goes. */
interface Bucket {
  readonly versioning: 'Enabled' | 'Suspended' | null;
  readonly isPublic: boolean;
  readonly key: string | null;
  readonly logs: string | null;
  readonly isRefused: boolean;
}
interface Estate {
  readonly buckets: Readonly<Record<string, Bucket>>;
  readonly keys: Readonly<Record<string, { readonly isRotated: boolean; readonly isOff: boolean }>>;
  readonly trail: { readonly bucket: string; readonly isLogging: boolean } | null;
}

const bucketNames = ['orders-bucket', 'mails-bucket', 'logs-bucket'] as const;
const keyNames = ['key-1', 'key-2'] as const;
const keyArn = (key: string): string => `arn:aws:kms:${region}:${account}:key/${key}`;
const trailArn = `arn:aws:cloudtrail:${region}:${account}:trail/all`;

function answersOf({ buckets, keys, trail }: Estate): RecordedAnswers {
  const [s3, kms, trails] = [`aws:${account}:global:s3`, `aws:${account}:${region}:kms`, `aws:${account}:${region}:cloudtrail`];
  const perBucket = (read: (bucket: Bucket, name: string) => object): RecordedAnswers[string] =>
    Object.entries(buckets).map(([Bucket, bucket]) => ({ request: { Bucket }, ...read(bucket, Bucket) }));
  const refused = { error: { code: 'AccessDenied', message: 'no' } };
  const missing = (code: string): object => ({ error: { code, message: 'none' } });
  const policy = (name: string): string =>
    JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${name}/*` }] });
  return {
    [`${s3}:ListBuckets`]: [{ response: { Buckets: Object.keys(buckets).map((Name) => ({ Name })) } }],
    [`${s3}:GetBucketLocation`]: perBucket(() => ({ response: { LocationConstraint: region } })),
    [`${s3}:GetBucketVersioning`]: perBucket(({ versioning, isRefused }) =>
      isRefused ? refused : { response: versioning === null ? {} : { Status: versioning } },
    ),
    [`${s3}:GetBucketPolicy`]: perBucket(({ isPublic }, name) =>
      isPublic ? { response: { Policy: policy(name) } } : missing('NoSuchBucketPolicy'),
    ),
    [`${s3}:GetPublicAccessBlock`]: perBucket(() => missing('NoSuchPublicAccessBlockConfiguration')),
    [`${s3}:GetBucketEncryption`]: perBucket(({ key }) => {
      const rule = {
        ApplyServerSideEncryptionByDefault:
          key === null ? { SSEAlgorithm: 'AES256' } : { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn(key) },
      };
      return { response: { ServerSideEncryptionConfiguration: { Rules: [rule] } } };
    }),
    [`${s3}:GetBucketLogging`]: perBucket(({ logs }) => ({
      response: logs === null ? {} : { LoggingEnabled: { TargetBucket: logs, TargetPrefix: '' } },
    })),
    [`${kms}:ListAliases`]: [{ response: { Aliases: [] } }],
    [`${kms}:ListKeys`]: [{ response: { Keys: Object.keys(keys).map((KeyId) => ({ KeyId, KeyArn: keyArn(KeyId) })) } }],
    [`${kms}:DescribeKey`]: Object.entries(keys).map(([KeyId, { isOff }]) => ({
      request: { KeyId },
      response: {
        KeyMetadata: {
          KeyId,
          Arn: keyArn(KeyId),
          KeyManager: 'CUSTOMER',
          KeySpec: 'SYMMETRIC_DEFAULT',
          KeyState: isOff ? 'Disabled' : 'Enabled',
          Enabled: !isOff,
        },
      },
    })),
    [`${kms}:GetKeyRotationStatus`]: Object.entries(keys).map(([KeyId, { isRotated }]) => ({
      request: { KeyId },
      response: { KeyRotationEnabled: isRotated },
    })),
    [`${trails}:DescribeTrails`]: [
      {
        request: { includeShadowTrails: false },
        response: {
          trailList: trail
            ? [{ Name: 'all', TrailARN: trailArn, S3BucketName: trail.bucket, HomeRegion: region, IsMultiRegionTrail: true }]
            : [],
        },
      },
    ],
    [`${trails}:GetTrailStatus`]: trail ? [{ request: { Name: trailArn }, response: { IsLogging: trail.isLogging } }] : [],
  };
}

const bucket: fc.Arbitrary<Bucket> = fc.record({
  versioning: fc.constantFrom('Enabled', 'Suspended', null),
  isPublic: fc.boolean(),
  key: fc.constantFrom(...keyNames, null),
  logs: fc.constantFrom(...bucketNames, null),
  isRefused: fc.boolean(),
});
const estate: fc.Arbitrary<Estate> = fc.record({
  buckets: fc.dictionary(fc.constantFrom(...bucketNames), bucket, { minKeys: 2 }),
  keys: fc.dictionary(fc.constantFrom(...keyNames), fc.record({ isRotated: fc.boolean(), isOff: fc.boolean() })),
  trail: fc.option(fc.record({ bucket: fc.constantFrom(...bucketNames), isLogging: fc.boolean() }), { freq: 4 }),
});

const statusesOf = (findings: Findings): ReadonlyMap<string, Finding['status']> =>
  new Map([...findings].map(({ fingerprint, status }) => [fingerprint, status]));

test('what is not judged again has the verdicts of before; what is has those of a whole scan; the flips are all there are', async () => {
  await fc.assert(
    fc.asyncProperty(estate, estate, async (one, other) => {
      await inFolder({}, async (cwd) => {
        // Some of it stays as it is.
        const kept = one.buckets['orders-bucket'];
        const buckets = { ...other.buckets, ...(kept && { 'orders-bucket': kept }) };
        const later: Estate = { keys: one.keys, buckets, trail: one.trail };
        await writeSnapshot(join(cwd, 'old'), answersOf(one));
        await writeSnapshot(join(cwd, 'new'), answersOf(later));
        const options = { cwd, now: () => new Date('2026-11-22T09:00:00Z'), language: 'en', include: ['pass', 'not-applicable'] } as const;
        const [before, after] = await Promise.all(['old', 'new'].map(async (target) => await scanCode({ ...options, targets: [target] })));
        const found = await scanChanges('old', { ...options, targets: ['new'] }, { folder: cwd });
        const [was, is, judged] = [before, after, found].map((result) => statusesOf(result?.report.findings ?? [])) as [
          ReadonlyMap<string, string>,
          ReadonlyMap<string, string>,
          ReadonlyMap<string, string>,
        ];
        for (const [fingerprint, status] of is) assert.equal(judged.get(fingerprint) ?? was.get(fingerprint), status, fingerprint);
        for (const [fingerprint, status] of judged) assert.equal(is.get(fingerprint), status, fingerprint);
        const failing = (statuses: ReadonlyMap<string, string>): readonly string[] =>
          [...statuses].flatMap(([fingerprint, status]) => (status === 'fail' ? [fingerprint] : []));
        const flips = found.report.changedSince;
        assert.deepEqual(
          new Set(flips?.new.map(({ fingerprint }) => fingerprint)),
          new Set(failing(is).filter((fingerprint) => was.get(fingerprint) !== 'fail')),
        );
        assert.deepEqual(
          new Set(flips?.resolved.map(({ fingerprint }) => fingerprint)),
          new Set(failing(was).filter((fingerprint) => is.get(fingerprint) !== 'fail' && is.get(fingerprint) !== 'unknown')),
        );
        found.close();
      });
    }),
    { numRuns: 5 },
  );
});

test('nothing is judged when nothing differs', async () => {
  await inFolder({}, async (cwd) => {
    const same = answersOf({
      buckets: { 'orders-bucket': { versioning: null, isPublic: true, key: null, logs: null, isRefused: false } },
      keys: {},
      trail: null,
    });
    await writeSnapshot(join(cwd, 'old'), same);
    await writeSnapshot(join(cwd, 'new'), same);
    const options = { cwd, now: () => new Date('2026-11-22T09:00:00Z'), language: 'en' } as const;
    const { report } = await scanChanges('old', { ...options, targets: ['new'] }, { folder: cwd });
    assert.deepEqual([...report.findings], []);
    assert.deepEqual(report.changedSince, {
      snapshot: 'old',
      at: '2026-11-22T09:00:00.000Z',
      resources: { changed: 0, added: 0, removed: 0, linked: 0 },
      new: [],
      resolved: [],
    });
    await assert.rejects(scanChanges('old', { ...options, targets: ['new', 'old'] }, { folder: cwd }), { code: 'usage' });
  });
});
