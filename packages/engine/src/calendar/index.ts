/** Days, time zones, Japanese holidays, business days. Pure: the time is always an argument. */
export { addDays, daysBetween, isDay, weekdayOf } from './days.ts';
export { dayIn, instantOf, isTimeZone, localTime } from './zone.ts';
export type { LocalTime } from './zone.ts';
