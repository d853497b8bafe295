/** What people do with findings, one or many at once. */
import type { TransitionRefusal, WorkflowActor, WorkflowEvent, WorkflowEventKind } from '@kumomori/engine';
import { transitionAll } from '@kumomori/engine';
import { sql } from 'kysely';
import type { Actor, StoreTransaction } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';
import { change } from '../context.ts';
import { trackedByIds, trackedColumns } from './tracked.ts';

/** Ids in one request. */
export const BULK_LIMIT = 1_000;

export interface FindingAction {
  readonly event: WorkflowEventKind;
  readonly note: string | null;
  /** Last day of a false positive; null: until withdrawn. */
  readonly holdUntil: string | null;
}

export interface ActedOn {
  readonly done: readonly string[];
  /** Ids that the actor does not see are among them, as `not-found`. */
  readonly refused: readonly { readonly id: string; readonly reason: TransitionRefusal | 'not-found' }[];
}

/** One refusal stops no other. */
export async function actOnFindings(
  team: Team,
  asking: Asking,
  { ids, ...action }: FindingAction & { readonly ids: readonly string[] },
): Promise<ActedOn> {
  const acted = await change(team, asking, async (tx, at) => {
    const findings = await trackedByIds(tx, [...new Set(ids)].slice(0, BULK_LIMIT));
    const event: WorkflowEvent = {
      kind: action.event,
      note: action.note,
      holdUntil: action.holdUntil,
      at: at.toISOString(),
      by: workflowActor(asking.actor),
    };
    const { done, refused } = transitionAll(findings, event);
    const idOf = new Map(findings.map((each) => [`${each.target}/${each.fingerprint}`, each.id]));
    for (const { after, entry } of done) {
      const columns = trackedColumns(after);
      await tx.updateTable('findings').set(columns).where('id', '=', after.id).execute();
      await addHistory(tx, {
        findingId: after.id,
        actor: asking.actor,
        at,
        kind: entry.event,
        from: entry.from,
        to: entry.to,
        detail: entry.note === null ? null : { note: entry.note },
      });
    }
    const seen = new Set(findings.map(({ id }) => id));
    const result: ActedOn = {
      done: done.map(({ after }) => after.id),
      refused: [
        ...refused.flatMap(({ key, refusal }) => ({ id: idOf.get(key) ?? '', reason: refusal })),
        ...ids.filter((id) => !seen.has(id)).map((id) => ({ id, reason: 'not-found' as const })),
      ],
    };
    const audit =
      done.length === 0
        ? null
        : {
            action: `finding.${action.event}`,
            object: done.length === 1 ? `finding:${result.done[0] ?? ''}` : null,
            detail: { ids: result.done, note: action.note },
          };
    return { result, audit };
  });
  for (const id of acted.done) team.publish({ kind: 'finding', id });
  return acted;
}

export function workflowActor({ kind, role, userId, name }: Actor): WorkflowActor {
  return kind === 'system' ? { role: 'system', id: name } : { role, id: userId ?? name };
}

export interface HistoryLine {
  readonly findingId: string;
  readonly actor: Actor;
  readonly at: Date;
  readonly kind: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly detail?: unknown;
}

export async function addHistory(
  tx: StoreTransaction,
  { findingId, actor, at, kind, from = null, to = null, detail = null }: HistoryLine,
): Promise<void> {
  await sql`insert into finding_events (finding_id, at, actor_id, actor, kind, from_state, to_state, detail) values (${findingId}::uuid, ${at}::timestamptz,
    ${actor.userId}::uuid, ${actor.name}, ${kind}, ${from}, ${to}, ${detail === null ? null : JSON.stringify(detail)}::jsonb)`.execute(tx);
}
