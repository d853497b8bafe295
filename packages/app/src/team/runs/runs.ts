/** Runs: one look at one source. At most one of a source waits or works at a time. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { RunState, StoreTransaction } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';
import { change } from '../context.ts';
import { TeamError } from '../errors.ts';

export interface Run {
  readonly id: string;
  readonly sourceId: string;
  readonly sourceName: string;
  readonly state: RunState;
  readonly requestedBy: string;
  /** `manual`, `schedule`, `verification`. */
  readonly reason: string;
  readonly progress: unknown;
  readonly summary: unknown;
  readonly error: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

/** The id of the run that waits now: a new one, or the one that was waiting or working already. */
export async function requestRun(
  team: Team,
  asking: Asking,
  { sourceId, reason }: { readonly sourceId: string; readonly reason: string },
): Promise<string> {
  const id = await change(team, asking, async (tx, at) => {
    const source = await tx.selectFrom('sources').select(['name']).where('id', '=', sourceId).executeTakeFirst();
    if (!source) throw new TeamError('not-found', 'no such source');
    const inserted = await tx
      .insertInto('runs')
      .values({ source_id: sourceId, state: 'queued', requested_by: asking.actor.name, reason, created_at: at })
      .onConflict((each) => each.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted)
      return { result: inserted.id, audit: { action: 'run.request', object: `source:${sourceId}`, detail: { run: inserted.id, reason } } };
    const active = await tx
      .selectFrom('runs')
      .select('id')
      .where('source_id', '=', sourceId)
      .where('state', 'in', ['queued', 'running'])
      .executeTakeFirst();
    if (!active) throw new TeamError('conflict', 'the run has just ended');
    return { result: active.id, audit: null };
  });
  await team.jobs.send('runs', { runId: id });
  team.publish({ kind: 'run', id });
  return id;
}

/** A waiting run never begins; a working one is ended by the worker that has it. */
export async function cancelRun(team: Team, asking: Asking, id: string): Promise<void> {
  await change(team, asking, async (tx, at) => {
    const cancelled = await tx
      .updateTable('runs')
      .set({ state: 'cancelled', finished_at: at })
      .where('id', '=', id)
      .where('state', 'in', ['queued', 'running'])
      .returning('id')
      .executeTakeFirst();
    if (!cancelled) throw new TeamError('not-found', 'no such run waits or works');
    return { result: undefined, audit: { action: 'run.cancel', object: `run:${id}` } };
  });
  team.publish({ kind: 'run', id });
}

export interface RunFilter {
  readonly sourceId?: string | undefined;
  readonly limit: number;
}

/** The newest first. */
export async function listRuns({ store }: Team, { actor }: Asking, { sourceId, limit }: RunFilter): Promise<readonly Run[]> {
  const rows = await store.as(actor, (tx) => {
    const all = tx
      .selectFrom('runs')
      .innerJoin('sources', 'sources.id', 'runs.source_id')
      .selectAll('runs')
      .select('sources.name as source_name');
    const some = sourceId === undefined ? all : all.where('source_id', '=', sourceId);
    return some.orderBy('runs.created_at', 'desc').limit(limit).execute();
  });
  return rows.map((row) => ({
    ...{
      id: row.id,
      sourceId: row.source_id,
      sourceName: row.source_name,
      state: row.state,
      requestedBy: row.requested_by,
      reason: row.reason,
    },
    ...{ progress: row.progress, summary: row.summary, error: row.error, createdAt: row.created_at.toISOString() },
    ...{ startedAt: row.started_at?.toISOString() ?? null, finishedAt: row.finished_at?.toISOString() ?? null },
  }));
}

/** `result`, `paths` … of a run; null when it has none. */
export async function documentOf(
  { store }: Team,
  { actor }: Asking,
  { runId, kind }: { readonly runId: string; readonly kind: string },
): Promise<unknown> {
  const row = await store.as(actor, (tx) =>
    tx.selectFrom('run_documents').select('document').where('run_id', '=', runId).where('kind', '=', kind).executeTakeFirst(),
  );
  return row ? JSON.parse(gunzipSync(row.document).toString('utf8')) : null;
}

export async function keepDocument(
  tx: StoreTransaction,
  { runId, kind, text, at }: { readonly runId: string; readonly kind: string; readonly text: string; readonly at: Date },
): Promise<void> {
  const document = gzipSync(text);
  await tx
    .insertInto('run_documents')
    .values({ run_id: runId, kind, document, created_at: at })
    .onConflict((each) => each.columns(['run_id', 'kind']).doUpdateSet({ document, created_at: at }))
    .execute();
}
