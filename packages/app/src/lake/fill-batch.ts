/** Lines on disk → rows of the batch's tables. */
import type { OcsfMapping } from '@kumomori/model';
import type { Engine } from './engine.ts';
import { quoted } from './engine.ts';
import { batchTable, makeTable, placeColumns } from './batch.ts';
import { MAX_LINE } from './fast-trail.ts';
import { knownKeys } from './known-keys.ts';
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
 * Records of one source through its mapping as SQL. The result names the objects that hold something that is no JSON (none of their records were taken),
 * and the records that hold keys the mapping does not know: those are for the interpreter, which keeps what is unknown.
 */
export async function fillFromRecords(
  files: readonly LineFile[],
  mapping: OcsfMapping,
  options: FillOptions,
): Promise<{ readonly refused: readonly number[]; readonly odd: readonly Leftover[] }> {
  const { engine } = options;
  const known = knownKeys(mapping);
  await engine.run('DROP TABLE IF EXISTS lines');
  try {
    // One file after the other is one object; what the engine says of one must not cost the others.
    await engine.run(`CREATE TABLE lines AS SELECT o.object, l.r, l.keys, hash(l.keys) AS shape FROM (
      SELECT filename, r, CASE WHEN json_valid(r) THEN json_keys(r, [${known.objects.map(quoted).join(', ')}]) END AS keys
      FROM read_csv([${files.map(({ path }) => quoted(path)).join(', ')}], columns = {r: 'VARCHAR'}, auto_detect = false, header = false, filename = true,
        delim = '\\x01', quote = '', escape = '', new_line = '\\n', max_line_size = ${MAX_LINE}, buffer_size = ${2 * MAX_LINE})) l
      JOIN (VALUES ${files.map(({ path, object }) => `(${quoted(path)}, ${object})`).join(', ')}) o(path, object) ON o.path = l.filename`);
  } catch {
    return { refused: files.map(({ object }) => object), odd: [] };
  }
  const refused = (await engine.rows('SELECT DISTINCT object FROM lines WHERE keys IS NULL')).map(({ object }) => Number(object));
  if (refused.length > 0) await engine.run(`DELETE FROM lines WHERE object IN (${refused.join(', ')})`);
  const odd = await takeOddRecords(known.unknown, engine);
  await fillClasses(mapping, options);
  await engine.run('DROP TABLE lines');
  return { refused, odd };
}

/** Takes the records with unknown keys out of the lines. */
async function takeOddRecords(unknownOf: ReturnType<typeof knownKeys>['unknown'], engine: Engine): Promise<readonly Leftover[]> {
  const shapes = await engine.rows('SELECT shape::VARCHAR AS shape, to_json(any_value(keys)) AS keys FROM lines GROUP BY shape');
  // The engine's own JSON of a list of lists of texts.
  const odd = shapes.filter(({ keys }) => unknownOf(JSON.parse(String(keys)) as (string[] | null)[]).length > 0);
  if (odd.length === 0) return [];
  const condition = `shape IN (${odd.map(({ shape }) => `${String(shape)}::UBIGINT`).join(', ')})`;
  const rows = await engine.rows(`SELECT object, r FROM lines WHERE ${condition}`);
  await engine.run(`DELETE FROM lines WHERE ${condition}`);
  return rows.map(({ object, r }) => ({ object: Number(object), record: String(r) }));
}

async function fillClasses(mapping: OcsfMapping, { engine, reading, now, keepRaw }: FillOptions): Promise<void> {
  await engine.run(`CREATE TABLE classed AS ${classSql(mapping, 'lines', 'object, r')}`);
  const classes = await engine.rows('SELECT DISTINCT class_uid FROM classed');
  for (const { class_uid: value } of classes) {
    const classUid = Number(value);
    const table = reading.tableOf(classUid);
    const columns = reading.schemas.get(table);
    if (!columns) continue;
    await makeTable(engine, table, columns);
    const keep = `NULL::VARCHAR AS unmapped, ${keepRaw ? 'r' : 'NULL::VARCHAR'} AS raw_data, object AS lake_object`;
    const rows = attributesSql(mapping, columns, { classUid, from: `(SELECT * FROM classed WHERE class_uid = ${classUid})`, keep });
    await engine.run(`INSERT INTO ${batchTable(table)} BY NAME SELECT *, ${placeColumns(quoted(mapping.source), now)} FROM (${rows})`);
  }
  await engine.run('DROP TABLE classed');
}

/** Rows that the interpreter made: `{"o","s","u","raw","e"}` a line. */
export async function fillFromRows(files: ReadonlyMap<string, string>, { engine, reading, now }: FillOptions): Promise<void> {
  for (const [table, path] of files) {
    const columns = reading.schemas.get(table);
    if (!columns) continue;
    await makeTable(engine, table, columns);
    const attributes = typeIn('duckdb', { kind: 'struct', fields: columns });
    const read = `read_json(${quoted(path)}, format = 'newline_delimited', maximum_object_size = 134217728,
      columns = {o: 'INTEGER', s: 'VARCHAR', u: 'VARCHAR', raw: 'VARCHAR', e: ${quoted(attributes)}})`;
    const rows = `SELECT unnest(e), u AS unmapped, raw AS raw_data, s, o AS lake_object FROM ${read}`;
    await engine.run(`INSERT INTO ${batchTable(table)} BY NAME SELECT * EXCLUDE (s), ${placeColumns('s', now)} FROM (${rows})`);
  }
}
