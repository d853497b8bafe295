/** When a channel rests. */
import type { Severity } from '@kumomori/model';
import { severities } from '@kumomori/model';
import { addDays, instantOf, localTime, weekdayOf } from '../calendar/index.ts';
import type { QuietHours } from './types.ts';

/** True when something of a severity is not sent at a time. */
export function isQuiet(at: string, severity: Severity, quiet: QuietHours): boolean {
  const { exceptFrom } = quiet;
  if (exceptFrom !== null && severities.indexOf(severity) <= severities.indexOf(exceptFrom)) return false;
  return isQuietTime(localTime(at, quiet.timeZone), quiet);
}

/** When the quiet time that a moment lies in ends; the moment itself when it is in none; null when it never ends. */
export function quietUntil(at: string, quiet: QuietHours): string | null {
  const { day, minutes } = localTime(at, quiet.timeZone);
  if (!isQuietTime({ day, minutes }, quiet)) return at;
  // It can end when the hours do, or at midnight after a quiet day.
  for (let offset = 0; offset <= 8; offset += 1) {
    const candidate = addDays(day, offset);
    for (const minute of [0, quiet.to])
      if ((offset > 0 || minute > minutes) && !isQuietTime({ day: candidate, minutes: minute }, quiet))
        return instantOf({ day: candidate, minutes: minute }, quiet.timeZone);
  }
  return null;
}

function isQuietTime({ day, minutes }: { readonly day: string; readonly minutes: number }, { from, to, days }: QuietHours): boolean {
  if (days.includes(weekdayOf(day))) return true;
  return from <= to ? from <= minutes && minutes < to : minutes >= from || minutes < to;
}
