/** Schemas that several settings share. */
import { z } from 'zod';
import { findingStates, isDay, isTimeZone } from '@kumomori/engine';
import { severities } from '@kumomori/model';

export const severity = z.enum(severities);
export const state = z.enum(findingStates);
export const environment = z.enum(['production', 'staging', 'development', 'sandbox']);
export const anyEnvironment = z.enum(['production', 'staging', 'development', 'sandbox', 'unknown']);
export const exposure = z.enum(['reachable', 'not-reachable', 'unknown', 'none']);
export const role = z.enum(['admin', 'security', 'approver', 'auditor', 'member']);
/** Of rules and channels: what the reasons and the history name them by. */
export const ruleId = z.string().regex(/^[\w.-]{1,60}$/);
export const pattern = z.string().min(1).max(300);
export const patterns = z.array(pattern).max(200);
export const departmentId = z.string().min(1).max(100);
export const timeZone = z.string().refine(isTimeZone, 'no time zone of the IANA database');
export const day = z.string().refine(isDay, 'no day YYYY-MM-DD');
/** Of a day, in minutes since midnight. */
export const minutes = z.int().min(0).max(1_440);
export const share = z.number().min(0).max(1);

/** Each id once: a reason that names a rule names one rule. */
export function uniqueIds(items: readonly { readonly id: string }[]): boolean {
  return new Set(items.map(({ id }) => id)).size === items.length;
}
