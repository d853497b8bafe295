/** RFC 3339 times and lengths of time such as `1h30m`, both in nanoseconds. */
import { durationOf, timestampOf } from '../arithmetic.ts';
import { faults } from '../faults.ts';
import type { CelValue } from '../values.ts';

const SECOND = 1_000_000_000n;

export function parseTimestamp(text: string): CelValue {
  const parts = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):(\d\d))$/.exec(text);
  if (!parts) return noTime(text);
  const [, year, month, day, hour, minute, second, fraction = '', sign, offsetHours = '0', offsetMinutes = '0'] = parts;
  const days = daysFromCivil(Number(year), Number(month), Number(day));
  if (days === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return noTime(text);
  const local = BigInt(days) * 86_400n + BigInt(Number(hour) * 3600 + Number(minute) * 60 + Number(second));
  const offset = BigInt(Number(offsetHours) * 3600 + Number(offsetMinutes) * 60) * (sign === '-' ? -1n : 1n);
  return timestampOf((local - offset) * SECOND + BigInt(fraction.padEnd(9, '0')));
}

function noTime(text: string): CelValue {
  return faults.badValue('timestamp', `${JSON.stringify(text.slice(0, 40))} is no RFC 3339 time`);
}

/** Days since 1970-01-01; null for a day that does not exist. */
function daysFromCivil(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export interface CivilTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** 0 is the first of January. */
  readonly dayOfYear: number;
}

export function civilTime(nanoseconds: bigint): CivilTime {
  const seconds = floorDivide(nanoseconds, SECOND);
  const days = Number(floorDivide(seconds, 86_400n));
  const rest = Number(seconds - BigInt(days) * 86_400n);
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayFromMarch = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayFromMarch + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return {
    year,
    month,
    day: dayFromMarch - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    nanosecond: Number(nanoseconds - seconds * SECOND),
    weekday: (((days + 4) % 7) + 7) % 7,
    dayOfYear: days - (daysFromCivil(year, 1, 1) ?? days),
  };
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

export function formatTimestamp(nanoseconds: bigint): string {
  const { year, month, day, hour, minute, second, nanosecond } = civilTime(nanoseconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const fraction = nanosecond === 0 ? '' : `.${String(nanosecond).padStart(9, '0').replace(/0+$/, '')}`;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${fraction}Z`;
}

const UNITS: Readonly<Record<string, bigint>> = { h: 3600n * SECOND, m: 60n * SECOND, s: SECOND, ms: 1_000_000n, us: 1000n, ns: 1n };

/** `1h30m`, `-1.5s`, `250ms`. */
export function parseDuration(text: string): CelValue {
  if (text.length > 100 || !/^[+-]?(?:\d+(?:\.\d*)?(?:h|ms|m|s|us|ns))+$|^[+-]?0$/.test(text)) {
    return faults.badValue('duration', `${JSON.stringify(text.slice(0, 40))} is no length of time such as 1h30m`);
  }
  let sum = 0n;
  for (const [, whole = '0', fraction = '', unit = ''] of text.matchAll(/(\d+)(?:\.(\d*))?(h|ms|m|s|us|ns)/g)) {
    const size = UNITS[unit] ?? 0n;
    sum += BigInt(whole) * size + (fraction === '' ? 0n : (BigInt(fraction) * size) / 10n ** BigInt(fraction.length));
  }
  return durationOf(text.startsWith('-') ? -sum : sum);
}

export function formatDuration(nanoseconds: bigint): string {
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  const fraction = String(size % SECOND)
    .padStart(9, '0')
    .replace(/0+$/, '');
  return `${nanoseconds < 0n ? '-' : ''}${size / SECOND}${fraction === '' ? '' : `.${fraction}`}s`;
}
