/**
 * National holidays of Japan by calculation. Sources: 国民の祝日に関する法律 (Act 178 of 1948) with its amendments of 1966, 1973, 1985, 1989, 1995,
 * 1998, 2001, 2005, 2014, 2017 and 2018; the special acts of 1959, 1989, 1990, 1993 and 2018; the acts on the Olympic Games for 2020 and 2021; checked
 * against the list the Cabinet Office publishes (syukujitsu.csv), read 2026-11-22.
 */
import { addDays, weekdayOf } from './days.ts';

/** Names are texts and elsewhere; `substitute` is 振替休日, `citizens` is 国民の休日. */
export type JapaneseHolidayId =
  | 'new-year'
  | 'coming-of-age'
  | 'foundation'
  | 'emperors-birthday'
  | 'vernal-equinox'
  | 'greenery'
  | 'showa'
  | 'constitution'
  | 'childrens'
  | 'marine'
  | 'mountain'
  | 'respect-for-the-aged'
  | 'autumnal-equinox'
  | 'sports'
  | 'culture'
  | 'labor-thanksgiving'
  | 'imperial-wedding'
  | 'imperial-funeral'
  | 'enthronement'
  | 'substitute'
  | 'citizens';

export interface JapaneseHoliday {
  readonly day: string;
  readonly id: JapaneseHolidayId;
}

interface Rule {
  readonly id: JapaneseHolidayId;
  /** First and last year; null: until today. */
  readonly years: readonly [from: number, to: number | null];
  readonly month: number;
  /** A day, which Monday of the month, or calculated from the year. */
  readonly on: number | { readonly monday: 2 | 3 } | ((year: number) => number);
  /** In these years it was on another day. */
  readonly moved?: Readonly<Record<number, string>>;
}

const FIRST_YEAR = 1949;
const LAST_YEAR = 2150;
/** Substitute holidays exist since 12 April 1973, citizens' holidays since 27 December 1985; both in their present form since 2007. */
const SUBSTITUTES_SINCE = '1973-04-12';
const CITIZENS_SINCE = '1985-12-27';
const PRESENT_FORM_SINCE = '2007-01-01';

const rules: readonly Rule[] = [
  { id: 'new-year', years: [1949, null], month: 1, on: 1 },
  { id: 'coming-of-age', years: [1949, 1999], month: 1, on: 15 },
  { id: 'coming-of-age', years: [2000, null], month: 1, on: { monday: 2 } },
  { id: 'foundation', years: [1967, null], month: 2, on: 11 },
  { id: 'emperors-birthday', years: [1949, 1988], month: 4, on: 29 },
  { id: 'emperors-birthday', years: [1989, 2018], month: 12, on: 23 },
  { id: 'emperors-birthday', years: [2020, null], month: 2, on: 23 },
  { id: 'vernal-equinox', years: [1949, null], month: 3, on: vernalEquinox },
  { id: 'greenery', years: [1989, 2006], month: 4, on: 29 },
  { id: 'showa', years: [2007, null], month: 4, on: 29 },
  { id: 'constitution', years: [1949, null], month: 5, on: 3 },
  { id: 'greenery', years: [2007, null], month: 5, on: 4 },
  { id: 'childrens', years: [1949, null], month: 5, on: 5 },
  { id: 'marine', years: [1996, 2002], month: 7, on: 20 },
  { id: 'marine', years: [2003, null], month: 7, on: { monday: 3 }, moved: { 2020: '2020-07-23', 2021: '2021-07-22' } },
  { id: 'mountain', years: [2016, null], month: 8, on: 11, moved: { 2020: '2020-08-10', 2021: '2021-08-08' } },
  { id: 'respect-for-the-aged', years: [1966, 2002], month: 9, on: 15 },
  { id: 'respect-for-the-aged', years: [2003, null], month: 9, on: { monday: 3 } },
  { id: 'autumnal-equinox', years: [1949, null], month: 9, on: autumnalEquinox },
  { id: 'sports', years: [1966, 1999], month: 10, on: 10 },
  { id: 'sports', years: [2000, null], month: 10, on: { monday: 2 }, moved: { 2020: '2020-07-24', 2021: '2021-07-23' } },
  { id: 'culture', years: [1949, null], month: 11, on: 3 },
  { id: 'labor-thanksgiving', years: [1949, null], month: 11, on: 23 },
];

/** By acts of their own; those of 2019 count as national holidays between which a day is one too. */
const once: readonly JapaneseHoliday[] = [
  { day: '1959-04-10', id: 'imperial-wedding' },
  { day: '1989-02-24', id: 'imperial-funeral' },
  { day: '1990-11-12', id: 'enthronement' },
  { day: '1993-06-09', id: 'imperial-wedding' },
  { day: '2019-05-01', id: 'enthronement' },
  { day: '2019-10-22', id: 'enthronement' },
];

const byYear = new Map<number, readonly JapaneseHoliday[]>();

/**
 * All holidays of a year in order, substitutes included. Throws RangeError outside 1949 to 2150, where the law or the formula of the equinoxes ends.
 * Equinoxes of years to come are a forecast: they are announced in February of the year before. Laws may change too.
 */
export function japaneseHolidays(year: number): readonly JapaneseHoliday[] {
  const known = byYear.get(year);
  if (known) return known;
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) throw new RangeError(`no Japanese holidays are known for ${year}`);
  const national = nationalHolidays(year);
  const days = new Set(national.map(({ day }) => day));
  const substitutes = national.flatMap(({ day }) => substituteFor(day, days));
  const added = new Set(substitutes);
  const citizens = national.flatMap(({ day }) => citizensAfter(day, days, added));
  const holidays = [
    ...national,
    ...substitutes.map((day) => ({ day, id: 'substitute' }) as const),
    ...citizens.map((day) => ({ day, id: 'citizens' }) as const),
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
  byYear.set(year, holidays);
  return holidays;
}

/** The holiday of a day; null when it is none. */
export function japaneseHolidayOn(day: string): JapaneseHoliday | null {
  return japaneseHolidays(Number(day.slice(0, 4))).find((holiday) => holiday.day === day) ?? null;
}

function nationalHolidays(year: number): readonly JapaneseHoliday[] {
  const regular = rules
    .filter(({ years: [from, to] }) => from <= year && year <= (to ?? year))
    .map((rule) => ({ day: rule.moved?.[year] ?? dayOf(rule, year), id: rule.id }));
  return [...regular, ...once.filter(({ day }) => day.startsWith(`${year}-`))];
}

function dayOf({ month, on }: Rule, year: number): string {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  if (typeof on === 'number') return addDays(first, on - 1);
  if (typeof on === 'function') return addDays(first, on(year) - 1);
  return addDays(first, ((8 - weekdayOf(first)) % 7) + 7 * (on.monday - 1));
}

/** Of one on a Sunday: the next day, since 2007 the next that is no national holiday. */
function substituteFor(day: string, national: ReadonlySet<string>): readonly string[] {
  if (weekdayOf(day) !== 0 || day < SUBSTITUTES_SINCE) return [];
  let next = addDays(day, 1);
  while (day >= PRESENT_FORM_SINCE && national.has(next)) next = addDays(next, 1);
  return national.has(next) ? [] : [next];
}

/** The day after, when the one after that is a national holiday too. Until 2006 not on Sundays. */
function citizensAfter(day: string, national: ReadonlySet<string>, substitutes: ReadonlySet<string>): readonly string[] {
  const next = addDays(day, 1);
  if (next < CITIZENS_SINCE || national.has(next) || substitutes.has(next) || !national.has(addDays(next, 1))) return [];
  return next < PRESENT_FORM_SINCE && weekdayOf(next) === 0 ? [] : [next];
}

/** Day of March. Formula of the almanac 新こよみ便利帳 (海上保安庁), exact for the years given so far. */
function vernalEquinox(year: number): number {
  if (year < 1980) return Math.floor(20.8357 + 0.242194 * (year - 1980) - Math.trunc((year - 1983) / 4));
  return Math.floor((year < 2100 ? 20.8431 : 21.851) + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));
}

/** Day of September. */
function autumnalEquinox(year: number): number {
  if (year < 1980) return Math.floor(23.2588 + 0.242194 * (year - 1980) - Math.trunc((year - 1983) / 4));
  return Math.floor((year < 2100 ? 23.2488 : 24.2488) + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));
}
