import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addBusinessDays, addBusinessHours, addDays, businessDaysBetween, defaultBusinessCalendar, isBusinessDay } from './index.ts';

const calendar = defaultBusinessCalendar;

test('business days step over weekends, Golden Week and the end of the year', () => {
  const cases: readonly (readonly [from: string, count: number, expected: string])[] = [
    ['2026-11-20', 1, '2026-11-24'],
    ['2026-05-01', 1, '2026-05-07'],
    ['2019-04-26', 1, '2019-05-07'],
    ['2026-12-28', 1, '2027-01-04'],
    ['2026-11-24', -1, '2026-11-20'],
    ['2026-11-22', 0, '2026-11-24'],
    ['2026-11-24', 0, '2026-11-24'],
    ['2026-11-22', 20, '2026-12-21'],
  ];
  for (const [from, count, expected] of cases) assert.equal(addBusinessDays(from, count, calendar), expected, `${from} + ${count}`);
});

test('a company closes and opens on days of its own', () => {
  const own = { ...calendar, closures: [{ from: '2026-08-12', to: '2026-08-14' }], openings: ['2026-08-15'] };
  assert.equal(addBusinessDays('2026-08-10', 1, own), '2026-08-15');
  assert.equal(isBusinessDay('2026-12-30', own), true);
});

test('hours of work end in the evening and go on in the morning', () => {
  assert.equal(addBusinessHours('2026-11-20T08:00:00Z', 4, calendar), '2026-11-24T03:00:00.000Z');
  assert.equal(addBusinessHours('2026-11-21T03:00:00Z', 1, calendar), '2026-11-24T01:00:00.000Z');
  assert.equal(addBusinessHours('2026-11-24T00:00:00Z', 9, calendar), '2026-11-24T09:00:00.000Z');
  assert.throws(() => addBusinessHours('2026-11-24T00:00:00Z', 1, { ...calendar, hours: { from: 600, to: 600 } }), RangeError);
});

test('a calendar that never opens is refused', () => {
  assert.throws(() => addBusinessDays('2026-11-24', 1, { ...calendar, weekend: [0, 1, 2, 3, 4, 5, 6] }), RangeError);
});

test('adding and counting business days agree', () => {
  const day = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2015-01-05', days));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 30 }), (from, count) => {
      const to = addBusinessDays(from, count, calendar);
      assert.ok(isBusinessDay(to, calendar));
      assert.equal(businessDaysBetween(from, to, calendar), count);
      assert.equal(businessDaysBetween(to, from, calendar), -count);
    }),
    { numRuns: 50 },
  );
});
