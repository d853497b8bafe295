import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayIn, daysBetween, instantOf, isDay, isTimeZone, localTime, weekdayOf } from './index.ts';

test('the day changes at midnight of the time zone', () => {
  assert.equal(dayIn('2026-11-22T14:59:59Z', 'Asia/Tokyo'), '2026-11-22');
  assert.equal(dayIn('2026-11-22T15:00:00Z', 'Asia/Tokyo'), '2026-11-23');
  assert.deepEqual(localTime('2026-11-22T15:30:00+09:00', 'America/New_York'), { day: '2026-11-22', minutes: 90 });
});

test('a local time is a moment, also where clocks are moved', () => {
  const cases: readonly (readonly [day: string, minutes: number, zone: string, expected: string])[] = [
    ['2026-11-23', 540, 'Asia/Tokyo', '2026-11-23T00:00:00.000Z'],
    ['2026-11-22', 1440, 'Asia/Tokyo', '2026-11-22T15:00:00.000Z'],
    ['2026-03-29', 540, 'Europe/Berlin', '2026-03-29T07:00:00.000Z'],
    ['2026-03-29', 150, 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', 150, 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-01-01', 0, 'Pacific/Auckland', '2025-12-31T11:00:00.000Z'],
  ];
  for (const [day, minutes, zone, expected] of cases)
    assert.equal(instantOf({ day, minutes }, zone), expected, `${day} ${minutes} ${zone}`);
});

test('days are counted without clocks', () => {
  assert.equal(addDays('2028-02-28', 2), '2028-03-01');
  assert.equal(addDays('2026-01-01', -1), '2025-12-31');
  assert.equal(daysBetween('2026-11-22', '2027-11-22'), 365);
  assert.equal(weekdayOf('2026-11-22'), 0);
  assert.deepEqual(['2026-02-29', '2026-2-1', '2026-02-28', 'x'].map(isDay), [false, false, true, false]);
  assert.throws(() => addDays('2026-02-30', 1), RangeError);
  assert.deepEqual(['Asia/Tokyo', 'UTC', 'Asia/Edo'].map(isTimeZone), [true, true, false]);
});
