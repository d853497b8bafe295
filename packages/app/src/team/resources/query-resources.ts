/** The inventory as lists show it: filtered, counted by facet, page by page. */
import type { ExpressionBuilder, Selectable, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { ResourceRow, StoreTransaction, Tables } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';

export interface ResourceFilter {
  readonly type?: readonly string[] | undefined;
  readonly provider?: readonly string[] | undefined;
  readonly account?: readonly string[] | undefined;
  readonly region?: readonly string[] | undefined;
  readonly department?: readonly string[] | undefined;
  readonly source?: readonly string[] | undefined;
  /** True: only those that are no longer there; default: only those that are. */
  readonly gone?: boolean | undefined;
  /** Words in name, address or type. */
  readonly text?: string | undefined;
}

export interface ResourceItem {
  readonly id: string;
  readonly sourceId: string;
  readonly type: string;
  readonly address: string;
  readonly name: string | null;
  readonly provider: string;
  readonly account: string | null;
  readonly region: string | null;
  readonly departmentId: string | null;
  readonly environment: string | null;
  readonly lastSeen: string;
  readonly goneAt: string | null;
}

export interface ResourcePage {
  readonly filter: ResourceFilter;
  readonly limit: number;
  /** From the page before. */
  readonly after: string | null;
}

type Builder = ExpressionBuilder<Tables, 'resources'>;

export const itemColumns = [
  ...(['id', 'source_id', 'type', 'address', 'name', 'provider', 'account', 'region'] as const),
  ...(['department_id', 'environment', 'last_seen', 'gone_at'] as const),
] as const;

export function itemOf(row: Pick<Selectable<ResourceRow>, (typeof itemColumns)[number]>): ResourceItem {
  return {
    ...{ id: row.id, sourceId: row.source_id, type: row.type, address: row.address, name: row.name, provider: row.provider },
    ...{ account: row.account, region: row.region, departmentId: row.department_id, environment: row.environment },
    ...{ lastSeen: row.last_seen.toISOString(), goneAt: row.gone_at?.toISOString() ?? null },
  };
}

/** By type and address. */
export async function listResources(
  { store }: Team,
  { actor }: Asking,
  { filter, limit, after }: ResourcePage,
): Promise<{ readonly items: readonly ResourceItem[]; readonly next: string | null }> {
  const cursor = after === null ? null : readCursor(after);
  const rows = await store.as(actor, (tx) => {
    const all = tx
      .selectFrom('resources')
      .select(itemColumns)
      .where((builder) => conditionOf(builder, filter));
    const from = cursor ? all.where(sql<SqlBool>`(type, address, id) > (${cursor.type}, ${cursor.address}, ${cursor.id}::uuid)`) : all;
    return from
      .orderBy('type')
      .orderBy('address')
      .orderBy('id')
      .limit(limit + 1)
      .execute();
  });
  const last = rows[limit - 1];
  return { items: rows.slice(0, limit).map(itemOf), next: rows.length > limit && last ? writeCursor(last) : null };
}

const FACETS = {
  type: 'type',
  provider: 'provider',
  account: 'account',
  region: 'region',
  department: 'department_id',
  source: 'source_id',
} as const satisfies Readonly<Record<string, keyof ResourceRow>>;
const FACET_NAMES = ['type', 'provider', 'account', 'region', 'department', 'source'] as const satisfies readonly (keyof typeof FACETS)[];
type FacetName = (typeof FACET_NAMES)[number];
const FACET_VALUES = 100;

export interface ResourceFacet {
  readonly name: string;
  /** The most frequent first. */
  readonly values: readonly { readonly value: string | null; readonly count: number }[];
}

/** How many there are, and of each facet the values with their numbers under all other filters. */
export async function countResources(
  { store }: Team,
  { actor }: Asking,
  filter: ResourceFilter,
): Promise<{ readonly total: number; readonly facets: readonly ResourceFacet[] }> {
  return store.as(actor, async (tx) => {
    // Facets without a filter of their own all count the same rows: those are read once.
    const plain = FACET_NAMES.filter((name) => filter[name] === undefined);
    const facets = new Map<FacetName, ResourceFacet['values']>(await countTogether(tx, { filter, names: plain }));
    for (const name of FACET_NAMES.filter((each) => !plain.includes(each)))
      for (const counted of await countTogether(tx, { filter: { ...filter, [name]: undefined }, names: [name] })) facets.set(...counted);
    const { total } = await tx
      .selectFrom('resources')
      .select((builder) => builder.fn.countAll().as('total'))
      .where((builder) => conditionOf(builder, filter))
      .executeTakeFirstOrThrow();
    return { total: Number(total), facets: FACET_NAMES.map((name) => ({ name, values: facets.get(name) ?? [] })) };
  });
}

interface Counting {
  readonly filter: ResourceFilter;
  readonly names: readonly FacetName[];
}

async function countTogether(
  tx: StoreTransaction,
  { filter, names }: Counting,
): Promise<readonly (readonly [FacetName, ResourceFacet['values']])[]> {
  if (names.length === 0) return [];
  const columns = names.map((name) => FACETS[name]);
  const sets = sql.join(columns.map((column) => sql`(${sql.ref(column)})`));
  const which = sql<number>`grouping(${sql.join(columns.map((column) => sql.ref(column)))})`;
  const value = sql<string | null>`coalesce(${sql.join(columns.map((column) => sql`${sql.ref(column)}::text`))})`;
  const rows = await tx
    .selectFrom('resources')
    .select([which.as('which'), value.as('value')])
    .select((builder) => builder.fn.countAll().as('count'))
    .where((builder) => conditionOf(builder, filter))
    .groupBy(sql`grouping sets (${sets})`)
    .orderBy('count', 'desc')
    .execute();
  // Of n columns the first is the highest bit, and the bit of the one that groups is 0.
  const all = 2 ** names.length - 1;
  return names.map((name, index) => {
    const own = all - 2 ** (names.length - 1 - index);
    const values = rows.filter((row) => row.which === own).slice(0, FACET_VALUES);
    return [name, values.map((row) => ({ value: row.value, count: Number(row.count) }))] as const;
  });
}

const MAX_WORDS = 8;

function conditionOf(builder: Builder, { gone = false, text = '', ...lists }: ResourceFilter) {
  const words = text.trim() === '' ? [] : text.trim().split(/\s+/u).slice(0, MAX_WORDS);
  return builder.and([
    builder('is_aspect', '=', false),
    builder('gone_at', gone ? 'is not' : 'is', null),
    ...FACET_NAMES.flatMap((name) => {
      const values = lists[name];
      return values ? [builder(FACETS[name], 'in', [...values])] : [];
    }),
    ...words.map((word) => {
      const pattern = `%${word.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
      return builder.or([builder('name', 'ilike', pattern), builder('address', 'ilike', pattern), builder('type', 'ilike', pattern)]);
    }),
  ]);
}

interface Cursor {
  readonly type: string;
  readonly address: string;
  readonly id: string;
}

function writeCursor({ type, address, id }: Cursor): string {
  return Buffer.from(JSON.stringify([type, address, id])).toString('base64url');
}

/** Made by us, but sent by anybody: what is no cursor begins at the beginning. */
function readCursor(text: string): Cursor | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(value)) return null;
    const [type, address, id] = value as readonly unknown[];
    const isCursor = typeof type === 'string' && typeof address === 'string' && typeof id === 'string' && /^[\da-f-]{36}$/u.test(id);
    return isCursor && !`${type}${address}`.includes('\0') ? { type, address, id } : null;
  } catch {
    return null;
  }
}
