/** Events of some objects in the engine's memory, table by table; without doubles they become files of the lake. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine, ResultRow } from './engine.ts';
import { quoted } from './engine.ts';
import type { StagedFile } from './commit-files.ts';
import type { LakeFile } from './ledger.ts';
import type { Columns } from './schema.ts';
import { typeIn } from './types.ts';

/** Columns that stand in no file: where a row goes and where it came from. */
const HELPERS = 'lake_source VARCHAR, lake_region VARCHAR, lake_account VARCHAR, lake_day VARCHAR, lake_object INTEGER';
const MINUTE = 60_000;
/** Before it there was no cloud to log; CloudTrail itself began in 2013. */
const EARLIEST = Date.UTC(2006, 0, 1);
/** Clocks may be wrong by a day; what is later than that cannot have happened. */
const AHEAD = 24 * 60 * MINUTE;

export const NO_DAY = '00000000';

export interface Part {
  readonly table: string;
  readonly source: string;
  readonly region: string;
  readonly account: string;
  readonly day: string;
  readonly rows: number;
  readonly first: number | null;
  readonly last: number | null;
  /** Which rows of the table that holds them are its own, as SQL. */
  readonly where: string;
  /** They stand in the order of their time already. */
  readonly isSorted: boolean;
}

/** Records of one source that the engine has parsed (fill-batch.ts). */
export const LINES = 'lines';

export function batchTable(table: string): string {
  return `batch_${table}`;
}

/** Makes the empty table of a class where it is not there yet. */
export async function makeTable(engine: Engine, table: string, columns: Columns): Promise<void> {
  const attributes = [...columns].map(([name, column]) => `"${name}" ${typeIn('duckdb', column)}`);
  const own = ['unmapped VARCHAR', 'raw_data VARCHAR', HELPERS];
  await engine.run(`CREATE TABLE IF NOT EXISTS ${batchTable(table)} (${[...attributes, ...own].join(', ')})`);
}

/** The helper columns out of an event's attributes; `now` in milliseconds since 1970. */
export function placeColumns(source: string, now: number): string {
  const plain = (path: string, none: string): string =>
    `coalesce(nullif(left(regexp_replace(${path}, '[^A-Za-z0-9_.-]+', '_', 'g'), 64), ''), ${quoted(none)})`;
  return [
    `${source} AS lake_source`,
    `${plain('cloud.region', 'global')} AS lake_region`,
    `${plain('cloud.account.uid', 'unknown')} AS lake_account`,
    `CASE WHEN "time" BETWEEN ${EARLIEST} AND ${now + AHEAD} THEN strftime(make_timestamp("time" * 1000), '%Y%m%d') ELSE '${NO_DAY}' END AS lake_day`,
  ].join(', ');
}

/** Removes all but the first row of each record id of a source. `name`: a table of the batch, or `lines`. */
export async function dropDoubles(engine: Engine, name: string): Promise<void> {
  const id = name === LINES ? 'metadata.uid' : '(lake_source, metadata.uid)';
  const [counts] = await engine.rows(
    `SELECT count(metadata.uid) AS ids, count(DISTINCT ${id}) FILTER (metadata.uid IS NOT NULL) AS single FROM ${name}`,
  );
  if (counts?.['ids'] === counts?.['single']) return;
  await engine.run(`DELETE FROM ${name} WHERE rowid IN (
    SELECT id FROM (
      SELECT rowid AS id, row_number() OVER (PARTITION BY ${id} ORDER BY lake_object, rowid) AS place
      FROM ${name} WHERE metadata.uid IS NOT NULL)
    WHERE place > 1)`);
}

/** The partitions of a batch's table. */
export async function partsOf(engine: Engine, table: string): Promise<readonly Part[]> {
  const rows = await engine.rows(`SELECT lake_source, lake_region, lake_account, lake_day, count(*)::DOUBLE AS n,
      min("time")::DOUBLE AS first, max("time")::DOUBLE AS last
    FROM ${batchTable(table)} GROUP BY ALL ORDER BY ALL`);
  return rows.map((row) => {
    const part = partOf(row, table);
    return { ...part, where: partCondition(part), isSorted: false };
  });
}

/** The partitions of `lines`, by table. */
export async function partsOfLines(
  engine: Engine,
  { source, tableOf, now }: { readonly source: string; readonly tableOf: (classUid: number) => string; readonly now: number },
): Promise<readonly (Part & { readonly classUid: number })[]> {
  const until = now + AHEAD;
  const rows = await engine.rows(`SELECT *, ${placeColumns(quoted(source), now)}, "time"::DOUBLE AS first FROM (
      SELECT class_uid, {region: region, account: {uid: account}} AS cloud, day::DOUBLE AS day, count(*)::DOUBLE AS n, min("time") AS "time",
        max("time")::DOUBLE AS last, bool_and(is_next) AS is_sorted
      FROM (SELECT *, CASE WHEN "time" BETWEEN ${EARLIEST} AND ${until} THEN "time" // ${DAY} END AS day,
          coalesce("time" >= lag("time") OVER (PARTITION BY class_uid, region, account ORDER BY id), true) AS is_next
        FROM (SELECT rowid AS id, class_uid, cloud.region AS region, cloud.account.uid AS account, "time" FROM ${LINES})) GROUP BY class_uid, region, account, day)
    ORDER BY class_uid, lake_region, lake_account, lake_day`);
  const groups = rows.map((row) => {
    const classUid = Number(row['class_uid']);
    const cloud = row['cloud'] as { readonly region: string | null; readonly account: { readonly uid: string | null } };
    const day = row['day'] === null ? null : Number(row['day']) * DAY;
    const conditions = [
      `class_uid = ${classUid}`,
      equals('cloud.region', cloud.region),
      equals('cloud.account.uid', cloud.account.uid),
      day === null
        ? `NOT coalesce("time" BETWEEN ${EARLIEST} AND ${until}, false)`
        : `"time" BETWEEN ${Math.max(day, EARLIEST)} AND ${Math.min(day + DAY - 1, until)}`,
    ];
    return {
      ...partOf(row, tableOf(classUid)),
      classUid,
      where: `(${conditions.join(' AND ')})`,
      isSorted: row['is_sorted'] === true && day !== null,
    };
  });
  return [...Map.groupBy(groups, partFolder).values()].flatMap((same) => joined(same));
}

const DAY = 24 * 60 * MINUTE;

function equals(column: string, value: string | null): string {
  return value === null ? `${column} IS NULL` : `${column} = ${quoted(value)}`;
}

/** Groups that only signs set apart which no folder's name may have. */
function joined<T extends Part>(parts: readonly T[]): readonly T[] {
  const [one] = parts;
  if (!one) return [];
  const times = (name: 'first' | 'last'): readonly number[] => parts.flatMap((part) => part[name] ?? []);
  return [
    {
      ...one,
      rows: parts.reduce((sum, { rows }) => sum + rows, 0),
      first: one.first === null ? null : Math.min(...times('first')),
      last: one.last === null ? null : Math.max(...times('last')),
      where: `(${parts.map(({ where }) => where).join(' OR ')})`,
      isSorted: parts.length === 1 && one.isSorted,
    },
  ];
}

function partOf(row: ResultRow, table: string): Omit<Part, 'where' | 'isSorted'> {
  const day = String(row['lake_day']);
  const time = (name: string): number | null => (day === NO_DAY || row[name] === null ? null : Number(row[name]));
  return {
    table,
    source: String(row['lake_source']),
    region: String(row['lake_region']),
    account: String(row['lake_account']),
    day,
    rows: Number(row['n']),
    first: time('first'),
    last: time('last'),
  };
}

/** Removes what files of the same partition hold already. `files`: those whose time overlaps the part's. */
export async function dropKnown(
  engine: Engine,
  name: string,
  { part, files }: { readonly part: Part; readonly files: readonly string[] },
): Promise<boolean> {
  const known = `SELECT metadata.uid AS uid FROM read_parquet([${files.map(quoted).join(', ')}], union_by_name = true, hive_partitioning = false)`;
  const condition = `${part.where} AND metadata.uid IN (SELECT uid FROM (${known}) WHERE uid IS NOT NULL)`;
  const [found] = await engine.rows(`SELECT count(*)::DOUBLE AS n FROM ${name} WHERE ${condition}`);
  if (Number(found?.['n'] ?? 0) === 0) return false;
  await engine.run(`DELETE FROM ${name} WHERE ${condition}`);
  return true;
}

/** Do a part and a file of the lake lie in one partition, and do their times overlap? */
export function overlaps(part: Part, file: LakeFile): boolean {
  const isSame =
    part.table === file.table &&
    part.source === file.source &&
    part.region === file.region &&
    part.account === file.account &&
    part.day === file.day;
  if (!isSame) return false;
  if (part.first === null || part.last === null || file.first === null || file.last === null) return true;
  return part.first <= file.last && file.first <= part.last;
}

/** Folder of a partition, below the lake (contracts.md §6). */
export function partFolder({ table, source, region, account, day }: Pick<Part, 'table' | 'source' | 'region' | 'account' | 'day'>): string {
  return `${table}/source=${source}/region=${region}/accountId=${account}/eventDay=${day}`;
}

/** Small groups of rows: raw records of them are held at once. The lowest level costs a third of the usual one, and these texts get no larger. */
export const PARQUET = '(FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE 24576)';

/** Columns of a file beside its attributes. */
export function selectOf(columns: Columns): string {
  return [...[...columns.keys()].map((name) => `"${name}"`), 'unmapped', 'raw_data'].join(', ');
}

/** Writes a partition's rows (`rows`: SQL of the columns of a file) below the staging folder. */
export async function writePart(
  engine: Engine,
  part: Part,
  { staging, number, index, rows }: { readonly staging: string; readonly number: number; readonly index: number; readonly rows: string },
): Promise<StagedFile> {
  mkdirSync(staging, { recursive: true });
  const staged = join(staging, `${index}.parquet`);
  await engine.run(`COPY (${rows}) TO ${quoted(staged)} ${PARQUET}`);
  const { table, source, region, account, day, rows: count, first, last } = part;
  return {
    table,
    source,
    region,
    account,
    day,
    rows: count,
    first,
    last,
    staged,
    path: `${partFolder(part)}/${String(number).padStart(8, '0')}-${index}.parquet`,
  };
}

function partCondition({ source, region, account, day }: Omit<Part, 'where' | 'isSorted'>): string {
  return `lake_source = ${quoted(source)} AND lake_region = ${quoted(region)} AND lake_account = ${quoted(account)} AND lake_day = ${quoted(day)}`;
}
