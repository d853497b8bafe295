/** Days and hours on which people work. */
import { addDays, isDay, weekdayOf } from './days.ts';
import { japaneseHolidayOn } from './japan.ts';
import { instantOf, localTime } from './zone.ts';

export interface BusinessCalendar {
  readonly timeZone: string;
  readonly holidays: 'japan' | 'none';
  /** Weekdays off; 0 is Sunday. */
  readonly weekend: readonly number[];
  /** Days off besides, first and last included: `2026-08-13`, or `12-29` for every year; the end of the latter may lie in the next year. */
  readonly closures: readonly { readonly from: string; readonly to: string }[];
  /** Days that are worked although they would be off. */
  readonly openings: readonly string[];
  /** Minutes since midnight. */
  readonly hours: { readonly from: number; readonly to: number };
}

/** Monday to Friday, 9 to 18 o'clock in Tokyo, without national holidays and the days around New Year on which offices are closed. */
export const defaultBusinessCalendar: BusinessCalendar = {
  timeZone: 'Asia/Tokyo',
  holidays: 'japan',
  weekend: [0, 6],
  closures: [{ from: '12-29', to: '01-03' }],
  openings: [],
  hours: { from: 540, to: 1080 },
};

/** Longer than any closure; a calendar without a business day in it has none. */
const MAX_SEARCH_DAYS = 1000;

/** Answers of each calendar: the same days are asked for every finding. */
const answers = new WeakMap<BusinessCalendar, Map<string, boolean>>();

/** Throws RangeError on what is no day, and on years without known holidays. */
export function isBusinessDay(day: string, calendar: BusinessCalendar): boolean {
  let known = answers.get(calendar);
  if (!known) answers.set(calendar, (known = new Map()));
  let answer = known.get(day);
  if (answer === undefined) known.set(day, (answer = isOpen(day, calendar)));
  return answer;
}

function isOpen(day: string, calendar: BusinessCalendar): boolean {
  if (!isDay(day)) throw new RangeError(`${day} is no day`);
  if (calendar.openings.includes(day)) return true;
  if (calendar.weekend.includes(weekdayOf(day)) || calendar.closures.some((closure) => isWithin(day, closure))) return false;
  return calendar.holidays === 'none' || japaneseHolidayOn(day) === null;
}

/** The business day some business days later, earlier when negative. 0: the day itself, or the next business day. */
export function addBusinessDays(day: string, count: number, calendar: BusinessCalendar): string {
  if (count === 0) return nextOpen(day, 1, calendar);
  const step = count < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(count); left > 0; left -= 1) reached = nextOpen(addDays(reached, step), step, calendar);
  return reached;
}

/** Business days after the first day up to and with the second; negative when it is earlier. O(days). */
export function businessDaysBetween(from: string, to: string, calendar: BusinessCalendar): number {
  if (to < from) return -businessDaysBetween(to, from, calendar);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isBusinessDay(day, calendar)) count += 1;
  }
  return count;
}

/** The moment after so many hours of work; outside business hours the clock stands still. */
export function addBusinessHours(at: string, hours: number, calendar: BusinessCalendar): string {
  const { from, to } = calendar.hours;
  if (to <= from) throw new RangeError('business hours end before they begin');
  const start = localTime(at, calendar.timeZone);
  let left = Math.round(hours * 60);
  let { day } = start;
  let minute = isBusinessDay(day, calendar) ? Math.max(start.minutes, from) : to;
  while (minute + left > to) {
    left -= Math.max(0, to - minute);
    day = nextOpen(addDays(day, 1), 1, calendar);
    minute = from;
  }
  return instantOf({ day, minutes: minute + left }, calendar.timeZone);
}

/** When work ends on a day. */
export function endOfWork(day: string, { hours, timeZone }: BusinessCalendar): string {
  return instantOf({ day, minutes: hours.to }, timeZone);
}

function nextOpen(from: string, step: 1 | -1, calendar: BusinessCalendar): string {
  let day = from;
  for (let tried = 0; tried < MAX_SEARCH_DAYS; tried += 1) {
    if (isBusinessDay(day, calendar)) return day;
    day = addDays(day, step);
  }
  throw new RangeError('the calendar has no business day');
}

function isWithin(day: string, { from, to }: { readonly from: string; readonly to: string }): boolean {
  if (from.length > 5) return from <= day && day <= to;
  const inYear = day.slice(5);
  return from <= to ? from <= inYear && inYear <= to : inYear >= from || inYear <= to;
}
