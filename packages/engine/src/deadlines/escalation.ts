/** Which step of the ladder is due. */
import type { Severity } from '@kumomori/model';
import { addBusinessDays, dayIn } from '../calendar/index.ts';
import type { FindingState } from '../lifecycle/index.ts';
import type { EscalationPolicy, EscalationStep } from './types.ts';

export interface EscalationQuestion {
  readonly severity: Severity;
  readonly state: FindingState;
  readonly dueDay: string;
  /** Ids of steps that were taken for this due day. */
  readonly taken: readonly string[];
}

export interface PlannedEscalation {
  readonly step: EscalationStep;
  /** On which it is due. */
  readonly day: string;
}

/** The step to take now; null when there is none. Of several that were missed only the last: nobody is told four things at once. */
export function dueEscalation(question: EscalationQuestion, at: string, policy: EscalationPolicy): PlannedEscalation | null {
  if (!policy.states.includes(question.state)) return null;
  const today = dayIn(at, policy.calendar.timeZone);
  const last = plannedSteps(question, policy).findLast(({ day }) => day <= today);
  return last && !question.taken.includes(last.step.id) ? last : null;
}

/** The step that comes after today; null when the ladder ends. */
export function nextEscalation(question: EscalationQuestion, at: string, policy: EscalationPolicy): PlannedEscalation | null {
  if (!policy.states.includes(question.state)) return null;
  const today = dayIn(at, policy.calendar.timeZone);
  return plannedSteps(question, policy).find(({ day }) => day > today) ?? null;
}

function plannedSteps({ severity, dueDay }: EscalationQuestion, { steps, calendar }: EscalationPolicy): readonly PlannedEscalation[] {
  return steps
    .filter(({ severities }) => severities?.includes(severity) ?? true)
    .toSorted((a, b) => a.offset - b.offset)
    .map((step) => ({ step, day: step.offset === 0 ? dueDay : addBusinessDays(dueDay, step.offset, calendar) }));
}
