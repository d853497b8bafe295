/** Times in records: texts in ISO 8601 and the like, seconds or milliseconds since 1970. */
import type { TimeUnit } from './ir.ts';

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|UTC|[+-]\d\d:?\d\d)?)?$/;
/** 1973 as milliseconds, the year 5138 as seconds. */
const MILLISECONDS_FROM = 1e11;
const DAY = 86_400_000;

/** Milliseconds since 1970 UTC; times without a zone are UTC. Null for what is no time. */
export function timeOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? (value >= MILLISECONDS_FROM ? value : value * 1000) : null;
  if (typeof value !== 'string') return null;
  if (/^\d{9,13}(?:\.\d+)?$/.test(value)) return timeOf(Number(value));
  const match = ISO.exec(value.trim());
  if (!match) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match;
  const base = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const milliseconds = Math.floor(Number(`0.${fraction === '' ? '0' : fraction}`) * 1000);
  return base + milliseconds - zoneOffset(zone);
}

function zoneOffset(zone: string): number {
  if (!/^[+-]/.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** Weeks are ISO 8601's. */
export function timePart(time: number, unit: TimeUnit): number {
  const date = new Date(time);
  switch (unit) {
    case 'minute':
      return date.getUTCMinutes();
    case 'hour':
      return date.getUTCHours();
    case 'day':
      return date.getUTCDate();
    case 'month':
      return date.getUTCMonth() + 1;
    case 'year':
      return date.getUTCFullYear();
    default:
      return isoWeek(time);
  }
}

function isoWeek(time: number): number {
  const day = Math.floor(time / DAY);
  // 1970-01-01 was a Thursday: the Thursday of a day's week says which year the week belongs to.
  const thursday = day - ((((day + 3) % 7) + 7) % 7) + 3;
  const firstOfYear = Math.floor(Date.UTC(new Date(thursday * DAY).getUTCFullYear(), 0, 1) / DAY);
  return Math.floor((thursday - firstOfYear) / 7) + 1;
}
