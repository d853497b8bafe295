/** Lines on disk → rows of the batch's tables. */
import type { OcsfMapping } from '@kumomori/model';
import type { Engine } from './engine.ts';
import { quoted } from './engine.ts';
import { isBadInput } from './errors.ts';
import { batchTable, makeTable, placeColumns } from './batch.ts';
import { MAX_LINE } from './fast-trail.ts';
import type { Unknown, UnmappedSql } from './known-keys.ts';
import { isNameable, knownKeys, mergeUnknown, unmappedSql } from './known-keys.ts';
import { attributesSql, classSql } from './mapping-sql.ts';
import type { LakeReading } from './reading.ts';
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
}

export interface Leftover {
  readonly object: number;
  readonly record: string;
}

/**
 * Records of one source through its mapping as SQL. The result names the objects that hold something that is no JSON (none of their records
 * were taken), and the records whose unknown keys the engine cannot name: those are for the interpreter.
 */
export async function fillFromRecords(
  files: readonly LineFile[],
  mapping: OcsfMapping,
  options: FillOptions,
): Promise<{ readonly refused: readonly number[]; readonly odd: readonly Leftover[] }> {
  const { engine } = options;
  const known = knownKeys(mapping);
  const { extraction, classUid, activityId } = classSql(mapping);
  await engine.run('DROP TABLE IF EXISTS lines');
  try {
    await engine.run(`CREATE TABLE lines AS SELECT o.object, l.r, l.shape, ${classUid} AS class_uid, ${activityId} AS activity_id FROM (
      SELECT filename, r, CASE WHEN json_valid(r) THEN hash(json_keys(r, [${known.objects.map(quoted).join(', ')}])) END AS shape,
        CASE WHEN json_valid(r) THEN ${extraction} END AS t
      FROM read_csv([${files.map(({ path }) => quoted(path)).join(', ')}], columns = {r: 'VARCHAR'}, auto_detect = false, header = false,
        filename = true, delim = '\\x01', quote = '', escape = '', new_line = '\\n', max_line_size = ${MAX_LINE}, buffer_size = ${2 * MAX_LINE})) l
      JOIN (VALUES ${files.map(({ path, object }) => `(${quoted(path)}, ${object})`).join(', ')}) o(path, object) ON o.path = l.filename`);
  } catch (cause) {
    // What the engine cannot take apart, the reader in JavaScript looks at; an error in our SQL is none of the object's.
    if (!isBadInput(cause)) throw cause;
    return { refused: files.map(({ object }) => object), odd: [] };
  }
  const refused = (await engine.rows('SELECT DISTINCT object FROM lines WHERE shape IS NULL')).map(({ object }) => Number(object));
  if (refused.length > 0) await engine.run(`DELETE FROM lines WHERE object IN (${refused.join(', ')})`);
  const { unmapped, odd } = await lookAtShapes(mapping, known, options);
  await fillClasses(mapping, unmapped, options);
  await engine.run('DROP TABLE lines');
  return { refused, odd };
}

/** More shapes than logs have: somebody writes keys at random. */
const MAX_SHAPES = 300;

/** One look at a record of each shape: by class, the SQL of what is unknown in any of them; counts unknown keys. */
async function lookAtShapes(
  { source }: OcsfMapping,
  { unknownIn }: ReturnType<typeof knownKeys>,
  { engine, unknownKeys }: FillOptions,
): Promise<{ readonly unmapped: ReadonlyMap<number, UnmappedSql>; readonly odd: readonly Leftover[] }> {
  const shapes = await engine.rows('SELECT class_uid, shape::VARCHAR AS shape, any_value(r) AS sample FROM lines GROUP BY ALL');
  const leftOver: string[] = [];
  const all = new Map<number, Unknown>();
  for (const { class_uid: value, shape, sample } of shapes) {
    const classUid = Number(value);
    // Was found to be valid JSON above.
    const unknown = unknownIn(JSON.parse(String(sample)) as unknown, classUid);
    if (!unknown) continue;
    const isPlain = shapes.length <= MAX_SHAPES && isNameable(unknown);
    const merged = isPlain ? mergeUnknown(all.get(classUid) ?? new Map(), unknown) : null;
    if (merged) all.set(classUid, merged);
    else leftOver.push(`(class_uid = ${classUid} AND shape = ${String(shape)}::UBIGINT)`);
  }
  const odd = leftOver.length === 0 ? [] : await takeOut(leftOver.join(' OR '), engine);
  const unmapped = new Map([...all].map(([classUid, unknown]) => [classUid, unmappedSql(unknown)]));
  for (const [classUid, { extraction, columns }] of unmapped) {
    const counted = columns.map(({ sql }, index) => `count(${sql})::DOUBLE AS c${index}`);
    const [counts] = await engine.rows(
      `SELECT ${counted.join(', ')} FROM (SELECT ${extraction} AS u FROM lines WHERE class_uid = ${classUid})`,
    );
    for (const [index, { name }] of columns.entries()) {
      const count = Number(counts?.[`c${index}`] ?? 0);
      if (count > 0) unknownKeys.count(source, [name], count);
    }
  }
  return { unmapped, odd };
}

async function takeOut(condition: string, engine: Engine): Promise<readonly Leftover[]> {
  const rows = await engine.rows(`SELECT object, r FROM lines WHERE ${condition}`);
  await engine.run(`DELETE FROM lines WHERE ${condition}`);
  return rows.map(({ object, r }) => ({ object: Number(object), record: String(r) }));
}

async function fillClasses(
  mapping: OcsfMapping,
  all: ReadonlyMap<number, UnmappedSql>,
  { engine, reading, now, keepRaw }: FillOptions,
): Promise<void> {
  const classes = await engine.rows('SELECT DISTINCT class_uid FROM lines');
  for (const { class_uid: value } of classes) {
    const classUid = Number(value);
    const table = reading.tableOf(classUid);
    const columns = reading.schemas.get(table);
    if (!columns) continue;
    await makeTable(engine, table, columns);
    const unmapped = all.get(classUid);
    const keep = `${unmapped?.text ?? 'NULL::VARCHAR'} AS unmapped, ${keepRaw ? 'r' : 'NULL::VARCHAR'} AS raw_data, object AS lake_object`;
    const from = `(SELECT *${unmapped ? `, ${unmapped.extraction} AS u` : ''} FROM lines WHERE class_uid = ${classUid})`;
    const rows = attributesSql(mapping, columns, { classUid, from, keep });
    await engine.run(`INSERT INTO ${batchTable(table)} BY NAME SELECT *, ${placeColumns(quoted(mapping.source), now)} FROM (${rows})`);
  }
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
