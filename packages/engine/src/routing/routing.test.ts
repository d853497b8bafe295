import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NotificationEvent, NotificationRoute, QuietHours } from './index.ts';
import { isQuiet, quietUntil, routeNotifications } from './index.ts';

const event = (given: Partial<NotificationEvent> = {}): NotificationEvent => ({
  ...{ id: 'n1', kind: 'finding-new', at: '2026-11-24T02:00:00Z', severity: 'high', subject: 'estate/f1' },
  ...{ checkId: 'aws-s3-bucket-versioning', department: 'payments', account: '123456789012', environment: 'production', tags: {} },
  ...given,
});
const route = (given: Partial<NotificationRoute> = {}): NotificationRoute => ({
  ...{ id: 'all', match: {}, channels: ['mail'], mode: 'immediate', dedupeMinutes: 60, quiet: null, isLast: false },
  ...given,
});
const nights: QuietHours = { timeZone: 'Asia/Tokyo', from: 1200, to: 480, days: [0, 6], exceptFrom: 'critical' };
const said = (events: readonly NotificationEvent[], routes: readonly NotificationRoute[]): readonly string[] =>
  routeNotifications(events, routes, new Map()).decisions.map(({ event: id, channel, action }) => `${id} ${channel} ${action}`);

const matches: readonly (readonly [name: string, match: NotificationRoute['match'], fits: boolean])[] = [
  ['everything', {}, true],
  ['its kind', { kinds: ['finding-new', 'incident'] }, true],
  ['another kind', { kinds: ['incident'] }, false],
  ['graver than medium', { atLeast: 'medium' }, true],
  ['critical only', { atLeast: 'critical' }, false],
  ['its department', { departments: ['pay*'] }, true],
  ['nobody', { departments: ['-'] }, false],
  ['its check and another account', { checks: ['aws-s3-*'], accounts: ['2109*'] }, false],
  ['its tag', { tags: { TEAM: 'p*' } }, true],
];

for (const [name, match, fits] of matches) {
  test(`a route for ${name}`, () => assert.equal(said([event({ tags: { Team: 'payments' } })], [route({ match })]).length, fits ? 1 : 0));
}

test('the first route decides for a channel, and a last one ends the search', () => {
  const routes = [
    route({ id: 'pay', channels: ['slack'], mode: 'digest', match: { departments: ['payments'] } }),
    route({ id: 'grave', channels: ['slack', 'pager'], isLast: true }),
    route({ id: 'never', channels: ['mail'] }),
  ];
  assert.deepEqual(said([event()], routes), ['n1 slack digest', 'n1 pager send']);
});

test('the same news is told once within the window, and again when it became graver', () => {
  const events = [
    event({ id: 'n4', at: '2026-11-24T03:00:00Z' }),
    event({ id: 'n2', at: '2026-11-24T02:59:59Z' }),
    event({ id: 'n3', at: '2026-11-24T02:30:00Z', severity: 'critical' }),
    event(),
    event({ id: 'n5', at: '2026-11-24T02:10:00Z', subject: 'estate/f2' }),
  ];
  const expected = ['n1 mail send', 'n5 mail send', 'n3 mail send', 'n2 mail drop-duplicate', 'n4 mail send'];
  assert.deepEqual(said(events, [route()]), expected);
  assert.deepEqual(said(events.toReversed(), [route()]), expected);
});

test('what was told before is remembered', () => {
  const first = routeNotifications([event()], [route()], new Map());
  const second = routeNotifications([event({ id: 'n2', at: '2026-11-24T02:20:00Z' })], [route()], first.memory);
  assert.deepEqual(
    second.decisions.map(({ action }) => action),
    ['drop-duplicate'],
  );
});

test('quiet hours hold what is not critical until the morning', () => {
  const night = '2026-11-24T12:00:00Z';
  const { decisions } = routeNotifications(
    [event({ at: night }), event({ id: 'n2', at: night, severity: 'critical' })],
    [route({ quiet: nights })],
    new Map(),
  );
  assert.deepEqual(
    decisions.map(({ action, until }) => [action, until]),
    [
      ['hold', '2026-11-24T23:00:00.000Z'],
      ['send', null],
    ],
  );
});

test('quiet time ends when the next morning that is not quiet begins', () => {
  assert.equal(quietUntil('2026-11-27T12:00:00Z', nights), '2026-11-29T23:00:00.000Z');
  assert.equal(quietUntil('2026-11-24T02:00:00Z', nights), '2026-11-24T02:00:00Z');
  assert.equal(quietUntil('2026-11-28T03:00:00Z', { ...nights, from: 0, to: 0 }), '2026-11-29T15:00:00.000Z');
  assert.equal(quietUntil('2026-11-24T02:00:00Z', { ...nights, days: [0, 1, 2, 3, 4, 5, 6] }), null);
  assert.equal(isQuiet('2026-11-24T22:59:00Z', 'high', nights), true);
  assert.equal(isQuiet('2026-11-24T23:00:00Z', 'high', nights), false);
});
