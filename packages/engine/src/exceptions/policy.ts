import type { Severity } from '@kumomori/model';
import { addDays, dayIn } from '../calendar/index.ts';
import type { ExceptionPolicy } from './types.ts';

/** Our own starting values: the graver, the shorter, and never for longer than a year. */
export const defaultExceptionPolicy: ExceptionPolicy = {
  timeZone: 'Asia/Tokyo',
  maxDays: { critical: 30, high: 90, medium: 180, low: 365, info: 365 },
  approverRoles: {
    critical: ['approver'],
    high: ['approver'],
    medium: ['approver', 'security'],
    low: ['approver', 'security'],
    info: ['approver', 'security'],
  },
  approvals: { critical: 1, high: 1, medium: 1, low: 1, info: 1 },
  needsCompensatingControl: ['critical'],
  warnDays: [14, 3],
};

/** The latest last day an exception asked for at a time may have. */
export function latestExpiry(severity: Severity, at: string, { maxDays, timeZone }: ExceptionPolicy): string {
  return addDays(dayIn(at, timeZone), maxDays[severity]);
}

/** True on the days on which its owner is told that it ends. */
export function shouldWarn(expires: string, today: string, { warnDays }: ExceptionPolicy): boolean {
  return warnDays.some((days) => addDays(expires, -days) === today);
}
