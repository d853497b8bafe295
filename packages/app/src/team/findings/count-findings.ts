/**
 * How many findings there are, by facet, also of a million: from the counts that the store keeps where the filter allows it, else by counting what matches;
 * of very many by a sample, which the answer says.
 */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { StoreTransaction } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';
import { fewWith } from './find-words.ts';
import type { FindingFilter } from './query-findings.ts';
import { conditionOf, ownOnly } from './query-findings.ts';

/** Name of the filter → column. */
const FACETS = {
  severity: 'severity',
  state: 'state',
  department: 'department_id',
  account: 'account',
  provider: 'provider',
  check: 'check_id',
  resourceType: 'resource_type',
  source: 'source_id',
} as const satisfies Partial<Record<keyof FindingFilter, string>>;
type FacetName = keyof typeof FACETS;
const FACET_NAMES = ['severity', 'state', 'department', 'account', 'provider', 'check', 'resourceType', 'source'] as const;
/** Every kept count has them. */
const GROUPED: readonly FacetName[] = ['severity', 'state', 'department'];
const FACET_VALUES = 50;
/** So many are counted one by one. */
const COUNTED = 50_000;
/** Rows in a sample. */
const SAMPLE = 20_000;

export interface Facet {
  readonly name: string;
  /** The most frequent first. */
  readonly values: readonly { readonly value: string | null; readonly count: number }[];
}

export interface FindingCounts {
  readonly total: number;
  readonly facets: readonly Facet[];
  /** Some numbers come from a sample. */
  readonly isEstimate: boolean;
}

interface Counting {
  readonly tx: StoreTransaction;
  readonly now: Date;
  readonly filter: FindingFilter;
  readonly few: readonly string[] | null;
}

interface Counted {
  readonly total: number;
  readonly values: ReadonlyMap<FacetName, Facet['values']>;
  readonly isEstimate: boolean;
}

/** How many there are, and of each facet the values with their numbers under all other filters. */
export async function countFindings({ store, now }: Team, { actor }: Asking, filter: FindingFilter): Promise<FindingCounts> {
  return store.as(actor, async (tx) => {
    const counting: Counting = { tx, now: now(), filter: ownOnly(filter, actor), few: await fewWith(tx, filter.text) };
    const plain = FACET_NAMES.filter((name) => filter[name] === undefined);
    const all = await countUnder(counting, plain);
    const values = new Map(all.values);
    let { isEstimate } = all;
    for (const name of FACET_NAMES.filter((each) => !plain.includes(each))) {
      const own = await countUnder({ ...counting, filter: ownOnly({ ...filter, [name]: undefined }, actor) }, [name]);
      values.set(name, own.values.get(name) ?? []);
      isEstimate ||= own.isEstimate;
    }
    return { total: all.total, facets: FACET_NAMES.map((name) => ({ name, values: values.get(name) ?? [] })), isEstimate };
  });
}

async function countUnder(counting: Counting, names: readonly FacetName[]): Promise<Counted> {
  const { exposed, overdue, text } = counting.filter;
  const own = FACET_NAMES.filter((name) => !GROUPED.includes(name) && counting.filter[name] !== undefined);
  const isKept = own.length === 0 && exposed === undefined && overdue === undefined && (text ?? '').trim() === '';
  if (isKept) return keptCounts(counting, names);
  if (counting.few) return countRows(counting, names);
  for (const name of own) if ((await keptTotal(counting, name)) <= COUNTED) return countRows(counting, names);
  const sample = await countSample(counting, names);
  return sample.total > COUNTED ? sample : countRows(counting, names);
}

/** The conditions that every kept count knows. */
function keptCondition({ open, severity, state, department }: FindingFilter): RawBuilder<unknown> {
  const closed = sql`state in ('verified', 'exception', 'false-positive')`;
  const conditions = [
    ...(open === undefined ? [] : [open ? sql`not ${closed}` : closed]),
    ...(severity ? [sql`severity = any(${sql.val([...severity])}::text[])`] : []),
    ...(state ? [sql`state = any(${sql.val([...state])}::text[])`] : []),
    ...(department ? [sql`department_id = any(${sql.val([...department])}::text[])`] : []),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

async function keptTotal({ tx, filter }: Counting, name: FacetName): Promise<number> {
  const wanted = sql.val([...(filter[name] ?? [])]);
  const { rows } = await sql<{ total: string | number | null }>`select sum(count) as total from finding_counts
    where facet = ${FACETS[name]} and value = any(${wanted}::text[]) and ${keptCondition(filter)}`.execute(tx);
  return Number(rows[0]?.total ?? 0);
}

async function keptCounts({ tx, filter }: Counting, names: readonly FacetName[]): Promise<Counted> {
  const condition = keptCondition(filter);
  const grouped =
    await sql<Grouping>`select ${groupingOf(GROUPED)}, sum(count) as count from finding_counts where facet = 'all' and ${condition}
    group by grouping sets ((), (severity), (state), (department_id))`.execute(tx);
  const others = names.filter((name) => !GROUPED.includes(name));
  const columns = sql.val(others.map((name) => FACETS[name]));
  const { rows } = await sql<{ facet: string; value: string | null; count: string | number }>`select facet, value, count from
    (select facet, value, sum(count) as count, row_number() over (partition by facet order by sum(count) desc, value) as place from finding_counts
    where facet = any(${columns}::text[]) and ${condition} group by facet, value having sum(count) <> 0) as counted
    where place <= ${FACET_VALUES} order by count desc, value`.execute(tx);
  const values = new Map(valuesOf(grouped.rows, GROUPED));
  for (const name of others) values.set(name, rows.filter(({ facet }) => facet === FACETS[name]).map(counted));
  return { total: totalOf(grouped.rows, GROUPED), values, isEstimate: false };
}

async function countRows(counting: Counting, names: readonly FacetName[]): Promise<Counted> {
  const rows = await groupings(counting, { names, from: sql`findings` });
  return { total: totalOf(rows, names), values: new Map(valuesOf(rows, names)), isEstimate: false };
}

/** Pages of the table taken at random. How many rows there are is the statistics' guess: the truth would be a count. */
async function countSample(counting: Counting, names: readonly FacetName[]): Promise<Counted> {
  const { tx } = counting;
  const { rows: known } = await sql<{ rows: number }>`select greatest(reltuples, 0)::float8 as rows from pg_class
    where oid = 'kumomori.findings'::regclass`.execute(tx);
  const percent = Math.min(100, (100 * SAMPLE) / Math.max(1, known[0]?.rows ?? 0));
  const from = sql`(select * from findings tablesample system (${sql.lit(percent)}) repeatable (1)) as findings`;
  const rows = await groupings(counting, { names, from });
  const scaled = rows.map((row) => ({ ...row, count: Math.round((Number(row.count) * 100) / percent) }));
  return { total: totalOf(scaled, names), values: new Map(valuesOf(scaled, names)), isEstimate: percent < 100 };
}

interface Grouping {
  /** A bit for each column, the first one highest: 0 for the one that groups. */
  readonly which: number;
  readonly value: string | null;
  readonly count: string | number;
}

function groupingOf(names: readonly FacetName[]): RawBuilder<unknown> {
  const columns = names.map((name) => sql.ref(FACETS[name]));
  if (columns.length === 0) return sql`0 as which, null as value`;
  return sql`grouping(${sql.join(columns)}) as which, coalesce(${sql.join(columns.map((column) => sql`${column}::text`))}) as value`;
}

async function groupings(
  { tx, now, filter, few }: Counting,
  { names, from }: { readonly names: readonly FacetName[]; readonly from: RawBuilder<unknown> },
): Promise<readonly Grouping[]> {
  const sets = sql.join([sql`()`, ...names.map((name) => sql`(${sql.ref(FACETS[name])})`)]);
  const condition = conditionOf({ filter, now, few });
  const { rows } = await sql<Grouping>`select ${groupingOf(names)}, count(*) as count from ${from} where ${condition}
    group by grouping sets (${sets}) order by count desc, value`.execute(tx);
  return rows;
}

/** All columns are left out in the row of the total. */
function totalOf(rows: readonly Grouping[], names: readonly FacetName[]): number {
  return Number(rows.find(({ which }) => which === 2 ** names.length - 1)?.count ?? 0);
}

function valuesOf(rows: readonly Grouping[], names: readonly FacetName[]): readonly (readonly [FacetName, Facet['values']])[] {
  return names.map((name, index) => {
    const own = 2 ** names.length - 1 - 2 ** (names.length - 1 - index);
    const values = rows.filter(({ which, count }) => which === own && Number(count) !== 0).map(counted);
    return [name, values.toSorted((a, b) => b.count - a.count).slice(0, FACET_VALUES)];
  });
}

function counted({ value, count }: Pick<Grouping, 'value' | 'count'>): Facet['values'][number] {
  return { value, count: Number(count) };
}
