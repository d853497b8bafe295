/** Times as logs write them, in milliseconds since 1970 UTC. Never the machine's time zone: a time without a zone is UTC. */

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d\d:?\d\d|[+-]\d\d)?$/i;
const CLF = /^\[?(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d):(\d\d):(\d\d) ([+-]\d{4})\]?$/;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const LONGEST = 40;

/** `2026-03-01T09:15:00Z` and its kin: a blank for the T, up to nine decimals (cut to three), an offset or none. Null for anything else. */
export function isoTime(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  return value.length === 20 && value.charCodeAt(19) === 90 ? plainTime(value) : anyTime(value);
}

/** `YYYY-MM-DDTHH:MM:SSZ` without an allocation: the hot form. */
function plainTime(value: string): number | null {
  if (value.charCodeAt(10) !== 84 || value.charCodeAt(4) !== 45 || value.charCodeAt(13) !== 58) return anyTime(value);
  const year = two(value, 0) * 100 + two(value, 2);
  const month = two(value, 5);
  const day = two(value, 8);
  const hour = two(value, 11);
  const minute = two(value, 14);
  const second = two(value, 17);
  // A part that is no number makes the sum none.
  return inRange(month, day, hour) && minute < 60 && second < 61 ? valid(Date.UTC(year, month - 1, day, hour, minute, second)) : null;
}

const two = (value: string, at: number): number => digit(value.charCodeAt(at)) * 10 + digit(value.charCodeAt(at + 1));
const digit = (code: number): number => (code >= 48 && code <= 57 ? code - 48 : Number.NaN);
const valid = (time: number): number | null => (Number.isNaN(time) ? null : time);
const inRange = (month: number, day: number, hour: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24;

function anyTime(value: string): number | null {
  if (value.length > LONGEST) return null;
  const match = ISO.exec(value);
  if (!match) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  if (!inRange(Number(month), Number(day), Number(hour)) || Number(minute) > 59 || Number(second) > 60) return null;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return time + Number(fraction.padEnd(3, '0').slice(0, 3)) - offset(zone);
}

/** Milliseconds that a zone is ahead of UTC. */
function offset(zone: string): number {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

/** `10/Oct/2000:13:55:36 -0700`, with or without square brackets. */
export function clfTime(value: unknown): number | null {
  const match = typeof value === 'string' && value.length <= LONGEST ? CLF.exec(value) : null;
  if (!match) return null;
  const [, day, name = '', year, hour, minute, second, zone = ''] = match;
  const month = MONTHS.indexOf(name);
  if (month < 0 || month % 3 !== 0 || !inRange(1, Number(day), Number(hour)) || Number(minute) > 59 || Number(second) > 60) return null;
  return Date.UTC(Number(year), month / 3, Number(day), Number(hour), Number(minute), Number(second)) - offset(zone);
}

/** A count of seconds, milliseconds or microseconds since 1970, by its size; a text is read as a number or as ISO. */
export function anyUnixTime(value: unknown): number | null {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && /^\d{9,16}(?:\.\d{1,9})?$/.test(value) ? Number(value) : null;
  if (number === null) return isoTime(value);
  if (!Number.isFinite(number) || number < 0) return null;
  return Math.floor(number < 1e11 ? number * 1000 : number < 1e14 ? number : number / 1000);
}
