/** From moments to days and times of day in a time zone, and back. The offsets are those of the running program's time zone data. */
import { addDays } from './days.ts';

export interface LocalTime {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Since midnight. */
  readonly minutes: number;
}

const MINUTE_MS = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** True for an IANA name such as `Asia/Tokyo`, or `UTC`. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** Day and time on the clocks of a time zone. Throws RangeError on what is no time or no zone. */
export function localTime(at: string | number, timeZone: string): LocalTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  const two = (type: Intl.DateTimeFormatPartTypes): string => (parts.get(type) ?? '').padStart(2, '0');
  const day = `${(parts.get('year') ?? '').padStart(4, '0')}-${two('month')}-${two('day')}`;
  return { day, minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
}

/** The day a moment falls on in a time zone. */
export function dayIn(at: string | number, timeZone: string): string {
  return localTime(at, timeZone).day;
}

/**
 * The moment the clocks show a time, ISO-8601 UTC. `minutes` may be 1440: the end of the day. Of a time that exists twice the first is meant;
 * one that is skipped is as much later as the clocks were moved.
 */
export function instantOf({ day, minutes }: LocalTime, timeZone: string): string {
  const wanted = Date.parse(`${addDays(day, Math.floor(minutes / 1440))}T00:00:00Z`) + (minutes % 1440) * MINUTE_MS;
  const offsets = [wanted - 86_400_000, wanted + 86_400_000].map((near) => offsetAt(near, timeZone));
  const [before = 0, after = 0] = offsets;
  const candidates = [wanted - before, wanted - after].filter((moment) => moment + offsetAt(moment, timeZone) === wanted);
  const moment = candidates.length === 0 ? wanted - before : Math.min(...candidates);
  return new Date(moment).toISOString();
}

/** Milliseconds that local clocks are ahead of UTC. */
function offsetAt(moment: number, timeZone: string): number {
  const { day, minutes } = localTime(moment, timeZone);
  const wholeMinute = Math.floor(moment / MINUTE_MS) * MINUTE_MS;
  return Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS - wholeMinute;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    format = new Intl.DateTimeFormat('en-US', { ...options, timeZone, calendar: 'gregory', numberingSystem: 'latn' });
    formats.set(timeZone, format);
  }
  return format;
}
