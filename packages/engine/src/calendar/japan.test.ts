/** Days as the Cabinet Office publishes them (syukujitsu.csv); from 2028 on by the law and the forecast of the equinoxes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { japaneseHolidayOn, japaneseHolidays } from './index.ts';

/** `s`: substitute, `c`: citizens' holiday. */
const years: Readonly<Record<number, string>> = {
  1955: '1-1 1-15 3-21 4-29 5-3 5-5 9-24 11-3 11-23',
  1959: '1-1 1-15 3-21 4-10 4-29 5-3 5-5 9-24 11-3 11-23',
  1967: '1-1 1-15 2-11 3-21 4-29 5-3 5-5 9-15 9-24 10-10 11-3 11-23',
  1972: '1-1 1-15 2-11 3-20 4-29 5-3 5-5 9-15 9-23 10-10 11-3 11-23',
  1998: '1-1 1-15 2-11 3-21 4-29 5-3 5-4s 5-5 7-20 9-15 9-23 10-10 11-3 11-23 12-23',
  2015: '1-1 1-12 2-11 3-21 4-29 5-3 5-4 5-5 5-6s 7-20 9-21 9-22c 9-23 10-12 11-3 11-23 12-23',
  2016: '1-1 1-11 2-11 3-20 3-21s 4-29 5-3 5-4 5-5 7-18 8-11 9-19 9-22 10-10 11-3 11-23 12-23',
  2017: '1-1 1-2s 1-9 2-11 3-20 4-29 5-3 5-4 5-5 7-17 8-11 9-18 9-23 10-9 11-3 11-23 12-23',
  2018: '1-1 1-8 2-11 2-12s 3-21 4-29 4-30s 5-3 5-4 5-5 7-16 8-11 9-17 9-23 9-24s 10-8 11-3 11-23 12-23 12-24s',
  2019: '1-1 1-14 2-11 3-21 4-29 4-30c 5-1 5-2c 5-3 5-4 5-5 5-6s 7-15 8-11 8-12s 9-16 9-23 10-14 10-22 11-3 11-4s 11-23',
  2020: '1-1 1-13 2-11 2-23 2-24s 3-20 4-29 5-3 5-4 5-5 5-6s 7-23 7-24 8-10 9-21 9-22 11-3 11-23',
  2021: '1-1 1-11 2-11 2-23 3-20 4-29 5-3 5-4 5-5 7-22 7-23 8-8 8-9s 9-20 9-23 11-3 11-23',
  2022: '1-1 1-10 2-11 2-23 3-21 4-29 5-3 5-4 5-5 7-18 8-11 9-19 9-23 10-10 11-3 11-23',
  2023: '1-1 1-2s 1-9 2-11 2-23 3-21 4-29 5-3 5-4 5-5 7-17 8-11 9-18 9-23 10-9 11-3 11-23',
  2024: '1-1 1-8 2-11 2-12s 2-23 3-20 4-29 5-3 5-4 5-5 5-6s 7-15 8-11 8-12s 9-16 9-22 9-23s 10-14 11-3 11-4s 11-23',
  2025: '1-1 1-13 2-11 2-23 2-24s 3-20 4-29 5-3 5-4 5-5 5-6s 7-21 8-11 9-15 9-23 10-13 11-3 11-23 11-24s',
  2026: '1-1 1-12 2-11 2-23 3-20 4-29 5-3 5-4 5-5 5-6s 7-20 8-11 9-21 9-22c 9-23 10-12 11-3 11-23',
  2027: '1-1 1-11 2-11 2-23 3-21 3-22s 4-29 5-3 5-4 5-5 7-19 8-11 9-20 9-23 10-11 11-3 11-23',
  2028: '1-1 1-10 2-11 2-23 3-20 4-29 5-3 5-4 5-5 7-17 8-11 9-18 9-22 10-9 11-3 11-23',
  2029: '1-1 1-8 2-11 2-12s 2-23 3-20 4-29 4-30s 5-3 5-4 5-5 7-16 8-11 9-17 9-23 9-24s 10-8 11-3 11-23',
  2030: '1-1 1-14 2-11 2-23 3-20 4-29 5-3 5-4 5-5 5-6s 7-15 8-11 8-12s 9-16 9-23 10-14 11-3 11-4s 11-23',
};

for (const [year, expected] of Object.entries(years)) {
  test(`holidays of Japan in ${year}`, () => {
    const shown = japaneseHolidays(Number(year)).map(({ day, id }) => {
      const mark = id === 'substitute' ? 's' : id === 'citizens' ? 'c' : '';
      return `${Number(day.slice(5, 7))}-${Number(day.slice(8))}${mark}`;
    });
    assert.equal(shown.join(' '), expected);
  });
}

test('equinoxes of 1955 to 1972 as they were', () => {
  const dayOf = (id: string): string =>
    Array.from({ length: 18 }, (_, index) =>
      japaneseHolidays(1955 + index)
        .find((each) => each.id === id)
        ?.day.slice(8),
    ).join(' ');
  assert.equal(dayOf('vernal-equinox'), '21 21 21 21 21 20 21 21 21 20 21 21 21 20 21 21 21 20');
  assert.equal(dayOf('autumnal-equinox'), '24 23 23 23 24 23 23 23 24 23 23 23 24 23 23 23 24 23');
});

test('a day tells what it is', () => {
  assert.equal(japaneseHolidayOn('2019-05-01')?.id, 'enthronement');
  assert.equal(japaneseHolidayOn('2021-07-23')?.id, 'sports');
  assert.equal(japaneseHolidayOn('2021-10-11'), null);
  assert.throws(() => japaneseHolidays(1948), RangeError);
  assert.throws(() => japaneseHolidayOn('yesterday'), RangeError);
});
