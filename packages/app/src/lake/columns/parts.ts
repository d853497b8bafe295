/** Rows of a table → partitions of the lake, sorted by time, events that came twice only once. */
import { NO_DAY } from '../batch.ts';
import type { ColumnData } from '../parquet/index.ts';
import type { TableRows } from './table-rows.ts';

/** A class table of one source, with its values. */
export interface ValuedRows {
  readonly rows: TableRows;
  readonly data: readonly ColumnData[];
}

/** Rows of one partition, by time. */
export interface BatchPart {
  readonly table: string;
  readonly source: string;
  readonly region: string;
  readonly account: string;
  readonly day: string;
  readonly first: number | null;
  readonly last: number | null;
  readonly valued: ValuedRows;
  /** Numbers of rows. */
  readonly order: Int32Array;
}

/** Before it there was no cloud to log; CloudTrail itself began in 2013. */
const EARLIEST = Date.UTC(2006, 0, 1);
const DAY = 24 * 60 * 60_000;
/** Clocks may be wrong by a day; what is later than that cannot have happened. */
const AHEAD = DAY;

interface Draft {
  readonly region: string;
  readonly account: string;
  readonly day: string;
  readonly rows: number[];
  isSorted: boolean;
  last: number;
}

/** `doubles`: rows left out, whose id an earlier row has. */
export function partsOf(valued: ValuedRows, now: number): { readonly parts: readonly BatchPart[]; readonly doubles: readonly number[] } {
  const { rows } = valued;
  const uid = uidOf(valued);
  const time = timeOf(valued);
  const region = nameOf(columnOf(valued, 'cloud.region'), 'global');
  const account = nameOf(columnOf(valued, 'cloud.account.uid'), 'unknown');
  const day = dayOf(now + AHEAD);
  const seen = new Set<string>();
  const doubles: number[] = [];
  const drafts = new Map<string, Draft>();
  let draft: Draft | null = null;
  for (let row = 0; row < rows.count; row++) {
    const own = uid(row);
    if (own !== null) {
      if (seen.has(own)) {
        doubles.push(row);
        continue;
      }
      seen.add(own);
    }
    const at = time(row);
    const place = { region: region(row), account: account(row), day: day(at) };
    if (draft?.region !== place.region || draft.account !== place.account || draft.day !== place.day) {
      const key: string = `${place.region}\n${place.account}\n${place.day}`;
      draft = drafts.get(key) ?? { ...place, rows: [], isSorted: true, last: Number.NEGATIVE_INFINITY };
      drafts.set(key, draft);
    }
    const sortable = at ?? Number.POSITIVE_INFINITY;
    if (sortable < draft.last) draft.isSorted = false;
    draft.last = sortable;
    draft.rows.push(row);
  }
  return { doubles, parts: [...drafts.values()].map((each) => partOf(valued, each, time)) };
}

function partOf(valued: ValuedRows, { region, account, day, rows, isSorted }: Draft, time: (row: number) => number | null): BatchPart {
  const key = (row: number): number => time(row) ?? Number.MAX_SAFE_INTEGER;
  const order = Int32Array.from(isSorted ? rows : rows.toSorted((a, b) => key(a) - key(b)));
  const { table } = valued.rows.plan;
  const [first, last] = day === NO_DAY ? [null, null] : [time(order[0] ?? 0), time(order.at(-1) ?? 0)];
  return { table, source: valued.rows.source, region, account, day, first, last, valued, order };
}

function columnOf({ rows, data }: ValuedRows, leaf: string): Extract<ColumnData, { kind: 'ids' }> | null {
  const column = data[rows.plan.schema.leaves.findIndex(({ name }) => name === leaf)];
  return column?.kind === 'ids' ? column : null;
}

function timeOf(valued: ValuedRows): (row: number) => number | null {
  const column = columnOf(valued, 'time');
  if (!column) return () => null;
  return (row) => {
    const id = column.ids[row] ?? -1;
    return id < 0 ? null : Number(column.values[id]);
  };
}

/** The value as a folder may be named; `none` where there is none. */
function nameOf(column: Extract<ColumnData, { kind: 'ids' }> | null, none: string): (row: number) => string {
  if (!column) return () => none;
  const known = new Map<number, string>();
  return (row) => {
    const id = column.ids[row] ?? -1;
    const name =
      id < 0
        ? none
        : (known.get(id) ??
          (String(column.values[id])
            .replaceAll(/[^A-Za-z0-9_.-]+/g, '_')
            .slice(0, 64) ||
            none));
    if (id >= 0) known.set(id, name);
    return name;
  };
}

/** `YYYYMMDD`; what cannot be a time has no day. */
function dayOf(until: number): (time: number | null) => string {
  const known = new Map<number, string>();
  return (time) => {
    if (time === null || time < EARLIEST || time > until) return NO_DAY;
    const number = Math.floor(time / DAY);
    const day = known.get(number) ?? new Date(time).toISOString().slice(0, 10).replaceAll('-', '');
    known.set(number, day);
    return day;
  };
}

/** The texts that a leaf has in the rows of a part. */
export function valuesOf({ valued, order }: Pick<BatchPart, 'valued' | 'order'>, leaf: string): ReadonlySet<string> {
  const column = columnOf(valued, leaf);
  if (!column) return new Set();
  const ids = new Set<number>();
  for (const row of order) ids.add(column.ids[row] ?? -1);
  ids.delete(-1);
  return new Set([...ids].map((id) => String(column.values[id])));
}

/** The source's own id of an event. */
export function uidOf({ rows, data }: ValuedRows): (row: number) => string | null {
  const column = data[rows.plan.schema.leaves.findIndex(({ name }) => name === 'metadata.uid')];
  if (column?.kind !== 'ids') return () => null;
  return (row) => {
    const id = column.ids[row] ?? -1;
    return id < 0 ? null : String(column.values[id]);
  };
}
