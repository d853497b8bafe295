import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FindingState, LifecycleEventKind } from '../lifecycle/index.ts';
import type { MetricFinding } from './index.ts';
import { departmentMetrics, findingMetrics, openTrend } from './index.ts';

const HOUR = 3_600_000;
const entry = (at: string, event: LifecycleEventKind, from: FindingState | null, to: FindingState): MetricFinding['history'][number] => ({
  at,
  event,
  from,
  to,
});
const finding = (given: Partial<MetricFinding>): MetricFinding => ({
  ...{
    severity: 'high',
    department: 'payments',
    state: 'open',
    firstSeenAt: '2026-11-02T00:00:00Z',
    occurredAt: null,
    dueAt: null,
    history: [],
  },
  ...given,
});
const period = { from: '2026-11-01T00:00:00Z', to: '2026-12-01T00:00:00Z' };

const fixed = finding({
  ...{ state: 'verified', occurredAt: '2026-11-01T22:00:00Z', dueAt: '2026-11-10T00:00:00Z' },
  history: [
    entry('2026-11-02T00:00:00Z', 'found', null, 'new'),
    entry('2026-11-02T06:00:00Z', 'request', 'new', 'requested'),
    entry('2026-11-03T00:00:00Z', 'acknowledge', 'requested', 'acknowledged'),
    entry('2026-11-04T00:00:00Z', 'start', 'acknowledged', 'in-progress'),
    entry('2026-11-06T00:00:00Z', 'passed', 'in-progress', 'verified'),
  ],
});
const cameBack = finding({
  ...{ state: 'reopened', department: null, firstSeenAt: '2026-10-01T00:00:00Z', dueAt: '2026-11-20T00:00:00Z' },
  history: [
    entry('2026-11-05T00:00:00Z', 'gone', 'open', 'verified'),
    entry('2026-11-10T00:00:00Z', 'seen', 'verified', 'reopened'),
    entry('2026-11-10T04:00:00Z', 'start', 'reopened', 'in-progress'),
    entry('2026-11-12T00:00:00Z', 'passed', 'in-progress', 'verified'),
    entry('2026-11-19T00:00:00Z', 'seen', 'verified', 'reopened'),
  ],
});

test('times to detect, to answer and to fix, due dates kept and findings that came back', () => {
  assert.deepEqual(findingMetrics([fixed, cameBack], period), {
    timeToDetect: { count: 1, mean: 2 * HOUR, median: 2 * HOUR },
    timeToAcknowledge: { count: 2, mean: 14 * HOUR, median: 14 * HOUR },
    timeToResolve: { count: 3, mean: (96 + 840 + 48) * (HOUR / 3), median: 96 * HOUR },
    sla: { due: 2, met: 1, rate: 0.5 },
    reopened: { verified: 3, reopened: 2, rate: 2 / 3 },
    open: 1,
    ages: [1, 7, 30, 90, 180, null].map((upTo) => ({ upTo, count: upTo === 90 ? 1 : 0 })),
  });
});

test('nothing measured is null, not zero', () => {
  const { timeToDetect, sla, reopened } = findingMetrics([finding({ firstSeenAt: '2026-10-01T00:00:00Z' })], period);
  assert.deepEqual([timeToDetect.mean, sla.rate, reopened.rate], [null, null, null]);
});

test('each department has its own figures, nobody comes last', () => {
  assert.deepEqual(
    departmentMetrics([cameBack, fixed, finding({ department: 'web' })], period).map(({ department, metrics }) => [
      department,
      metrics.open,
    ]),
    [
      ['payments', 0],
      ['web', 1],
      [null, 1],
    ],
  );
});

test('the trend tells what was open at the end of each day', () => {
  const accepted = finding({
    ...{ severity: 'low', firstSeenAt: '2026-11-04T00:00:00Z' },
    history: [entry('2026-11-04T00:00:00Z', 'found', null, 'new'), entry('2026-11-05T16:00:00Z', 'grant-exception', 'new', 'exception')],
  });
  const points = openTrend([fixed, cameBack, accepted], { from: '2026-11-04', to: '2026-11-06', timeZone: 'Asia/Tokyo' });
  assert.deepEqual(
    points.map(({ day, open, accepted: held, found, reopened, verified }) => [day, open.high, open.low, held, found, reopened, verified]),
    [
      ['2026-11-04', 2, 1, 0, 1, 0, 0],
      ['2026-11-05', 1, 1, 0, 0, 0, 1],
      ['2026-11-06', 0, 0, 1, 0, 0, 1],
    ],
  );
});
