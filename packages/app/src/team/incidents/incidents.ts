/** Incidents: the list, one with its story, what people say of it. */
import type { Selectable } from 'kysely';
import type { IncidentRow } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';
import { change } from '../context.ts';
import { TeamError } from '../errors.ts';
import type { IncidentDocument } from '../runs/index.ts';
import { readIncidentDocument } from '../runs/index.ts';

export const incidentStates = ['open', 'acknowledged', 'closed', 'false-positive'] as const;
export type IncidentState = (typeof incidentStates)[number];

export interface IncidentItem {
  readonly id: string;
  readonly title: { readonly en: string; readonly ja: string };
  /** Sigma's: `informational` to `critical`. */
  readonly severity: string;
  readonly state: IncidentState;
  readonly principal: string | null;
  readonly account: string | null;
  readonly departmentId: string | null;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly eventCount: number;
  readonly techniques: readonly string[];
}

export interface IncidentDetail extends IncidentItem, Omit<IncidentDocument, 'title' | 'techniques' | 'account'> {
  readonly sourceName: string | null;
}

export interface IncidentFilter {
  readonly state?: readonly IncidentState[] | undefined;
  readonly limit: number;
}

/** The gravest first, of these the newest. */
export async function listIncidents(
  { store }: Team,
  { actor }: Asking,
  { state, limit }: IncidentFilter,
): Promise<{
  readonly items: readonly IncidentItem[];
  readonly counts: readonly { readonly state: IncidentState; readonly count: number }[];
}> {
  return store.as(actor, async (tx) => {
    const all = tx.selectFrom('incidents').selectAll();
    const some = state === undefined || state.length === 0 ? all : all.where('state', 'in', [...state]);
    const rows = await some.orderBy('severity_rank', 'desc').orderBy('last_seen', 'desc').orderBy('id').limit(limit).execute();
    const counts = await tx
      .selectFrom('incidents')
      .select(({ fn }) => ['state', fn.countAll().as('count')])
      .groupBy('state')
      .execute();
    return { items: rows.map(itemOf), counts: counts.map((each) => ({ state: each.state, count: Number(each.count) })) };
  });
}

function itemOf(row: Selectable<IncidentRow>): IncidentItem {
  const { title, techniques } = readIncidentDocument(row.document);
  return {
    ...{ id: row.id, severity: row.severity, state: row.state, principal: row.principal, account: row.account, techniques },
    ...{ title: { en: title.en || row.title, ja: title.ja || row.title }, departmentId: row.department_id, eventCount: row.event_count },
    ...{ firstSeen: row.first_seen.toISOString(), lastSeen: row.last_seen.toISOString() },
  };
}

/** Throws TeamError `not-found`. */
export async function readIncident({ store }: Team, { actor }: Asking, id: string): Promise<IncidentDetail> {
  return store.as(actor, async (tx) => {
    const row = await tx.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) throw new TeamError('not-found', 'no such incident');
    const source =
      row.source_id === null ? undefined : await tx.selectFrom('sources').select('name').where('id', '=', row.source_id).executeTakeFirst();
    return { ...readIncidentDocument(row.document), ...itemOf(row), sourceName: source?.name ?? null };
  });
}

export interface IncidentMove {
  readonly id: string;
  readonly state: IncidentState;
  readonly note: string | null;
}

/** Throws TeamErrors `not-found`; `invalid` when a false positive comes without a reason. */
export async function moveIncident(team: Team, asking: Asking, { id, state, note }: IncidentMove): Promise<void> {
  if (state === 'false-positive' && (note === null || note === ''))
    throw new TeamError('invalid', 'no reason', { reason: 'incident-note-missing', fields: [{ path: 'note', message: 'is missing' }] });
  await change(team, asking, async (tx, at) => {
    const row = await tx.selectFrom('incidents').select(['state', 'document']).where('id', '=', id).forUpdate().executeTakeFirst();
    if (!row) throw new TeamError('not-found', 'no such incident');
    const document = readIncidentDocument(row.document);
    const notes = [...document.notes, { at: at.toISOString(), actor: asking.actor.name, state, note }];
    await tx
      .updateTable('incidents')
      .set({ state, document: JSON.stringify({ ...document, notes }) })
      .where('id', '=', id)
      .execute();
    return {
      result: undefined,
      audit: { action: 'incident.move', object: `incident:${id}`, detail: { from: row.state, to: state, note } },
    };
  });
  team.publish({ kind: 'incident', id });
}
