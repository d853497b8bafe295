import type { Severity } from '@kumomori/model';
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
  const start = dayIn(question.from, calendar.timeZone);
  const day = unit === 'business-days' ? addBusinessDays(start, amount, calendar) : addDays(start, amount);
  return { day, at: endOfWork(day, calendar), rule: rule.id };
}

function fits({ severities, exposures, environments }: DueRule, { severity, exposure, environment }: DueQuestion): boolean {
  return (
    (severities?.includes(severity) ?? true) && (exposures?.includes(exposure) ?? true) && (environments?.includes(environment) ?? true)
  );
}
