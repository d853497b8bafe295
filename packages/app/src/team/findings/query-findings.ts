/** Findings as lists show them: filtered, counted by facet, page by page. */
import type { ExpressionBuilder, Selectable, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { FindingState } from '@kumomori/engine';
import type { Severity } from '@kumomori/model';
import type { FindingRow, Tables } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';

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
  /** Words in title, message or resource. */
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

type Builder = ExpressionBuilder<Tables, 'findings'>;

/** The gravest first, then what opens most, then by id: a page begins where the one before ended, also when findings came in between. */
export async function listFindings(
  { store, now }: Team,
  { actor }: Asking,
  { filter, limit, after }: FindingPage,
): Promise<{ readonly items: readonly FindingItem[]; readonly next: string | null }> {
  const cursor = after === null ? null : readCursor(after);
  const rows = await store.as(actor, (tx) => {
    const all = tx
      .selectFrom('findings')
      .select(itemColumns)
      .where((builder) => conditionOf(builder, filter, now()));
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

const FACETS = ['severity', 'state', 'department_id', 'account', 'provider', 'check_id', 'resource_type', 'source_id'] as const;
const FACET_FILTER = {
  severity: 'severity',
  state: 'state',
  department_id: 'department',
  account: 'account',
  provider: 'provider',
  check_id: 'check',
  resource_type: 'resourceType',
  source_id: 'source',
} as const;
const FACET_VALUES = 50;

export interface Facet {
  readonly name: string;
  /** The most frequent first. */
  readonly values: readonly { readonly value: string | null; readonly count: number }[];
}

/** How many there are, and of each facet the values with their numbers under all other filters. */
export async function countFindings(
  { store, now }: Team,
  { actor }: Asking,
  filter: FindingFilter,
): Promise<{ readonly total: number; readonly facets: readonly Facet[] }> {
  return store.as(actor, async (tx) => {
    const { total } = await tx
      .selectFrom('findings')
      .select((builder) => builder.fn.countAll().as('total'))
      .where((builder) => conditionOf(builder, filter, now()))
      .executeTakeFirstOrThrow();
    const facets: Facet[] = [];
    for (const name of FACETS) {
      const rows = await tx
        .selectFrom('findings')
        .select([name])
        .select((builder) => builder.fn.countAll().as('count'))
        .where((builder) => conditionOf(builder, { ...filter, [FACET_FILTER[name]]: undefined }, now()))
        .groupBy(name)
        .orderBy('count', 'desc')
        .limit(FACET_VALUES)
        .execute();
      facets.push({ name: FACET_FILTER[name], values: rows.map((row) => ({ value: row[name], count: Number(row.count) })) });
    }
    return { total: Number(total), facets };
  });
}

export function conditionOf(builder: Builder, filter: FindingFilter, now: Date) {
  const { severity, state, department, account, provider, check, resourceType, source, exposed, overdue, text } = filter;
  const conditions = [
    ...(filter.open === undefined ? [] : [builder('is_open', '=', filter.open)]),
    ...(severity ? [builder('severity', 'in', [...severity])] : []),
    ...(state ? [builder('state', 'in', [...state])] : []),
    ...(department ? [builder('department_id', 'in', [...department])] : []),
    ...(account ? [builder('account', 'in', [...account])] : []),
    ...(provider ? [builder('provider', 'in', [...provider])] : []),
    ...(check ? [builder('check_id', 'in', [...check])] : []),
    ...(resourceType ? [builder('resource_type', 'in', [...resourceType])] : []),
    ...(source ? [builder('source_id', 'in', [...source])] : []),
    ...(exposed === undefined ? [] : [builder('exposed', 'is', exposed)]),
    ...(overdue === undefined ? [] : [builder('due_at', overdue ? '<' : '>=', now)]),
    ...(text === undefined || text.trim() === '' ? [] : words(text).map((word) => matching(builder, word))),
  ];
  return builder.and(conditions);
}

const MAX_WORDS = 8;

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/u).slice(0, MAX_WORDS);
}

function matching(builder: Builder, word: string) {
  const pattern = `%${word.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  return builder.or([
    builder('check_id', 'ilike', pattern),
    builder('resource_id', 'ilike', pattern),
    builder('resource_name', 'ilike', pattern),
    sql<SqlBool>`title::text ilike ${pattern}`,
    sql<SqlBool>`message::text ilike ${pattern}`,
  ]);
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
