/** What people, approved exceptions and days that passed do to findings. */
import type { ActorRole, FindingChange, FindingState, FindingVerdict, TrackedFinding, WorkflowEvent, WorkflowEventKind } from './types.ts';
import { isDay } from '../calendar/index.ts';
import { findingKey } from './states.ts';
import type { LifecycleRow } from './table.ts';
import { lifecycleTable, rowOf } from './table.ts';

/** Why an event does not happen. Ids, not texts. */
export type TransitionRefusal = 'wrong-state' | 'role-not-allowed' | 'note-missing' | 'exception-missing' | 'day-invalid';

export type TransitionResult<T extends TrackedFinding = TrackedFinding> =
  | ({ readonly ok: true } & FindingChange<T> & { readonly after: T })
  | { readonly ok: false; readonly key: string; readonly refusal: TransitionRefusal };

/** The finding after the event with its line of history, or why the event may not happen. Never throws. */
export function transition<T extends TrackedFinding>(finding: T, event: WorkflowEvent): TransitionResult<T> {
  const key = findingKey(finding);
  const row = rowOf(event.kind, finding.state);
  const refusal = refusalOf(row, event);
  if (!row || refusal !== null) return { ok: false, key, refusal: refusal ?? 'wrong-state' };
  const to = targetState(row, finding);
  const after: T = {
    ...finding,
    state: to,
    stateSince: event.at,
    reopenCount: finding.reopenCount + (to === 'reopened' && finding.state === 'verified' ? 1 : 0),
    exceptionId: to === 'exception' ? (event.exceptionId ?? null) : null,
    holdUntil: to === 'false-positive' ? (event.holdUntil ?? null) : null,
  };
  const note = event.note?.trim() || null;
  const entry = { key, at: event.at, event: event.kind, from: finding.state, to, by: event.by, reason: event.reason ?? null, note };
  return { ok: true, key, before: finding, after, entry };
}

/** A bulk operation: what happens to each, in the order given; a refusal stops nothing. */
export function transitionAll<T extends TrackedFinding>(
  findings: readonly T[],
  event: WorkflowEvent,
): {
  readonly done: readonly (FindingChange<T> & { readonly after: T })[];
  readonly refused: readonly { key: string; refusal: TransitionRefusal }[];
} {
  const results = findings.map((finding) => transition(finding, event));
  return {
    done: results.flatMap((result) => (result.ok ? [result] : [])),
    refused: results.flatMap((result) => (result.ok ? [] : [{ key: result.key, refusal: result.refusal }])),
  };
}

/** What somebody of a role could do with a finding in a state, in the order of the table: the buttons beside it. */
export function possibleEvents(
  state: FindingState,
  role: ActorRole,
): readonly { readonly event: WorkflowEventKind; readonly needs: LifecycleRow['needs'] }[] {
  return lifecycleTable.flatMap(({ event, from, by, needs }) =>
    isWorkflow(event) && from.includes(state) && by.includes(role) ? [{ event, needs }] : [],
  );
}

/** Findings whose time as a false positive is over on a day: the last day still counts. Give each `end-false-positive`. */
export function endedFalsePositives<T extends TrackedFinding>(findings: Iterable<T>, today: string): readonly T[] {
  const ended: T[] = [];
  for (const finding of findings)
    if (finding.state === 'false-positive' && finding.holdUntil !== null && finding.holdUntil < today) ended.push(finding);
  return ended;
}

/** True when nothing is left to be fixed, by the last scan that decided. */
export function isOver(verdict: FindingVerdict): boolean {
  return verdict === 'pass' || verdict === 'gone' || verdict === 'absent';
}

export function targetState({ to, toWhenOver }: LifecycleRow, { state, verdict }: TrackedFinding): FindingState {
  if (toWhenOver !== undefined && isOver(verdict)) return toWhenOver;
  return to === 'same' ? state : to;
}

function refusalOf(row: LifecycleRow | undefined, { by, note, exceptionId, holdUntil }: WorkflowEvent): TransitionRefusal | null {
  if (!row) return 'wrong-state';
  if (!row.by.includes(by.role)) return 'role-not-allowed';
  if (row.needs === 'note' && by.role !== 'system' && !note?.trim()) return 'note-missing';
  if (row.needs === 'exception' && !exceptionId) return 'exception-missing';
  if (holdUntil !== undefined && holdUntil !== null && !isDay(holdUntil)) return 'day-invalid';
  return null;
}

function isWorkflow(event: LifecycleRow['event']): event is WorkflowEventKind {
  switch (event) {
    case 'seen':
    case 'passed':
    case 'gone':
    case 'absent':
    case 'not-assessed':
      return false;
    case 'triage':
    case 'request':
    case 'acknowledge':
    case 'start':
    case 'stop':
    case 'claim-fixed':
    case 'retract-claim':
    case 'mark-false-positive':
    case 'end-false-positive':
    case 'grant-exception':
    case 'end-exception':
    case 'reopen':
      return true;
  }
}
