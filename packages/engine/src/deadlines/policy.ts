import { defaultBusinessCalendar } from '../calendar/index.ts';
import type { DuePolicy, DueRule, EscalationPolicy } from './types.ts';

const days = (amount: number): DueRule['within'] => ({ amount, unit: 'business-days' });
/** What stands in no known environment counts as production. */
const LIVE = ['production', 'unknown'] as const;

/** Our own starting values: an open door into production today, everything grave within two weeks. Info has no due date. */
export const defaultDuePolicy: DuePolicy = {
  calendar: defaultBusinessCalendar,
  rules: [
    { id: 'critical-open-live', severities: ['critical'], exposures: ['reachable'], environments: LIVE, within: days(1) },
    { id: 'critical-open', severities: ['critical'], exposures: ['reachable'], environments: null, within: days(3) },
    { id: 'critical-live', severities: ['critical'], exposures: null, environments: LIVE, within: days(3) },
    { id: 'critical', severities: ['critical'], exposures: null, environments: null, within: days(5) },
    { id: 'high-open-live', severities: ['high'], exposures: ['reachable'], environments: LIVE, within: days(3) },
    { id: 'high-open', severities: ['high'], exposures: ['reachable'], environments: null, within: days(5) },
    { id: 'high-live', severities: ['high'], exposures: null, environments: LIVE, within: days(10) },
    { id: 'high', severities: ['high'], exposures: null, environments: null, within: days(15) },
    { id: 'medium-open', severities: ['medium'], exposures: ['reachable'], environments: null, within: days(15) },
    { id: 'medium-live', severities: ['medium'], exposures: null, environments: LIVE, within: days(30) },
    { id: 'medium', severities: ['medium'], exposures: null, environments: null, within: days(45) },
    { id: 'low', severities: ['low'], exposures: null, environments: null, within: days(90) },
  ],
};

export const defaultEscalationPolicy: EscalationPolicy = {
  calendar: defaultBusinessCalendar,
  steps: [
    { id: 'reminder', offset: -2, to: 'owner', severities: null },
    { id: 'due', offset: 0, to: 'owner', severities: null },
    { id: 'manager', offset: 2, to: 'manager', severities: null },
    { id: 'security-lead', offset: 5, to: 'security-lead', severities: ['critical', 'high'] },
  ],
  states: ['open', 'requested', 'acknowledged', 'in-progress', 'reopened'],
};
