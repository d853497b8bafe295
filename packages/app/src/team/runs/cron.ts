/** `0 3 * * * Asia/Tokyo`: when sources are looked at, and when not. */
import { Cron } from 'croner';
import { z } from 'zod';
import { isTimeZone, localTime, weekdayOf } from '@kumomori/engine';

const FIELDS = 5;

/** Five fields and a time zone (UTC when left out); null when it is none. */
function cronOf(text: string): Cron | null {
  const words = text.trim().split(/\s+/);
  const timezone = words[FIELDS] ?? 'UTC';
  if (words.length < FIELDS || words.length > FIELDS + 1 || !isTimeZone(timezone)) return null;
  try {
    return new Cron(words.slice(0, FIELDS).join(' '), { timezone, paused: true });
  } catch {
    return null;
  }
}

export function isSchedule(text: string): boolean {
  return cronOf(text) !== null;
}

/** The last time it was due after `since`, up to and with `at`; null when it was not. Times that were missed count once. */
export function lastDue(text: string, since: Date, at: Date): Date | null {
  const [last] = cronOf(text)?.previousRuns(1, new Date(at.getTime() + 1_000)) ?? [];
  return last && last > since && last <= at ? last : null;
}

export const windowSchema = z.array(
  z.object({
    timeZone: z.string().refine(isTimeZone),
    /** 0 is Sunday; empty: every day. */
    days: z.array(z.int().min(0).max(6)),
    /** Minutes since midnight; `from` after `to` spans midnight and belongs to the day it begins on. */
    from: z.int().min(0).max(1_440),
    to: z.int().min(0).max(1_440),
  }),
);

export type MaintenanceWindow = z.infer<typeof windowSchema>[number];

/** True within one of the maintenance windows: nothing is scanned then. What is no window closes nothing. */
export function isMaintenance(windows: unknown, at: Date): boolean {
  const parsed = windowSchema.safeParse(windows ?? []);
  return (parsed.success ? parsed.data : []).some(({ timeZone, days, from, to }) => {
    const { day, minutes } = localTime(at.toISOString(), timeZone);
    const today = weekdayOf(day);
    const holds = (weekday: number): boolean => days.length === 0 || days.includes(weekday);
    if (from <= to) return holds(today) && from <= minutes && minutes < to;
    return (holds(today) && minutes >= from) || (holds((today + 6) % 7) && minutes < to);
  });
}
