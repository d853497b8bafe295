import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DigestFinding, DueQuestion, EscalationQuestion } from './index.ts';
import { defaultDuePolicy, defaultEscalationPolicy, departmentDigests, dueDate, dueEscalation, nextEscalation } from './index.ts';

const from = '2026-11-20T02:00:00Z';
const question = (given: Partial<DueQuestion>): DueQuestion => ({
  severity: 'high',
  exposure: 'none',
  environment: 'production',
  from,
  ...given,
});

const cases: readonly (readonly [name: string, given: Partial<DueQuestion>, expected: string])[] = [
  ['critical, open, production', { severity: 'critical', exposure: 'reachable' }, '2026-11-24 critical-open-live'],
  [
    'critical, open, environment not known',
    { severity: 'critical', exposure: 'reachable', environment: 'unknown' },
    '2026-11-24 critical-open-live',
  ],
  ['critical in a sandbox', { severity: 'critical', environment: 'sandbox' }, '2026-11-30 critical'],
  ['high, exposure not known', { exposure: 'unknown' }, '2026-12-07 high-live'],
  ['high over New Year', { from: '2026-12-21T02:00:00Z' }, '2027-01-08 high-live'],
  ['low', { severity: 'low' }, '2027-04-08 low'],
  ['info', { severity: 'info' }, 'never'],
];

for (const [name, given, expected] of cases) {
  test(`due dates: ${name}`, () => {
    const due = dueDate(question(given), defaultDuePolicy);
    assert.equal(due ? `${due.day} ${due.rule}` : 'never', expected);
  });
}

test('a due day ends with work in Tokyo; hours count only while people work', () => {
  assert.equal(dueDate(question({ exposure: 'reachable' }), defaultDuePolicy)?.at, '2026-11-26T09:00:00.000Z');
  const hours = { id: 'h', severities: null, exposures: null, environments: null, within: { amount: 8, unit: 'business-hours' } } as const;
  assert.deepEqual(dueDate(question({}), { ...defaultDuePolicy, rules: [hours] }), {
    day: '2026-11-24',
    at: '2026-11-24T01:00:00.000Z',
    rule: 'h',
  });
});

test('one step of the ladder at a time, the last of those that were missed', () => {
  const asked: EscalationQuestion = { severity: 'high', state: 'requested', dueDay: '2026-11-26', taken: [] };
  const step = (at: string, given: Partial<EscalationQuestion> = {}): string | null =>
    dueEscalation({ ...asked, ...given }, at, defaultEscalationPolicy)?.step.id ?? null;
  assert.equal(step('2026-11-23T00:00:00Z'), null);
  assert.equal(step('2026-11-24T00:00:00Z'), 'reminder');
  assert.equal(step('2026-11-24T00:00:00Z', { taken: ['reminder'] }), null);
  assert.equal(step('2026-11-30T00:00:00Z', { taken: ['reminder'] }), 'manager');
  assert.equal(step('2026-12-03T00:00:00Z', { taken: ['manager'] }), 'security-lead');
  assert.equal(step('2026-12-03T00:00:00Z', { taken: ['manager'], severity: 'low' }), null);
  assert.equal(step('2026-12-03T00:00:00Z', { state: 'fixed-unverified' }), null);
  assert.deepEqual(nextEscalation(asked, '2026-11-26T00:00:00Z', defaultEscalationPolicy)?.day, '2026-11-30');
  assert.equal(nextEscalation(asked, '2026-12-20T00:00:00Z', defaultEscalationPolicy), null);
});

test('a digest lists what is overdue first, each finding once, for each department', () => {
  const at = '2026-11-24T00:00:00Z';
  const finding = (key: string, given: Partial<DigestFinding>): DigestFinding => ({
    ...{ key, severity: 'high', state: 'requested', stateSince: '2026-11-01T00:00:00Z', firstSeenAt: '2026-11-01T00:00:00Z' },
    ...{ department: 'payments', dueDay: '2026-12-28' },
    ...given,
  });
  const yesterday = '2026-11-23T12:00:00Z';
  const findings = [
    finding('quiet', {}),
    finding('new', { state: 'new', firstSeenAt: yesterday }),
    finding('soon', { dueDay: '2026-11-27', severity: 'low' }),
    finding('late-low', { dueDay: '2026-11-20', severity: 'low' }),
    finding('late-high', { dueDay: '2026-11-21' }),
    finding('claimed', { dueDay: '2026-11-20', state: 'fixed-unverified' }),
    finding('fixed', { state: 'verified', stateSince: yesterday }),
    finding('back', { state: 'reopened', stateSince: yesterday }),
    finding('nobody', { department: null, firstSeenAt: yesterday, dueDay: null }),
  ];
  const digests = departmentDigests(findings, { at, since: '2026-11-23T00:00:00Z', calendar: defaultDuePolicy.calendar, limit: 5 });
  assert.deepEqual(digests, [
    {
      ...{ department: 'payments', open: 7, counts: { overdue: 2, 'due-soon': 1, reopened: 1, new: 1, fixed: 1 } },
      items: [
        { key: 'late-high', section: 'overdue', daysLeft: -3 },
        { key: 'late-low', section: 'overdue', daysLeft: -4 },
        { key: 'soon', section: 'due-soon', daysLeft: 3 },
        { key: 'back', section: 'reopened', daysLeft: 34 },
        { key: 'new', section: 'new', daysLeft: 34 },
      ],
    },
    {
      ...{ department: null, open: 1, counts: { overdue: 0, 'due-soon': 0, reopened: 0, new: 1, fixed: 0 } },
      items: [{ key: 'nobody', section: 'new', daysLeft: null }],
    },
  ]);
});
