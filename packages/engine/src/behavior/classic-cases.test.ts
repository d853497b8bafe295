/** The classic cases in a month of ordinary life of 46 principals: found in their first night, and nobody else is accused. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { LogEvent } from '@kumomori/model';
import type { BehaviorId } from './catalogue.ts';
import type { BehaviorMatch, BehaviorSurroundings } from './types.ts';
import {
  ACCOUNT,
  behaviorsOf,
  credentialsElsewhere,
  DAY,
  digestsOf,
  discovery,
  dormantWakes,
  ELSEWHERE,
  HOUR,
  leaverDownloads,
  massDeletion,
  massSnapshotShare,
  mining,
  miningEverywhere,
  NIGHT,
  numbers,
  ordinaryMonth,
  publicForAMoment,
  spray,
  trailStopped,
} from './testing/index.ts';

// Made once: a hundred thousand events.
const events = ordinaryMonth();
const month = digestsOf(events);

/** Medium and more, as `behavior principal`. */
const told = (matches: readonly BehaviorMatch[]): readonly string[] =>
  matches
    .filter(({ level }) => level !== 'low' && level !== 'informational')
    .map(({ behavior, event }) => `${behavior} ${event.principal?.split(/[/]/).at(-1)}`);

interface Case {
  readonly name: string;
  readonly attack: () => readonly LogEvent[];
  readonly expected: readonly BehaviorId[];
  readonly principal: string;
  readonly surroundings?: Partial<BehaviorSurroundings>;
  /** Behaviors that add to it. */
  readonly also?: readonly string[];
}

const SSO = 'AWSReservedSSO_Developer_0123456789abcdef';
const asleep = { at: NIGHT - 200 * DAY, known: NIGHT - 30 * DAY };
const cases: readonly Case[] = [
  {
    name: 'the key of somebody who left downloads fifty times the usual at night from elsewhere',
    ...{ attack: leaverDownloads, principal: 'person-3', expected: ['volume-spike', 'leaver-active', 'risky-entity'] },
    surroundings: { leavers: new Map([['person-3', '2026-10-24']]) },
    // He was at work until his last day; the generated month does not know that he left.
    also: ['leaver-active person-3'],
  },
  {
    name: 'the same without a list of people',
    ...{ attack: leaverDownloads, principal: 'person-3', expected: ['volume-spike', 'risky-entity'] },
  },
  { name: 'large machines in a region never used', attack: mining, principal: 'person-6', expected: ['mining-launches', 'risky-entity'] },
  {
    name: 'machines in five regions within minutes',
    ...{ attack: miningEverywhere, principal: 'person-6', expected: ['mining-launches', 'risky-entity'] },
  },
  { name: 'a bucket public for a moment', attack: publicForAMoment, principal: SSO, expected: ['public-for-a-moment'] },
  { name: 'a trail stopped', attack: trailStopped, principal: 'person-9', expected: ['logging-stopped', 'risky-entity'] },
  {
    name: 'credentials of an instance used outside, as the overlap of two networks says',
    ...{ attack: credentialsElsewhere, principal: 'app-2', expected: ['credentials-elsewhere', 'risky-entity'] },
  },
  {
    name: 'credentials of an instance used outside, as the addresses of the account say',
    ...{ attack: credentialsElsewhere, principal: 'app-2', expected: ['credentials-elsewhere', 'risky-entity'] },
    surroundings: { addresses: new Map([[ACCOUNT, ['192.0.2.10', '192.0.2.11', '2001:db8:a1::/48', '2001:db8:b1::/48']]]) },
  },
  {
    name: 'a password spray, then a success',
    ...{ attack: spray, principal: 'person-15', expected: ['guessed-password', 'risky-entity'] },
    also: ['password-guessing person-0'],
  },
  {
    name: 'a user that slept for months',
    ...{ attack: dormantWakes, principal: 'old-integration', expected: ['dormant-wakes'] },
    surroundings: { lastUsed: new Map([[`arn:aws:iam::${ACCOUNT}:user/old-integration`, asleep]]) },
  },
  { name: 'many snapshots shared', attack: massSnapshotShare, principal: 'person-12', expected: ['snapshots-shared', 'risky-entity'] },
  { name: 'a hundred things deleted', attack: massDeletion, principal: SSO, expected: ['mass-deletion'] },
  {
    name: 'somebody looks around with an instance’s role',
    attack: discovery,
    principal: 'app-4',
    expected: ['discovery-burst', 'risky-entity'],
  },
];

test('a month of ordinary life gives no behavior at all', () => {
  assert.deepEqual(told(behaviorsOf(month)), []);
});

suite('found in the first night, and nothing else', () => {
  for (const { name, attack, expected, principal, surroundings = {}, also = [] } of cases)
    test(name, () => {
      const matches = behaviorsOf([...month, ...digestsOf(attack())], surroundings);
      const wanted = new Set([...expected.map((behavior) => `${behavior} ${principal}`), ...also]);
      assert.deepEqual(new Set(told(matches)), wanted);
      for (const { behavior, event } of matches)
        if (behavior !== 'leaver-active')
          assert.ok(Math.abs(event.time - NIGHT) < 18 * HOUR, `${behavior} at ${new Date(event.time).toISOString()}`);
    });
});

test('why is said in figures: what was usual, what was most, what peers had', () => {
  const spike = behaviorsOf([...month, ...digestsOf(leaverDownloads())]).find(({ behavior }) => behavior === 'volume-spike');
  const reads = spike?.evidence.find((each) => each.kind === 'volume' && each.what === 'reads');
  assert.ok(reads?.kind === 'volume' && reads.count >= 1500 && reads.most < 300 && reads.days === 14);
  assert.ok(spike?.evidence.some((each) => each.kind === 'peers' && each.most < 1500));
  assert.equal(spike?.event.sourceIp, ELSEWHERE);
});

test('the order of objects, their size and how events lie in them change nothing', () => {
  const all = [...events, ...leaverDownloads(), ...spray(), ...publicForAMoment(), ...mining(), ...credentialsElsewhere()];
  const expected = behaviorsOf(digestsOf(all));
  assert.ok(expected.length >= 8);
  const random = numbers(3);
  const shuffled = all
    .map((event) => ({ event, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ event }) => event);
  assert.deepEqual(behaviorsOf(digestsOf(shuffled, 977)), expected);
  assert.deepEqual(behaviorsOf(digestsOf(all, 20_000).toReversed()), expected);
});
