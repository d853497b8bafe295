/** Due dates and escalation as data. Days `YYYY-MM-DD`, times ISO-8601 UTC. */
import type { Severity } from '@kumomori/model';
import type { BusinessCalendar } from '../calendar/index.ts';
import type { FindingState } from '../lifecycle/index.ts';
import type { Environment } from '../ownership/index.ts';

/** Whether the internet reaches it. `none`: the finding is not about openness. */
export type DueExposure = 'reachable' | 'not-reachable' | 'unknown' | 'none';

/** Null in a field: any. */
export interface DueRule {
  readonly id: string;
  readonly severities: readonly Severity[] | null;
  readonly exposures: readonly DueExposure[] | null;
  readonly environments: readonly (Environment | 'unknown')[] | null;
  /** Null: no due date. */
  readonly within: { readonly amount: number; readonly unit: 'business-hours' | 'business-days' | 'days' } | null;
}

export interface DuePolicy {
  readonly calendar: BusinessCalendar;
  /** The first that fits counts; when none does there is no due date. */
  readonly rules: readonly DueRule[];
}

export interface EscalationStep {
  readonly id: string;
  /** Business days after the due day; negative: before it. */
  readonly offset: number;
  readonly to: 'owner' | 'manager' | 'security-lead';
  /** Null: all. */
  readonly severities: readonly Severity[] | null;
}

export interface EscalationPolicy {
  readonly calendar: BusinessCalendar;
  /** In order of their offsets. */
  readonly steps: readonly EscalationStep[];
  /** In all others the ladder rests: what waits for a scan, or is held, needs no reminder. */
  readonly states: readonly FindingState[];
}
