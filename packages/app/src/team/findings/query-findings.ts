/** Findings as lists show them: filtered, page by page. */
import type { RawBuilder, Selectable, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { FindingState } from '@kumomori/engine';
import type { Severity } from '@kumomori/model';
import type { Actor, FindingRow } from '../../store/index.ts';
import { seesAll } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';
import { fewWith, patternsOf } from './find-words.ts';
import { severityRank } from './severity-rank.ts';

export interface FindingFilter {
  /** Default: those somebody has to do something about. */
  readonly open?: boolean | undefined;
  readonly severity?: readonly Severity[] | undefined;
  readonly state?: readonly FindingState[] | undefined;
  readonly department?: readonly string[] | undefined;
  readonly account?: readonly string[] | undefined;
  readonly provider?: readonly string[] | undefined;
  readonly check?: readonly string[] | undefined;
  readonly resourceType?: readonly string[] | undefined;
  readonly source?: readonly string[] | undefined;
  readonly exposed?: boolean | undefined;
  readonly overdue?: boolean | undefined;
  /** Words in title, check or resource. */
  readonly text?: string | undefined;
}

export interface FindingPage {
  readonly filter: FindingFilter;
  readonly limit: number;
  /** From the page before. */
  readonly after: string | null;
}

export interface FindingItem {
  readonly id: string;
  readonly checkId: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly severity: Severity;
  readonly state: FindingState;
  readonly verdict: string;
  readonly resource: { readonly type: string; readonly id: string; readonly name: string | null };
  readonly provider: string;
  readonly account: string | null;
  readonly region: string | null;
  readonly departmentId: string | null;
  readonly environment: string | null;
  readonly exposed: boolean | null;
  readonly risk: number | null;
  readonly dueAt: string | null;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly isStale: boolean;
}

/** The gravest first, then what opens most, then by id: a page begins where the one before ended, also when findings came in between. */
export async function listFindings(
  { store, now }: Team,
  { actor }: Asking,
  { filter, limit, after }: FindingPage,
): Promise<{ readonly items: readonly FindingItem[]; readonly next: string | null }> {
  const cursor = after === null ? null : readCursor(after);
  const rows = await store.as(actor, async (tx) => {
    const few = await fewWith(tx, filter.text);
    const all = tx
      .selectFrom('findings')
      .select(itemColumns)
      .where(conditionOf({ filter: ownOnly(filter, actor), now: now(), few }));
    const from = cursor
      ? all.where(
          sql<SqlBool>`(severity_rank, coalesce(risk, -1), id) < (${cursor.rank}::smallint, ${cursor.risk}::real, ${cursor.id}::uuid)`,
        )
      : all;
    return from
      .orderBy('severity_rank', 'desc')
      .orderBy(sql`coalesce(risk, -1)`, 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
  });
  const items = rows.slice(0, limit).map(itemOf);
  const last = rows[limit - 1];
  const next = rows.length > limit && last ? writeCursor({ rank: last.severity_rank, risk: last.risk ?? -1, id: last.id }) : null;
  return { items, next };
}

export const itemColumns = [
  ...([
    'id',
    'check_id',
    'title',
    'severity',
    'severity_rank',
    'state',
    'verdict',
    'resource_type',
    'resource_id',
    'resource_name',
    'provider',
  ] as const),
  ...([
    'account',
    'region',
    'department_id',
    'environment',
    'exposed',
    'risk',
    'due_at',
    'first_seen',
    'last_seen',
    'stale_since',
  ] as const),
] as const;

type ItemRow = Pick<Selectable<FindingRow>, (typeof itemColumns)[number]>;

export function itemOf(row: ItemRow): FindingItem {
  return {
    ...{ id: row.id, checkId: row.check_id, title: row.title, severity: row.severity, state: row.state, verdict: row.verdict },
    ...{
      resource: { type: row.resource_type, id: row.resource_id, name: row.resource_name },
      provider: row.provider,
      account: row.account,
    },
    ...{ region: row.region, departmentId: row.department_id, environment: row.environment, exposed: row.exposed, risk: row.risk },
    ...{ dueAt: row.due_at?.toISOString() ?? null, firstSeen: row.first_seen.toISOString(), lastSeen: row.last_seen.toISOString() },
    isStale: row.stale_since !== null,
  };
}

export interface FindingCondition {
  readonly filter: FindingFilter;
  readonly now: Date;
  /** What the words of the filter found (`fewWith`). */
  readonly few: readonly string[] | null;
}

/** For `from findings`. Comparisons that row-level security lets an index answer, as far as possible. */
export function conditionOf({ filter, now, few }: FindingCondition): RawBuilder<SqlBool> {
  const { severity, exposed, overdue } = filter;
  const ranks = (severity ?? []).map(severityRank);
  const conditions = [
    ...(filter.open === undefined ? [] : [sql`is_open = ${filter.open}`]),
    // The range follows the order of the list, also where the list of values would not.
    ...(severity ? [sql`severity_rank between ${Math.min(...ranks)}::smallint and ${Math.max(...ranks)}::smallint`] : []),
    ...Object.entries({
      ...{ severity, state: filter.state, department_id: filter.department, account: filter.account, provider: filter.provider },
      ...{ check_id: filter.check, resource_type: filter.resourceType },
    }).flatMap(([column, values]) => (values ? [sql`${sql.ref(column)} = any(${sql.val([...values])}::text[])`] : [])),
    ...(filter.source ? [sql`source_id = any(${sql.val([...filter.source])}::uuid[])`] : []),
    ...(exposed === undefined ? [] : [exposed ? sql`exposed is true` : sql`exposed is false`]),
    ...(overdue === undefined ? [] : [overdue ? sql`due_at < ${now}` : sql`due_at >= ${now}`]),
    ...(few ? [sql`id = any(${sql.val([...few])}::uuid[])`] : patternsOf(filter.text).map((pattern) => sql`search ilike ${pattern}`)),
  ];
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

/** What row-level security would do anyway, said so that an index helps: a member asks for its own departments. */
export function ownOnly(filter: FindingFilter, actor: Actor): FindingFilter {
  if (seesAll(actor)) return filter;
  const { department } = filter;
  return { ...filter, department: department ? department.filter((each) => actor.departments.includes(each)) : actor.departments };
}

interface Cursor {
  readonly rank: number;
  readonly risk: number;
  readonly id: string;
}

function writeCursor({ rank, risk, id }: Cursor): string {
  return Buffer.from(JSON.stringify([rank, risk, id])).toString('base64url');
}

/** Made by us, but sent by anybody: what is no cursor begins at the beginning. */
function readCursor(text: string): Cursor | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(value)) return null;
    const [rank, risk, id] = value as readonly unknown[];
    return typeof rank === 'number' && typeof risk === 'number' && typeof id === 'string' && /^[\da-f-]{36}$/u.test(id)
      ? { rank, risk, id }
      : null;
  } catch {
    return null;
  }
}
