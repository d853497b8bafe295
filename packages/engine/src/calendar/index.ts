/** Days, time zones, Japanese holidays, business days. Pure: the time is always an argument. */
export { addBusinessDays, addBusinessHours, businessDaysBetween, defaultBusinessCalendar, endOfWork, isBusinessDay } from './business.ts';
export type { BusinessCalendar } from './business.ts';
export { addDays, daysBetween, isDay, weekdayOf } from './days.ts';
export { japaneseHolidayOn, japaneseHolidays } from './japan.ts';
export type { JapaneseHoliday, JapaneseHolidayId } from './japan.ts';
export { dayIn, instantOf, isTimeZone, localTime } from './zone.ts';
export type { LocalTime } from './zone.ts';
