/** The whole life cycle as one table: whoever wants to know what may happen reads it here. */
import type { ActorRole, FindingState, LifecycleEventKind } from './types.ts';
import { findingStates } from './states.ts';

export interface LifecycleRow {
  readonly event: Exclude<LifecycleEventKind, 'found'>;
  readonly from: readonly FindingState[];
  readonly to: FindingState | 'same';
  /** Instead of `to` when the last scan that judged it saw that the problem is over. */
  readonly toWhenOver?: FindingState;
  readonly by: readonly ActorRole[];
  /** What the event has to carry. */
  readonly needs: 'note' | 'exception' | null;
}

const SECURITY: readonly ActorRole[] = ['admin', 'security'];
const OWNER: readonly ActorRole[] = ['admin', 'security', 'member'];
const WAITING: readonly FindingState[] = ['new', 'open', 'requested', 'acknowledged', 'reopened'];
const ACTIVE: readonly FindingState[] = [...WAITING, 'in-progress', 'fixed-unverified'];
const SCAN: readonly ActorRole[] = ['scan'];
const plain = { needs: null } as const;

/** At most one row for each event and state. A department member acts on what its departments own; that is checked by who calls. */
export const lifecycleTable: readonly LifecycleRow[] = [
  { event: 'triage', from: ['new', 'reopened'], to: 'open', by: SECURITY, ...plain },
  { event: 'request', from: ['new', 'open', 'acknowledged', 'reopened'], to: 'requested', by: SECURITY, ...plain },
  { event: 'acknowledge', from: ['new', 'open', 'requested', 'reopened'], to: 'acknowledged', by: OWNER, ...plain },
  { event: 'start', from: WAITING, to: 'in-progress', by: OWNER, ...plain },
  { event: 'stop', from: ['in-progress'], to: 'acknowledged', by: OWNER, ...plain },
  { event: 'claim-fixed', from: [...WAITING, 'in-progress'], to: 'fixed-unverified', by: OWNER, ...plain },
  { event: 'retract-claim', from: ['fixed-unverified'], to: 'in-progress', by: OWNER, ...plain },
  { event: 'mark-false-positive', from: ACTIVE, to: 'false-positive', by: SECURITY, needs: 'note' },
  {
    ...{ event: 'end-false-positive', from: ['false-positive'], to: 'reopened', toWhenOver: 'verified' },
    ...{ by: [...SECURITY, 'system'], needs: 'note' },
  },
  // From one exception to another: the finding stays held.
  { event: 'grant-exception', from: [...ACTIVE, 'exception'], to: 'exception', by: ['system'], needs: 'exception' },
  { event: 'end-exception', from: ['exception'], to: 'reopened', toWhenOver: 'verified', by: ['system'], ...plain },
  { event: 'reopen', from: ['verified', 'fixed-unverified'], to: 'reopened', by: SECURITY, needs: 'note' },
  { event: 'seen', from: ['fixed-unverified', 'verified'], to: 'reopened', by: SCAN, ...plain },
  { event: 'seen', from: [...WAITING, 'in-progress', 'exception', 'false-positive'], to: 'same', by: SCAN, ...plain },
  { event: 'passed', from: ACTIVE, to: 'verified', by: SCAN, ...plain },
  { event: 'passed', from: ['verified', 'exception', 'false-positive'], to: 'same', by: SCAN, ...plain },
  { event: 'gone', from: ACTIVE, to: 'verified', by: SCAN, ...plain },
  { event: 'gone', from: ['verified', 'exception', 'false-positive'], to: 'same', by: SCAN, ...plain },
  { event: 'absent', from: ACTIVE, to: 'verified', by: SCAN, ...plain },
  { event: 'absent', from: ['verified', 'exception', 'false-positive'], to: 'same', by: SCAN, ...plain },
  { event: 'not-assessed', from: findingStates, to: 'same', by: SCAN, ...plain },
];

const rows = new Map(lifecycleTable.flatMap((row) => row.from.map((state) => [`${row.event} ${state}`, row] as const)));

/** The row of an event in a state; undefined when it cannot happen there. */
export function rowOf(event: LifecycleRow['event'], state: FindingState): LifecycleRow | undefined {
  return rows.get(`${event} ${state}`);
}
