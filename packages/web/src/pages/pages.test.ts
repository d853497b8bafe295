import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsOf, readDrift } from './code/drift.ts';
import { filtered, portsText, stateOf } from './exposure/exposed.ts';
import { readReview, readWhatCan, readWhoCan } from './identity/answers.ts';
import { readIdentitySearch } from './identity/search.ts';
import { placePath } from './paths/layout.ts';
import { isShown, readPathSearch, withFilter } from './paths/search.ts';
import { readResourceSearch, toggled } from './resources/filter.ts';
import { plainText, shapeLines } from './resources/shape.ts';

test('the picture of a path runs from left to right, with one arrow between two stations', () => {
  const { nodes, edges } = placePath([
    { from: 'internet', to: 'web', edge: 'NET_REACH' },
    { from: 'web', to: 'role', edge: 'RUNS_AS' },
    { from: 'web', to: 'role', edge: 'CAN_ASSUME' },
    { from: 'role', to: 'bucket', edge: 'CAN_READ' },
  ]);
  const across = nodes.toSorted((a, b) => a.x - b.x).map(({ id }) => id);
  assert.deepEqual(across, ['internet', 'web', 'role', 'bucket']);
  assert.deepEqual(
    edges.map(({ label }) => label),
    ['1 NET_REACH', '2 RUNS_AS, 3 CAN_ASSUME', '4 CAN_READ'],
  );
});

test('a path that comes back to where it was is drawn too', () => {
  const { nodes, edges } = placePath([
    { from: 'a', to: 'b', edge: 'X' },
    { from: 'b', to: 'a', edge: 'Y' },
    { from: 'a', to: 'a', edge: 'Z' },
  ]);
  assert.deepEqual([nodes.length, edges.length], [2, 3]);
  assert.ok(nodes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
});

test('addresses say what is shown; what is no filter is left out', () => {
  assert.deepEqual(readPathSearch({ path: 146, severity: 'high', other: 'x', query: '' }), { path: '146', severity: 'high' });
  assert.deepEqual(withFilter({ path: 'a', severity: 'high' }, 'severity', ''), { path: 'a' });
  assert.equal(isShown({ severity: 'high', query: 'q', sourceId: 's' }, { severity: 'low' }), false);
  assert.equal(isShown({ severity: 'high', query: 'q', sourceId: 's' }, { query: 'q' }), true);
  assert.deepEqual(readIdentitySearch({ tab: 'review', source: 7 }), { tab: 'review' });
  assert.deepEqual(readResourceSearch({ type: 'aws.s3.bucket', gone: 'yes', text: '' }), { type: ['aws.s3.bucket'] });
  assert.deepEqual(toggled({ type: ['a'] }, 'type', 'a'), {});
});

test('of a configuration what is unknown and what is hidden is told apart from what is set', () => {
  const lines = shapeLines({
    name: 'orders',
    key: { $unknown: 'AccessDenied' },
    secret: { $hidden: true },
    groups: ['root|aws.ec2.security-group|aws_security_group.web'],
    empty: [],
  });
  assert.deepEqual(
    lines.map(({ path, kind, text }) => `${path} ${kind} ${text}`),
    [
      'name value orders',
      'key unknown AccessDenied',
      'secret hidden ',
      'groups group [1]',
      'groups.0 value aws_security_group.web',
      'empty value []',
    ],
  );
  assert.equal(plainText('\u{FFFC}/*'), '…/*');
  assert.deepEqual(shapeLines('text'), []);
  assert.ok(shapeLines({ list: Array.from({ length: 5_000 }, String) }).length <= 1_000);
});

test('exposure is one of five states, and unknown is neither yes nor no', () => {
  const base = { name: 'web', node: 'aws_lb.web', account: null, sourceName: 'estate', from: 'internet', oneChangeAway: null };
  const rows = [
    { ...base, reachable: true },
    { ...base, reachable: true, from: 'lb' },
    { ...base, reachable: 'unknown' as const },
    { ...base, reachable: false, oneChangeAway: [{}] },
    { ...base, reachable: false },
  ];
  assert.deepEqual(rows.map(stateOf), ['reached', 'behind', 'unknown', 'away', 'closed']);
  assert.equal(filtered(rows, new Set(['unknown', 'away']), '').length, 2);
  assert.equal(filtered(rows, new Set(), 'LB estate').length, 5);
  assert.equal(filtered(rows, new Set(), 'db').length, 0);
  assert.equal(portsText([{ protocol: 'tcp', from: 0, to: 65_535 }]), '');
  assert.equal(
    portsText([
      { protocol: 'tcp', from: 443, to: 443 },
      { protocol: 'udp', from: 1, to: 9 },
    ]),
    '443/tcp, 1-9/udp',
  );
});

test('answers that are not as expected leave gaps, and break nothing', () => {
  for (const value of [null, 7, [], { grantees: 3, rows: [null], services: [{ levels: 'x' }], drifts: [{ attributes: 1 }] }]) {
    assert.ok(readWhoCan(value));
    assert.ok(readWhatCan(value));
    assert.ok(readReview(value));
    readDrift(value);
    countsOf(value);
  }
  const who = readWhoCan({
    grantees: [{ principal: 'p', kind: 'role', condition: null, because: [{ effect: 'allow', policy: 'x', file: 'a.tf', line: 3 }] }],
  });
  assert.deepEqual(who.grantees[0]?.because, ['allow · x · a.tf:3']);
});

test('of an access review those to be decided come first', () => {
  const row = (name: string, decision: string) => ({ name, decision, counts: { used: 1, unused: 2 } });
  const { rows } = readReview({ rows: [row('a', 'keep'), row('b', 'remove'), row('c', 'ask')] });
  assert.deepEqual(
    rows.map(({ name, unused, all }) => `${name} ${unused}/${all}`),
    ['b 2/3', 'c 2/3', 'a 2/3'],
  );
});
