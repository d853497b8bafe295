/** Days as `YYYY-MM-DD`, without any time zone. */

const DAY_MS = 86_400_000;

/** The day some days later (earlier when negative). Throws RangeError on what is no day. */
export function addDays(day: string, count: number): string {
  return new Date(midnight(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** How many days from the first to the second; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((midnight(to) - midnight(from)) / DAY_MS);
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(midnight(day)).getUTCDay();
}

/** True for a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function midnight(day: string): number {
  if (!isDay(day)) throw new RangeError(`${day} is no day`);
  return Date.parse(`${day}T00:00:00Z`);
}
