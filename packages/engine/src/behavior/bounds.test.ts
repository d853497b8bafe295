/** Whatever comes: memory stays within its bound, the end is the same, nothing is thrown. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { COUNTS } from './digest.ts';
import type { LogEvent } from '@kumomori/model';
import { Activity } from './activity.ts';
import { BoundedMap } from './bounded-map.ts';
import { findBehaviors } from './find-behaviors.ts';
import { behaviorsOf, digestsOf, HOUR, leaverDownloads, NIGHT, session, surroundings, trailEvent, user } from './testing/index.ts';

const crowd = (count: number): readonly LogEvent[] =>
  Array.from({ length: count }, (_, index) =>
    trailEvent({
      caller: user(`visitor-${index}`),
      time: NIGHT + index * 1000,
      action: 'GetObject',
      address: `2001:db8:${(index % 65_536).toString(16)}::1`,
    }),
  );

test('of too many principals the same ones stay, whole, in any order', () => {
  const digests = digestsOf(crowd(4000), 100);
  const limits = { weight: 1400, rows: 100, names: 10 };
  const kept = (order: typeof digests): readonly unknown[] => {
    const activity = new Activity(limits);
    let highest = 0;
    for (const digest of order) {
      activity.merge(digest);
      highest = Math.max(highest, activity.weight);
    }
    const actors = activity.actors();
    assert.ok(highest <= limits.weight * 2 + 1000, `${highest} at most on the way`);
    assert.ok(activity.weight <= limits.weight);
    assert.ok(activity.leftOut > 3000);
    return actors.map(({ key, cells }) => [
      key,
      [...cells.hours()].map((hour) => [hour, COUNTS.map((_, at) => cells.count(hour, at)), cells.event(hour)]),
    ]);
  };
  const expected = kept(digests);
  assert.ok(expected.length > 100);
  assert.deepEqual(kept(digests.toReversed()), expected);
});

test('a principal with ever new addresses and names keeps a bounded number of each', () => {
  const events = Array.from({ length: 3000 }, (_, index) =>
    trailEvent({
      caller: user('dave'),
      time: NIGHT + index,
      action: `Get${index}`,
      service: `s${index}`,
      address: `2001:db8:${index.toString(16)}::1`,
    }),
  );
  const activity = new Activity({ names: 50 });
  for (const digest of digestsOf(events, 100)) activity.merge(digest);
  for (const names of activity.actors()[0]?.seen ?? []) assert.ok(names.entries().length <= 50);
});

test('a bounded map keeps the same keys in any order', () => {
  const keys = Array.from({ length: 1000 }, (_, index) => `key-${index}`);
  const filled = (order: readonly string[]): readonly string[] => {
    const map = new BoundedMap<number>({ most: 40 });
    for (const key of order) map.at(key, () => 1);
    return map.entries().map(([key]) => key);
  };
  assert.equal(filled(keys).length, 40);
  assert.deepEqual(filled(keys.toReversed()), filled(keys));
});

const hostile: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'no identity': { userIdentity: null },
  'an identity that is a list': { userIdentity: [1, 2] },
  'names of prototypes': {
    userIdentity: { type: 'IAMUser', arn: '__proto__', userName: 'constructor' },
    eventName: 'toString',
    awsRegion: 'hasOwnProperty',
  },
  'line breaks in names': {
    userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::123456789012:assumed-role/a\nb/c@d\ne', accessKeyId: 'x\ny' },
  },
  'a time of the year 9999': { eventTime: '9999-12-31T23:59:59Z' },
  'a time before 1970': { eventTime: '0001-01-01T00:00:00Z' },
  'a time that is none': { eventTime: 'yesterday' },
  'numbers where texts are': { eventName: 5, sourceIPAddress: 7, userAgent: {}, eventID: [] },
  'a name of a million characters': { eventName: 'A'.repeat(1_000_000) },
  'bytes below zero': { additionalEventData: { bytesTransferredOut: -5 } },
  'bytes beyond all numbers': { additionalEventData: { bytesTransferredOut: Number.MAX_SAFE_INTEGER } },
  'requests of other shapes': { eventName: 'RunInstances', requestParameters: { instancesSet: { items: [null] }, instanceType: {} } },
  'a policy that is text and no JSON': {
    eventName: 'PutBucketPolicy',
    requestParameters: { bucketName: 'orders-bucket', bucketPolicy: '{' },
  },
  'grants that are lists of lists': {
    eventName: 'ModifySnapshotAttribute',
    requestParameters: { snapshotId: 's', createVolumePermission: [[[]]] },
  },
};

suite('hostile records', () => {
  for (const [name, more] of Object.entries(hostile))
    test(name, () => {
      const plain = { caller: user('dave'), action: 'GetObject', address: '198.51.100.7' };
      const events = Array.from({ length: 30 }, (_, index) =>
        trailEvent({ ...plain, time: NIGHT + index * HOUR, ...(index % 2 === 0 ? { more } : {}) }),
      );
      assert.ok(Array.isArray(behaviorsOf(digestsOf(events, 7))));
    });
});

test('digests that do not fit together are read as far as they make sense', () => {
  const [digest] = digestsOf([
    trailEvent({ caller: session('app', 'i-0123456789abcdef0'), time: NIGHT, action: 'GetObject', address: '192.0.2.1' }),
  ]);
  assert.ok(digest);
  const activity = new Activity();
  activity.merge({ ...digest, strings: [''] });
  activity.merge({ ...digest, tables: { ...digest.tables, events: new Float64Array(5) } });
  assert.deepEqual(findBehaviors(activity, surroundings()).matches, []);
});

test('nothing is told of a principal within its first week, whatever it does', () => {
  const matches = behaviorsOf(digestsOf(leaverDownloads()));
  assert.deepEqual(matches, []);
});
