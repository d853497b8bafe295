/** When an object was delivered, as its name says. */

/** Names of AWS (`…_20261120T0905Z_…`), of Azure's containers (`y=2026/m=11/d=20/h=09/m=05/`) and of Google's sinks (`2026/11/20/09:00:00_…`). */
const FORMS = [
  /(?<![0-9])(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(?:\d{2})?Z/,
  /(?:^|\/)y=(\d{4})\/m=(\d{2})\/d=(\d{2})\/h=(\d{2})\/m=(\d{2})\//,
  /(?:^|\/)(\d{4})\/(\d{2})\/(\d{2})\/(\d{2}):(\d{2}):\d{2}_/,
];

/** Milliseconds since 1970 UTC; null where the name tells no time. */
export function deliveredAt(path: string): number | null {
  for (const form of FORMS) {
    const [, year, month, day, hour, minute] = form.exec(path) ?? [];
    if (year === undefined) continue;
    const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
    return Number.isNaN(time) ? null : time;
  }
  return null;
}
