/** One finding with all that is known of it, and what is said about it. */
import type { WorkflowEventKind } from '@kumomori/engine';
import { possibleEvents } from '@kumomori/engine';
import type { Asking, Team } from '../context.ts';
import { change } from '../context.ts';
import { TeamError } from '../errors.ts';
import { addHistory, workflowActor } from './act-on-findings.ts';
import type { FindingItem } from './query-findings.ts';
import { dayOf } from './tracked.ts';
import { itemColumns, itemOf } from './query-findings.ts';

export interface FindingHistoryLine {
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly detail: unknown;
}

export interface FindingComment {
  readonly id: string;
  readonly at: string;
  readonly author: string;
  readonly text: string;
}

export interface FindingDetail extends FindingItem {
  readonly sourceId: string;
  readonly message: { readonly en: string; readonly ja: string };
  readonly ownerReason: unknown;
  readonly assignee: string | null;
  readonly stateSince: string;
  readonly exceptionId: string | null;
  readonly holdUntil: string | null;
  readonly reopenCount: number;
  /** As the scan told it: evidence, code frames, frameworks, fix. */
  readonly document: unknown;
  readonly history: readonly FindingHistoryLine[];
  readonly comments: readonly FindingComment[];
  /** What the one who asks could do now. */
  readonly actions: readonly { readonly event: WorkflowEventKind; readonly needs: string | null }[];
  /** Others of the same check, by how many there are. */
  readonly similar: number;
}

/** Fails with `not-found` also for what belongs to another department. */
export async function readFinding({ store }: Team, { actor }: Asking, id: string): Promise<FindingDetail> {
  return store.as(actor, async (tx) => {
    const row = await tx
      .selectFrom('findings')
      .select(itemColumns)
      .select([
        'is_open',
        'source_id',
        'message',
        'owner_reason',
        'assignee',
        'state_since',
        'exception_id',
        'hold_until',
        'reopen_count',
        'document',
      ])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) throw new TeamError('not-found', 'no such finding');
    const events = await tx
      .selectFrom('finding_events')
      .selectAll()
      .where('finding_id', '=', id)
      .orderBy('id', 'desc')
      .limit(500)
      .execute();
    const comments = await tx.selectFrom('comments').selectAll().where('finding_id', '=', id).orderBy('at').execute();
    const open = await tx
      .selectFrom('finding_counts')
      .select((builder) => builder.fn.sum('count').as('count'))
      .where('facet', '=', 'check_id')
      .where('value', '=', row.check_id)
      .where('state', 'not in', ['verified', 'exception', 'false-positive'])
      .executeTakeFirst();
    return {
      ...itemOf(row),
      ...{ sourceId: row.source_id, message: row.message, ownerReason: row.owner_reason, assignee: row.assignee },
      ...{
        stateSince: row.state_since.toISOString(),
        exceptionId: row.exception_id,
        reopenCount: row.reopen_count,
        document: row.document,
      },
      holdUntil: dayOf(row.hold_until),
      history: events.map((each) => ({
        at: each.at.toISOString(),
        actor: each.actor,
        kind: each.kind,
        from: each.from_state,
        to: each.to_state,
        detail: each.detail,
      })),
      comments: comments.map((each) => ({ id: each.id, at: each.at.toISOString(), author: each.author, text: each.text })),
      actions: possibleEvents(row.state, workflowActor(actor).role).map(({ event, needs }) => ({ event, needs: needs ?? null })),
      similar: Math.max(0, Number(open?.count ?? 0) - (row.is_open ? 1 : 0)),
    };
  });
}

/** The id of the comment. */
export async function addComment(
  team: Team,
  asking: Asking,
  { findingId, text }: { readonly findingId: string; readonly text: string },
): Promise<string> {
  const id = await change(team, asking, async (tx, at) => {
    const { actor } = asking;
    const finding = await tx.selectFrom('findings').select('id').where('id', '=', findingId).executeTakeFirst();
    if (!finding) throw new TeamError('not-found', 'no such finding');
    const added = await tx
      .insertInto('comments')
      .values({ finding_id: findingId, author_id: actor.userId, author: actor.name, at, text })
      .returning('id')
      .executeTakeFirstOrThrow();
    await addHistory(tx, { findingId, actor, at, kind: 'comment', detail: { comment: added.id } });
    return { result: added.id, audit: { action: 'finding.comment', object: `finding:${findingId}` } };
  });
  team.publish({ kind: 'finding', id: findingId });
  return id;
}
