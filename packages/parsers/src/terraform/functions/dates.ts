/** formatdate, timeadd, timecmp over RFC 3339 timestamps. The current time is decided at plan or apply time, never here. */
import { unknownValue } from '@kumomori/model';
import type { Failure, FunctionSpec, FunctionTable } from './context.ts';
import { define, fail, variadic } from './support.ts';

export const dateFunctions: FunctionTable = {
  formatdate: define(['string', 'string'], ([spec, text]) => {
    const time = parseTimestamp(text);
    return time ? formatDate(spec, time) : notATimestamp(text);
  }),
  timeadd: define(['string', 'string'], ([text, duration]) => {
    const time = parseTimestamp(text);
    const added = parseDuration(duration);
    if (!time) return notATimestamp(text);
    if (added === null) return fail(`"${duration.slice(0, 40)}" is not a duration such as "1h30m"`);
    const sum = { ...time, milliseconds: time.milliseconds + added };
    return Number.isNaN(new Date(sum.milliseconds).getTime()) ? fail('the result is out of range') : formatTimestamp(sum);
  }),
  timecmp: define(['string', 'string'], ([a, b]) => {
    const [first, second] = [parseTimestamp(a), parseTimestamp(b)];
    if (!first || !second) return notATimestamp(first ? b : a);
    return Math.sign(first.milliseconds - second.milliseconds);
  }),
  timestamp: now('the time of the apply'),
  plantimestamp: now('the time of the plan'),
};

function now(what: string): FunctionSpec {
  return variadic(0, 0, (_, { range }) => unknownValue('computed', `${what} is not known before it happens`, range));
}

function notATimestamp(text: string): Failure {
  return fail(`"${text.slice(0, 40)}" is not an RFC 3339 timestamp`);
}

interface Timestamp {
  /** Since 1970 in UTC; fractions of milliseconds are kept as fractions. */
  readonly milliseconds: number;
  readonly offsetMinutes: number;
}

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d{1,9})?(?:[Zz]|([+-])(\d\d):(\d\d))$/;

function parseTimestamp(text: string): Timestamp | null {
  const match = RFC3339.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction = '0', sign, offsetHours = '0', offsetRest = '0'] = match;
  const fields = [Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)] as const;
  const offsetMinutes = (sign === '-' ? -1 : 1) * (Number(offsetHours) * 60 + Number(offsetRest));
  const local = new Date(0);
  local.setUTCFullYear(fields[0], fields[1], fields[2]);
  local.setUTCHours(fields[3], fields[4], fields[5]);
  // February 30 and 24:00 would roll over into another day.
  const exact = local.getUTCDate() === fields[2] && local.getUTCMonth() === fields[1] && local.getUTCHours() === fields[3];
  if (!exact || fields[4] > 59 || fields[5] > 59 || Number(offsetHours) > 23 || Number(offsetRest) > 59) return null;
  return { milliseconds: local.getTime() + Number(fraction) * 1000 - offsetMinutes * 60_000, offsetMinutes };
}

/** The wall clock at the timestamp's own offset, readable through the UTC methods. */
function wallClock(time: Timestamp): Date {
  return new Date(Math.floor(time.milliseconds) + time.offsetMinutes * 60_000);
}

function formatTimestamp(time: Timestamp): string {
  const zone = time.offsetMinutes === 0 ? 'Z' : formatOffset(time.offsetMinutes, ':');
  return `${wallClock(time).toISOString().slice(0, 19)}${zone}`;
}

function formatOffset(minutes: number, separator: string): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${separator}${two(size % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const UNITS: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, µs: 1e-3, μs: 1e-3, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Milliseconds of a duration in Go's notation: "-1h30m", "1.5h", "0"; null when it is none. */
function parseDuration(text: string): number | null {
  const match = /^([+-]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h)){1,20}|0)$/.exec(text);
  if (!match) return null;
  let total = 0;
  for (const [, number = '0', unit = 's'] of (match[2] ?? '').matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/g))
    total += Number(number) * (UNITS[unit] ?? 0);
  return match[1] === '-' ? -total : total;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Terraform's date letters; quoted text ('' is a quote) and characters that are no letters stay as they are. */
function formatDate(spec: string, time: Timestamp): string | Failure {
  let result = '';
  for (const [token] of spec.matchAll(/'(?:[^']|'')*'?|([A-Za-z])\1*|[^A-Za-z']+/g)) {
    if (token.startsWith("'")) {
      if (token.length < 2 || !token.endsWith("'")) return fail('a quote is not closed');
      result += token.slice(1, -1).replaceAll("''", "'");
      continue;
    }
    const made = /^[A-Za-z]/.test(token) ? dateField(token, time) : token;
    if (made === null) return fail(`"${token.slice(0, 20)}" is not a date field`);
    result += made;
  }
  return result;
}

function dateField(token: string, time: Timestamp): string | null {
  const clock = wallClock(time);
  const hour12 = clock.getUTCHours() % 12 || 12;
  switch (token) {
    case 'YYYY':
      return String(clock.getUTCFullYear()).padStart(4, '0');
    case 'YY':
      return two(clock.getUTCFullYear() % 100);
    case 'MMMM':
      return MONTHS[clock.getUTCMonth()] ?? null;
    case 'MMM':
      return MONTHS[clock.getUTCMonth()]?.slice(0, 3) ?? null;
    case 'MM':
      return two(clock.getUTCMonth() + 1);
    case 'M':
      return String(clock.getUTCMonth() + 1);
    case 'DD':
      return two(clock.getUTCDate());
    case 'D':
      return String(clock.getUTCDate());
    case 'EEEE':
      return DAYS[clock.getUTCDay()] ?? null;
    case 'EEE':
      return DAYS[clock.getUTCDay()]?.slice(0, 3) ?? null;
    case 'hh':
      return two(clock.getUTCHours());
    case 'h':
      return String(clock.getUTCHours());
    case 'HH':
      return two(hour12);
    case 'H':
      return String(hour12);
    case 'AA':
      return clock.getUTCHours() < 12 ? 'AM' : 'PM';
    case 'aa':
      return clock.getUTCHours() < 12 ? 'am' : 'pm';
    case 'mm':
      return two(clock.getUTCMinutes());
    case 'm':
      return String(clock.getUTCMinutes());
    case 'ss':
      return two(clock.getUTCSeconds());
    case 's':
      return String(clock.getUTCSeconds());
    case 'ZZZZZ':
      return formatOffset(time.offsetMinutes, ':');
    case 'ZZZZ':
      return formatOffset(time.offsetMinutes, '');
    case 'ZZZ':
      return time.offsetMinutes === 0 ? 'UTC' : formatOffset(time.offsetMinutes, '');
    case 'Z':
      return time.offsetMinutes === 0 ? 'Z' : formatOffset(time.offsetMinutes, ':');
    default:
      return null;
  }
}
