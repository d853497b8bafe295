import type { Severity } from '@kumomori/model';
import type { BusinessCalendar } from '../calendar/index.ts';
import { addBusinessDays, addBusinessHours, addDays, dayIn, endOfWork } from '../calendar/index.ts';
import type { DueExposure, DuePolicy, DueRule } from './types.ts';

export interface DueQuestion {
  readonly severity: Severity;
  readonly exposure: DueExposure;
  readonly environment: 'production' | 'staging' | 'development' | 'sandbox' | 'unknown';
  /** When the clock starts: first seen, reopened, or graver than before. */
  readonly from: string;
}

export interface DueDate {
  /** On the clocks of the calendar. */
  readonly day: string;
  readonly at: string;
  /** The rule that says so. */
  readonly rule: string;
}

/** Until when it has to be fixed; null when no rule sets a date. The day it starts does not count. O(rules + days). */
export function dueDate(question: DueQuestion, { rules, calendar }: DuePolicy): DueDate | null {
  const rule = rules.find((each) => fits(each, question));
  if (!rule || rule.within === null) return null;
  const { amount, unit } = rule.within;
  if (unit === 'business-hours') {
    const at = addBusinessHours(question.from, amount, calendar);
    return { day: dayIn(at, calendar.timeZone), at, rule: rule.id };
  }
  return dueAfter(dayIn(question.from, calendar.timeZone), rule, { days: amount, isBusiness: unit === 'business-days', calendar });
}

/** Of each calendar, by rule and the day it starts: very many findings start on the same day. */
const known = new WeakMap<BusinessCalendar, Map<string, DueDate>>();

function dueAfter(
  start: string,
  rule: DueRule,
  { days, isBusiness, calendar }: { readonly days: number; readonly isBusiness: boolean; readonly calendar: BusinessCalendar },
): DueDate {
  let byStart = known.get(calendar);
  if (!byStart) known.set(calendar, (byStart = new Map()));
  const key = JSON.stringify([start, days, isBusiness, rule.id]);
  let due = byStart.get(key);
  if (!due) {
    const day = isBusiness ? addBusinessDays(start, days, calendar) : addDays(start, days);
    byStart.set(key, (due = { day, at: endOfWork(day, calendar), rule: rule.id }));
  }
  return due;
}

function fits({ severities, exposures, environments }: DueRule, { severity, exposure, environment }: DueQuestion): boolean {
  return (
    (severities?.includes(severity) ?? true) && (exposures?.includes(exposure) ?? true) && (environments?.includes(environment) ?? true)
  );
}
