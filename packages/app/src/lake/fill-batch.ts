/** Lines on disk → rows of the batch's tables. */
import type { OcsfMapping } from '@kumomori/model';
import type { Engine } from './engine.ts';
import { quoted } from './engine.ts';
import { isBadInput } from './errors.ts';
import { batchTable, makeTable, placeColumns } from './batch.ts';
import { MAX_LINE } from './fast-trail.ts';
import type { KnownKeys } from './known-keys.ts';
import { knownKeys, leavesOf, unmappedSql } from './known-keys.ts';
import { attributesSql, classSql, pathsOf } from './mapping-sql.ts';
import type { LakeReading } from './reading.ts';
import { RecordStruct } from './record-struct.ts';
import type { Columns } from './schema.ts';
import type { Shapes } from './shapes.ts';
import { typeIn } from './types.ts';
import type { UnknownKeys } from './unknown-keys.ts';

/** A file with a record a line. */
export interface LineFile {
  readonly path: string;
  readonly object: number;
}

export interface FillOptions {
  readonly engine: Engine;
  readonly reading: LakeReading;
  readonly now: number;
  readonly keepRaw: boolean;
  readonly unknownKeys: UnknownKeys;
  readonly shapes: Shapes;
}

export interface Leftover {
  readonly object: number;
  readonly record: string;
}

/** Records of one source, parsed: the table `lines` with a struct `s` a row, and how their mapping reads it. */
export interface ParsedLines {
  readonly mapping: OcsfMapping;
  readonly struct: RecordStruct;
  /** False when the engine could read none of the objects. */
  readonly isThere: boolean;
  /** Objects that hold something that is no JSON; none of their records were taken. */
  readonly refused: readonly number[];
  /** Records whose unknown keys the engine cannot name: they are for the interpreter. */
  readonly odd: readonly Leftover[];
}

/** Parses a batch's records into the table `lines`. */
export async function parseRecords(files: readonly LineFile[], mapping: OcsfMapping, options: FillOptions): Promise<ParsedLines> {
  const known = knownKeys(mapping);
  const refused: number[] = [];
  let good = files;
  let struct = structOf(mapping, options.shapes);
  while (good.length > 0) {
    try {
      await options.engine.run(`CREATE OR REPLACE TABLE lines AS ${linesSql(good, { mapping, known, struct, keepRaw: options.keepRaw })}`);
    } catch (cause) {
      // What the engine cannot take apart, the reader in JavaScript looks at; an error in our SQL is none of the object's.
      if (!isBadInput(cause)) throw cause;
      const bad = await badObjects(good, options.engine);
      refused.push(...bad);
      good = good.filter(({ object }) => !bad.has(object));
      continue;
    }
    // All new shapes of the batch are met in one look: the second one finds none.
    if (!(await lookAtShapes(good, { mapping, known, struct }, options))) break;
    struct = structOf(mapping, options.shapes);
  }
  if (good.length === 0) await options.engine.run('DROP TABLE IF EXISTS lines');
  const odd = good.length === 0 ? [] : await takeOdd(good, { mapping, known, struct }, options);
  return { mapping, struct, isThere: good.length > 0, refused, odd };
}

function structOf(mapping: OcsfMapping, { unknown }: Shapes): RecordStruct {
  return new RecordStruct(
    pathsOf(mapping),
    [...unknown.values()].flatMap((each) => leavesOf(each)),
  );
}

interface Parse {
  readonly mapping: OcsfMapping;
  readonly known: KnownKeys;
  readonly struct: RecordStruct;
}

/** What says where a row goes and whether it is there already. */
const PLACE: Columns = new Map([
  ['time', { kind: 'leaf', type: 'integer' }],
  ['metadata', { kind: 'struct', fields: new Map([['uid', { kind: 'leaf', type: 'text' }]]) }],
  [
    'cloud',
    {
      kind: 'struct',
      fields: new Map([
        ['region', { kind: 'leaf', type: 'text' }],
        ['account', { kind: 'struct', fields: new Map([['uid', { kind: 'leaf', type: 'text' }]]) }],
      ]),
    },
  ],
]);

/** `lake_object`, `r` where it is kept, `s`, `class_uid`, `activity_id`, `shape`, and the columns of PLACE. */
function linesSql(files: readonly LineFile[], { mapping, known, struct, keepRaw }: Parse & { readonly keepRaw: boolean }): string {
  const paths = struct.reader();
  const { classUid, activityId } = classSql(mapping, paths);
  const place = attributesSql(mapping, PLACE, { classUid: null, paths });
  const keys = (objects: readonly string[]): string => `json_keys(r, [${objects.map(quoted).join(', ')}])`;
  const own = [...known.objectsOf].flatMap(([uid, objects]) => (objects.length > 0 ? [`WHEN ${uid} THEN ${keys(objects)}`] : []));
  const shape = `hash(${[keys(known.objects), ...(own.length > 0 ? [`CASE class_uid ${own.join(' ')} END`] : [])].join(', ')})`;
  return `SELECT * EXCLUDE (r)${keepRaw ? ', r' : ''}, ${shape} AS shape FROM (
    SELECT lake_object, r, s, ${classUid} AS class_uid, ${activityId} AS activity_id, ${place} FROM (
      SELECT *${paths.extractions} FROM (SELECT lake_object, r, ${struct.transform} AS s FROM ${textSql(files)})))`;
}

/** `lake_object`, `r`: the lines as they are. */
function textSql(files: readonly LineFile[]): string {
  const objects = `[${files.map(({ object }) => object).join(', ')}]::INTEGER[]`;
  return `(SELECT (${objects})[file_index::BIGINT + 1] AS lake_object, r FROM read_csv([${files.map(({ path }) => quoted(path)).join(', ')}],
    columns = {r: 'VARCHAR'}, auto_detect = false, header = false, delim = '\\x01', quote = '', escape = '', new_line = '\\n',
    max_line_size = ${MAX_LINE}, buffer_size = ${2 * MAX_LINE}))`;
}

/** All of them where the engine cannot even tell lines apart. */
async function badObjects(files: readonly LineFile[], engine: Engine): Promise<ReadonlySet<number>> {
  try {
    const rows = await engine.rows(`SELECT DISTINCT lake_object AS object FROM ${textSql(files)} WHERE NOT coalesce(json_valid(r), false)`);
    if (rows.length > 0) return new Set(rows.map(({ object }) => Number(object)));
  } catch (cause) {
    if (!isBadInput(cause)) throw cause;
  }
  return new Set(files.map(({ object }) => object));
}

/** One look at a record of each new shape. True when some have keys that the struct does not keep yet. */
async function lookAtShapes(files: readonly LineFile[], parse: Parse, { engine, shapes }: FillOptions): Promise<boolean> {
  const found = await engine.rows('SELECT DISTINCT class_uid, shape::VARCHAR AS shape FROM lines');
  const fresh = found
    .map(({ class_uid: classUid, shape }) => ({ classUid: Number(classUid), shape: String(shape) }))
    .filter((each) => !shapes.has(each));
  if (fresh.length === 0) return false;
  const hashes = [...new Set(fresh.map(({ shape }) => `${shape}::UBIGINT`))].join(', ');
  const samples = await engine.rows(`SELECT class_uid, shape::VARCHAR AS shape, any_value(r) AS sample
    FROM (${linesSql(files, { ...parse, keepRaw: true })}) WHERE shape IN (${hashes}) GROUP BY ALL`);
  let isNew = false;
  for (const { class_uid: classUid, shape, sample } of samples) {
    // The engine has parsed it.
    const unknown = parse.known.unknownIn(JSON.parse(String(sample)) as unknown, Number(classUid));
    isNew = shapes.add({ classUid: Number(classUid), shape: String(shape) }, unknown) || isNew;
  }
  return isNew;
}

/** Takes records of odd shapes out of `lines`. */
async function takeOdd(files: readonly LineFile[], parse: Parse, { engine, shapes }: FillOptions): Promise<readonly Leftover[]> {
  const found = await engine.rows('SELECT DISTINCT class_uid, shape::VARCHAR AS shape FROM lines');
  const odd = found
    .map(({ class_uid: classUid, shape }) => ({ classUid: Number(classUid), shape: String(shape) }))
    .filter((each) => shapes.isOdd(each));
  if (odd.length === 0) return [];
  const condition = odd.map(({ classUid, shape }) => `(class_uid = ${classUid} AND shape = ${shape}::UBIGINT)`).join(' OR ');
  const rows = await engine.rows(
    `SELECT lake_object AS object, r FROM (${linesSql(files, { ...parse, keepRaw: true })}) WHERE ${condition}`,
  );
  await engine.run(`DELETE FROM lines WHERE ${condition}`);
  return rows.map(({ object, r }) => ({ object: Number(object), record: String(r) }));
}

/** Counts what no mapping knows in `lines`. */
export async function countUnknown({ mapping, struct }: ParsedLines, { engine, shapes, unknownKeys }: FillOptions): Promise<void> {
  for (const [classUid, unknown] of shapes.unknown) {
    const paths = struct.reader();
    const { columns } = unmappedSql(unknown, (steps) => paths.json(steps));
    const counted = columns.map(({ sql }, index) => `count(${sql})::DOUBLE AS c${index}`);
    const [counts] = await engine.rows(
      `SELECT ${counted.join(', ')} FROM (SELECT *${paths.extractions} FROM lines WHERE class_uid = ${classUid})`,
    );
    for (const [index, { name }] of columns.entries()) {
      const count = Number(counts?.[`c${index}`] ?? 0);
      if (count > 0) unknownKeys.count(mapping.source, [name], count);
    }
  }
}

/** Rows of a class table out of those of `lines` that fulfil a condition, in an order; `more` is selected beside them. */
export function rowsSql(
  { mapping, struct }: ParsedLines,
  classUid: number,
  {
    columns,
    shapes,
    keepRaw,
    where,
    more = '',
  }: Pick<FillOptions, 'shapes' | 'keepRaw'> & { readonly columns: Columns; readonly where: string; readonly more?: string },
): string {
  const paths = struct.reader();
  const unknown = shapes.unknown.get(classUid);
  const unmapped = unknown ? unmappedSql(unknown, (steps) => paths.json(steps)).text : 'NULL::VARCHAR';
  const attributes = attributesSql(mapping, columns, { classUid, paths });
  return `SELECT ${attributes}, ${unmapped} AS unmapped, ${keepRaw ? 'r' : 'NULL::VARCHAR'} AS raw_data${more}
    FROM (SELECT *${paths.extractions} FROM (SELECT * FROM lines WHERE ${where}))`;
}

/** Puts rows of a class that `lines` holds into the class's table of the batch, beside those that the interpreter made. */
export async function moveLines(lines: ParsedLines, classUid: number, { engine, reading, now, ...more }: FillOptions): Promise<void> {
  const table = reading.tableOf(classUid);
  const columns = reading.schemas.get(table);
  if (!columns) return;
  await makeTable(engine, table, columns);
  const rows = rowsSql(lines, classUid, { ...more, columns, where: `class_uid = ${classUid}`, more: ', lake_object' });
  await engine.run(`INSERT INTO ${batchTable(table)} BY NAME SELECT *, ${placeColumns(quoted(lines.mapping.source), now)} FROM (${rows})`);
  await engine.run(`DELETE FROM lines WHERE class_uid = ${classUid}`);
}

/** Rows that the interpreter made: `{"o","s","u","raw","e"}` a line. */
export async function fillFromRows(
  files: ReadonlyMap<string, string>,
  longest: number,
  { engine, reading, now }: FillOptions,
): Promise<void> {
  for (const [table, path] of files) {
    const columns = reading.schemas.get(table);
    if (!columns) continue;
    await makeTable(engine, table, columns);
    const attributes = typeIn('duckdb', { kind: 'struct', fields: columns });
    const read = `read_json(${quoted(path)}, format = 'newline_delimited', maximum_object_size = ${Math.max(longest, 1024 * 1024)},
      columns = {o: 'INTEGER', s: 'VARCHAR', u: 'VARCHAR', raw: 'VARCHAR', e: ${quoted(attributes)}})`;
    const rows = `SELECT unnest(e), u AS unmapped, raw AS raw_data, s, o AS lake_object FROM ${read}`;
    await engine.run(`INSERT INTO ${batchTable(table)} BY NAME SELECT * EXCLUDE (s), ${placeColumns('s', now)} FROM (${rows})`);
  }
}
