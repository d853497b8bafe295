/** Stories: who belongs together, who does not, and how severe it is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SigmaLevel } from '@kumomori/model';
import { Stories } from './stories.ts';
import type { Incident, Signal, SignalFacts, SignalRule } from './types.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-20T00:00:00Z');

function rule(id: string, level: SigmaLevel = 'medium', tactic = 'persistence'): SignalRule {
  return { id, level, tactics: [tactic], techniques: ['T1098'] };
}

function by(principal: string | null, hours: number, more: Partial<SignalFacts> = {}): SignalFacts {
  const place = { account: '123456789012', region: 'ap-northeast-1', sourceIp: '203.0.113.10', action: 'CreateUser', resource: null };
  const who = { principal, session: null, credential: null, actorKind: 'user' as const };
  return { ...place, ...who, time: START + hours * HOUR, eventId: `${principal}-${hours}`, ...more };
}

function told(signals: readonly Signal<null>[], links: Parameters<Stories<null>['link']>[0][] = []): readonly Incident<null>[] {
  const stories = new Stories<null>();
  for (const link of links) stories.link(link);
  for (const signal of signals) stories.add(signal);
  return stories.finish();
}

const alice = 'arn:aws:iam::123456789012:user/alice';
const bob = 'arn:aws:iam::123456789012:user/bob';
const admin = 'arn:aws:iam::123456789012:role/admin';

test('many matches of one user are one story, with everything in it', () => {
  const signals = Array.from({ length: 38 }, (_, index) => ({ rule: rule(`r${index % 3}`), facts: by(alice, index / 10), info: null }));
  const [story, ...more] = told(signals);
  assert.deepEqual(more, []);
  assert.deepEqual([story?.principal, story?.signals.length, story?.ruleIds], [alice, 38, ['r0', 'r1', 'r2']]);
  assert.deepEqual([story?.firstSeen, story?.lastSeen], [START, START + 3.7 * HOUR]);
});

test('the order in which logs are read changes nothing', () => {
  const signals = [3, 1, 2, 0].map((hours) => ({ rule: rule(`r${hours}`), facts: by(alice, hours), info: null }));
  assert.deepEqual(told(signals), told(signals.toReversed()));
});

test('two people in one role are two stories; a person and the role she took is one', () => {
  const as = (session: string, credential: string): SignalFacts => by(admin, 1, { session, credential, actorKind: 'role' });
  const signals = [
    { rule: rule('a'), facts: by(alice, 0), info: null },
    { rule: rule('b'), facts: as('alice', 'ASIAEXAMPLE00001'), info: null },
    { rule: rule('b'), facts: as('carol', 'ASIAEXAMPLE00002'), info: null },
  ];
  const stories = told(signals, [{ from: { principal: alice, session: null, credential: null }, to: 'ASIAEXAMPLE00001' }]);
  assert.deepEqual(
    stories.map(({ principals }) => [...principals]).toSorted((a, b) => b.length - a.length),
    [[alice, admin], [admin]],
  );
  assert.ok(stories.some(({ reasons }) => reasons.some(({ kind }) => kind === 'chain')));
});

test('a key made for somebody else continues the story of who made it', () => {
  const signals = [
    { rule: rule('made a key'), facts: by(alice, 0), info: null },
    { rule: rule('read everything', 'high', 'collection'), facts: by(bob, 2, { credential: 'AKIAEXAMPLEBOB00002' }), info: null },
  ];
  const link = { from: { principal: alice, session: null, credential: 'AKIAEXAMPLEALICE0001' }, to: 'AKIAEXAMPLEBOB00002' };
  assert.deepEqual(
    told(signals, [link]).map(({ principals }) => principals),
    [[alice, bob]],
  );
  assert.equal(told(signals).length, 2);
});

test('roles that hand each other on are one story over accounts', () => {
  const other = 'arn:aws:iam::210987654321:role/deploy';
  const first = { principal: admin, session: 'alice', credential: 'ASIAEXAMPLE00001' };
  const signals = [
    { rule: rule('a'), facts: by(admin, 0, { ...first, actorKind: 'role' }), info: null },
    {
      rule: rule('b'),
      facts: by(other, 1, { session: 'x', credential: 'ASIAEXAMPLE00003', actorKind: 'role', account: '210987654321' }),
      info: null,
    },
  ];
  assert.equal(told(signals, [{ from: first, to: 'ASIAEXAMPLE00003' }]).length, 1);
});

test('half a day of silence ends a story', () => {
  const signals = [0, 11, 24].map((hours) => ({ rule: rule('a'), facts: by(alice, hours), info: null }));
  assert.deepEqual(
    told(signals)
      .map((story) => story.signals.length)
      .toSorted((a, b) => a - b),
    [1, 2],
  );
});

test('small signs make a story only together', () => {
  const sign = (id: string, tactic: string): Signal<null> => ({ rule: rule(id, 'low', tactic), facts: by(alice, 0), info: null });
  assert.deepEqual(told([sign('a', 'discovery'), sign('b', 'persistence')]), []);
  assert.deepEqual(told([sign('a', 'discovery'), sign('b', 'discovery'), sign('c', 'discovery')]), []);
  const [story] = told([sign('a', 'discovery'), sign('b', 'persistence'), sign('c', 'discovery')]);
  assert.equal(story?.severity, 'medium');
  assert.deepEqual(told([{ rule: rule('x', 'informational'), facts: by(alice, 0), info: null }]), []);
});

test('signs of many tactics are worse than the worst of them', () => {
  const sign = (id: string, level: SigmaLevel, tactic: string): Signal<null> => ({
    rule: rule(id, level, tactic),
    facts: by(alice, 0),
    info: null,
  });
  const wide = [sign('a', 'medium', 'persistence'), sign('b', 'medium', 'collection'), sign('c', 'low', 'discovery')];
  assert.equal(told(wide)[0]?.severity, 'high');
  assert.equal(told(wide.slice(0, 2))[0]?.severity, 'medium');
});

test('what nobody else does ranks before what everybody does', () => {
  const everybody = [alice, bob, `${bob}2`, `${bob}3`].map((principal) => ({ rule: rule('common'), facts: by(principal, 0), info: null }));
  const stories = told([...everybody, { rule: rule('rare'), facts: by('arn:aws:iam::123456789012:user/dave', 0), info: null }]);
  assert.equal(stories[0]?.principal, 'arn:aws:iam::123456789012:user/dave');
});

test('what nobody signed for is told apart by its address, what a service does by what it is', () => {
  const nobody = (sourceIp: string): Signal<null> => ({
    rule: rule('a'),
    facts: by(null, 0, { sourceIp, actorKind: 'anonymous' }),
    info: null,
  });
  assert.equal(told([nobody('203.0.113.10'), nobody('203.0.113.10'), nobody('198.51.100.7')]).length, 2);
});

test('a match without a time is in no story', () => {
  assert.deepEqual(told([{ rule: rule('a', 'critical'), facts: by(alice, 0, { time: null }), info: null }]), []);
});
