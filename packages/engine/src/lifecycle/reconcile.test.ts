import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FindingState, ScanResults, ScanScope, ScanVerdict, TrackedFinding } from './index.ts';
import { applyReconciled, findingKey, findingStates, gapsOfUnseen, isHeld, reconcile, transition } from './index.ts';
import { scanOf, tracked, verdictOf } from './lifecycle.test-helper.ts';

type Row = readonly [name: string, before: Partial<TrackedFinding>, results: Partial<ScanResults>, expected: string];
const fails = [verdictOf()];
const passes = [verdictOf({ status: 'pass' })];
const unknown = [verdictOf({ status: 'unknown' })];
const seen = (): boolean => true;
const unseen = (): boolean => false;
const claimed = { state: 'fixed-unverified', stateSince: '2026-11-01T20:00:00Z' } as const;

const rows: readonly Row[] = [
  ['still fails', {}, { verdicts: fails }, 'confirmed'],
  ['passes', {}, { verdicts: passes }, 'open → verified: passes'],
  ['a claim that is true', claimed, { verdicts: passes }, 'fixed-unverified → verified: passes'],
  ['a claim that is not true', claimed, { verdicts: fails }, 'fixed-unverified → reopened: still-fails'],
  ['a claim made while the scan ran', { ...claimed, stateSince: '2026-11-02T01:10:00Z' }, { verdicts: fails }, 'confirmed'],
  ['it came back', { state: 'verified', verdict: 'gone' }, { verdicts: fails }, 'verified → reopened: fails-again'],
  ['an unknown verdict closes nothing', claimed, { verdicts: unknown }, 'fixed-unverified → fixed-unverified: unknown-verdict'],
  ['silence about a resource that was seen', {}, { isPresent: seen }, 'open → verified: passes'],
  ['the resource is gone', {}, { isPresent: unseen }, 'open → verified: resource-gone'],
  ['no longer found, resources unknown', {}, {}, 'open → verified: no-longer-found'],
  ['the scan broke off', {}, { scope: scanOf({ isComplete: false }), isPresent: unseen }, 'open → open: scan-incomplete'],
  ['another check', {}, { scope: scanOf({ checks: ['aws-s3-bucket-versioning'] }) }, 'nothing'],
  ['another account', {}, { scope: scanOf({ accounts: ['210987654321'] }) }, 'nothing'],
  ['another region', {}, { scope: scanOf({ regions: ['us-east-1'] }) }, 'nothing'],
  ['another target', {}, { scope: scanOf({ target: 'repository' }) }, 'nothing'],
  [
    'a type that was not collected in full',
    {},
    { scope: scanOf({ gaps: gapsOfUnseen([{ type: 'aws.s3.bucket', scope: 'aws', reason: null, accounts: 1 }]) }), isPresent: unseen },
    'open → open: coverage-gap',
  ],
  [
    'a type that was not collected in full, but this one was',
    {},
    { scope: scanOf({ gaps: gapsOfUnseen([{ type: 'aws.s3.bucket', scope: 'aws', reason: null, accounts: 1 }]) }), isPresent: seen },
    'open → verified: passes',
  ],
  ['an exception stays when it passes', { state: 'exception' }, { verdicts: passes }, 'exception → exception: passes'],
  ['a false positive stays when it fails', { state: 'false-positive' }, { verdicts: fails }, 'confirmed'],
  ['an older scan', { judgedAt: '2026-11-02T01:00:01Z' }, { verdicts: passes }, 'nothing'],
  ['graver than before', {}, { verdicts: [verdictOf({ severity: 'critical' })] }, 'open → open: severity-changed'],
  ['judged again', { staleSince: '2026-11-01T00:00:00Z' }, { verdicts: fails }, 'open → open: fails'],
  ['still not judged', { staleSince: '2026-11-01T00:00:00Z' }, { verdicts: unknown }, 'nothing'],
  ['listed twice: the worst counts', {}, { verdicts: [...passes, ...fails] }, 'confirmed'],
];

for (const [name, before, given, expected] of rows) {
  test(`a scan and a finding: ${name}`, () => {
    const { changes, confirmed } = reconcile([tracked(before)], { scope: scanOf(), verdicts: [], isPresent: null, ...given });
    const said = changes.map(({ entry }) => `${entry.from} → ${entry.to}: ${entry.reason}`);
    assert.deepEqual(said[0] ?? (confirmed.length > 0 ? 'confirmed' : 'nothing'), expected);
    assert.ok(said.length <= 1);
  });
}

test('what nobody knew is new, failed or unknown, and a pass is nothing', () => {
  const verdicts = [
    verdictOf({ fingerprint: 'c', status: 'pass' }),
    verdictOf({ fingerprint: 'b', status: 'unknown' }),
    verdictOf({ fingerprint: 'a', severity: 'low' }),
  ];
  const { changes } = reconcile([], { scope: scanOf(), verdicts, isPresent: null });
  assert.deepEqual(
    changes.map(({ key, after, entry }) => [key, after.state, after.verdict, after.severity, entry.event, entry.at]),
    [
      ['estate/a', 'new', 'fail', 'low', 'found', '2026-11-02T01:20:00Z'],
      ['estate/b', 'new', 'unknown', 'high', 'found', '2026-11-02T01:20:00Z'],
    ],
  );
});

test('a resource that is made again brings its finding back, with its history counted', () => {
  const gone = reconcile([tracked()], { scope: scanOf(), verdicts: [], isPresent: unseen }).changes.map(({ after }) => after);
  const later = scanOf({ startedAt: '2026-11-03T01:00:00Z', finishedAt: '2026-11-03T01:20:00Z' });
  const [back] = reconcile(gone, { scope: later, verdicts: fails, isPresent: seen }).changes;
  assert.deepEqual(
    [back?.after.state, back?.after.reopenCount, back?.after.firstSeenAt, back?.entry.reason],
    ['reopened', 1, '2026-10-30T01:00:00Z', 'fails-again'],
  );
});

// Property tests: a small world of fingerprints, states and scans.

const resource = fc.record({
  type: fc.constantFrom('aws.s3.bucket', 'aws.iam.user'),
  id: fc.constantFrom('orders', 'logs', 'backups'),
  name: fc.constant('orders-bucket'),
  account: fc.constantFrom('123456789012', '210987654321', null),
  region: fc.constantFrom('ap-northeast-1', 'us-east-1', null),
});
const time = fc.integer({ min: 0, max: 9 }).map((hour) => `2026-11-02T0${hour}:00:00Z`);
const fingerprint = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const severity = fc.constantFrom('critical', 'high', 'low');
const finding: fc.Arbitrary<TrackedFinding> = fc
  .record({
    ...{ fingerprint, severity, resource, target: fc.constantFrom('estate', 'estate', 'repository') },
    ...{ checkId: fc.constantFrom('one', 'two'), state: fc.constantFrom<FindingState>(...findingStates), stateSince: time, judgedAt: time },
    verdict: fc.constantFrom('fail', 'unknown', 'pass', 'gone', 'absent'),
    staleSince: fc.option(time),
  })
  .map((each) => tracked({ ...each, reopenCount: 2, exceptionId: each.state === 'exception' ? 'e1' : null }));
const previous = fc.uniqueArray(finding, { selector: findingKey, maxLength: 8 });
const verdict: fc.Arbitrary<ScanVerdict> = fc.record({
  ...{ fingerprint, severity, resource, checkId: fc.constantFrom('one', 'two') },
  status: fc.constantFrom('fail', 'unknown', 'pass', 'not-applicable'),
});
const scope: fc.Arbitrary<ScanScope> = fc
  .record({
    startedAt: time,
    accounts: fc.option(fc.subarray(['123456789012', '210987654321'])),
    regions: fc.option(fc.constant(['us-east-1'])),
    checks: fc.option(fc.constant(['one'])),
    gaps: fc.constantFrom([], gapsOfUnseen([{ type: 'aws.iam.user', scope: 'aws', reason: null, accounts: 1 }])),
    isComplete: fc.boolean(),
  })
  .map((each) => scanOf({ ...each, finishedAt: '2026-11-02T09:30:00Z' }));
const results = fc
  .record({ scope, verdicts: fc.array(verdict, { maxLength: 8 }), present: fc.option(fc.subarray(['orders', 'logs', 'backups'])) })
  .map((each): ScanResults & { verdicts: ScanVerdict[] } => ({
    ...each,
    isPresent: each.present && ((id) => each.present?.includes(id) === true),
  }));

test('the same scan twice changes nothing the second time', () => {
  fc.assert(
    fc.property(previous, results, (before, given) => {
      const after = applyReconciled(before, reconcile(before, given), given.scope);
      assert.deepEqual(reconcile(after, given), { changes: [], confirmed: [] });
    }),
  );
});

test('order of findings and verdicts counts for nothing', () => {
  fc.assert(
    fc.property(previous, results, (before, given) => {
      const turned = { ...given, verdicts: given.verdicts.toReversed() };
      assert.deepEqual(reconcile(before.toReversed(), turned), reconcile(before, given));
    }),
  );
});

test('what lies outside the scope and is not listed stays as it is; what is listed is there afterwards', () => {
  fc.assert(
    fc.property(previous, results, (before, given) => {
      const after = new Map(applyReconciled(before, reconcile(before, given), given.scope).map((each) => [findingKey(each), each]));
      const listed = new Set(given.verdicts.map((each) => each.fingerprint));
      const isOutside = ({ target, checkId, resource: { account, region } }: TrackedFinding): boolean =>
        target !== 'estate' ||
        given.scope.checks?.includes(checkId) === false ||
        (given.scope.accounts !== null && (account === null || !given.scope.accounts.includes(account))) ||
        (given.scope.regions !== null && (region === null || !given.scope.regions.includes(region)));
      for (const each of before)
        if (isOutside(each) && (each.target !== 'estate' || !listed.has(each.fingerprint))) assert.equal(after.get(findingKey(each)), each);
      for (const { fingerprint: wanted, status } of given.verdicts)
        if (status === 'fail' || status === 'unknown') assert.ok(after.has(`estate/${wanted}`));
    }),
  );
});

test('a scan that says nothing certain verifies nothing, and what people hold stays held', () => {
  fc.assert(
    fc.property(previous, results, (before, given) => {
      const blind = {
        ...given,
        verdicts: given.verdicts.filter(({ status }) => status === 'unknown'),
        scope: { ...given.scope, isComplete: false },
      };
      assert.ok(reconcile(before, blind).changes.every(({ entry }) => entry.from === null || entry.from === entry.to));
      for (const { before: known, after } of reconcile(before, given).changes)
        if (known && isHeld(known.state)) assert.equal(after.state, known.state);
    }),
  );
});

test('a hold that ends after the scan follows what the scan saw', () => {
  const held = tracked({ state: 'exception', exceptionId: 'e1' });
  const [change] = reconcile([held], { scope: scanOf(), verdicts: passes, isPresent: null }).changes;
  const end = { kind: 'end-exception', at: '2026-12-01T00:00:00Z', by: { role: 'system', id: 'kumomori' } } as const;
  const result = transition(change?.after ?? held, end);
  assert.equal(result.ok && result.after.state, 'verified');
});
