/** A batch → files of the lake and a line of its ledger. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LogText } from '@kumomori/parsers';
import type { LogObject } from '../logs/index.ts';
import type { Part } from './batch.ts';
import { batchTable, dropDoubles, dropKnown, LINES, overlaps, partsOf, partsOfLines, selectOf, writePart } from './batch.ts';
import type { Batch } from './batch-input.ts';
import type { Disk, StagedFile } from './commit-files.ts';
import { commitFiles, stagingFolder } from './commit-files.ts';
import type { Engine } from './engine.ts';
import { writeFailure } from './errors.ts';
import type { FillOptions, ParsedLines } from './fill-batch.ts';
import { countUnknown, fillFromRows, moveLines, parseRecords, rowsSql } from './fill-batch.ts';
import type { LakeObject, LedgerEntry } from './ledger.ts';
import type { OpenLake } from './open-lake.ts';
import type { LakeReading } from './reading.ts';
import type { Shapes } from './shapes.ts';

export interface FlushOptions {
  readonly lake: OpenLake;
  readonly engine: Engine;
  readonly reading: LakeReading;
  readonly now: Date;
  readonly keepRaw: boolean;
  /** Of the whole run. */
  readonly shapes: Shapes;
  /** Reads an object that the engine refused in JavaScript. */
  readonly reread: (object: LogObject) => LogText;
  readonly disk?: Disk;
}

/** The new line of the ledger. Throws LakeErrors; nothing of the batch is in the lake then. */
export async function flushBatch(batch: Batch, options: FlushOptions): Promise<LedgerEntry> {
  const { lake, engine, now, disk } = options;
  const staging = stagingFolder(lake.folder, lake.ledger.next);
  try {
    const lines = await fill(batch, options);
    const left = new Map<number, number>();
    const names = [...(await tablesOf(engine, options.reading)).map(batchTable), ...(lines ? [LINES] : [])];
    for (const name of names) await dropDoubles(engine, name);
    const parts = await partsOfAll(lines, options);
    for (const { part, name } of parts) await withoutKnown(part, name, options);
    for (const name of names)
      for (const row of await engine.rows(`SELECT lake_object AS o, count(*)::DOUBLE AS n FROM ${name} GROUP BY ALL`))
        left.set(Number(row['o']), (left.get(Number(row['o'])) ?? 0) + Number(row['n']));
    if (lines) await countUnknown(lines, fillOptions(batch, options));
    const staged: StagedFile[] = [];
    for (const { part, rows } of await partsOfAll(lines, options))
      staged.push(await writePart(engine, part, { staging, number: lake.ledger.next, index: staged.length, rows }));
    const entry = commitFiles(lake.folder, {
      ...{ ledger: lake.ledger, staged, ...(disk && { disk }) },
      entry: {
        ...{ kind: 'ingest', at: now.toISOString(), unknownKeys: batch.unknownKeys.byName },
        objects: batch.objects.map((each, index) => objectEntry(each, left.get(index) ?? 0)),
      },
    });
    lake.note(entry);
    return entry;
  } catch (cause) {
    throw writeFailure(lake.folder, cause);
  } finally {
    await dropTables(engine, options.reading).catch(() => {});
    rmSync(batch.folder, { recursive: true, force: true });
    rmSync(staging, { recursive: true, force: true });
  }
}

function fillOptions(batch: Batch, { engine, reading, now, keepRaw, shapes }: FlushOptions): FillOptions {
  return { engine, reading, now: now.getTime(), keepRaw, shapes, unknownKeys: batch.unknownKeys };
}

/** Null when the engine itself has read nothing. */
async function fill(batch: Batch, flush: FlushOptions): Promise<ParsedLines | null> {
  const options = fillOptions(batch, flush);
  const mapping = options.reading.mappings.get('aws.cloudtrail');
  const lines = batch.recordFiles.length > 0 && mapping ? await parseRecords(batch.recordFiles, mapping, options) : null;
  for (const { object, record } of lines?.odd ?? []) {
    // The engine found it to be valid JSON, and it has keys.
    const value = JSON.parse(record) as Readonly<Record<string, unknown>>;
    batch.addEvent(object, { source: 'aws.cloudtrail', record: value });
  }
  for (const object of lines?.refused ?? []) {
    const found = batch.objects[object];
    if (found) for (const event of flush.reread(found.object).events) batch.addEvent(object, event);
  }
  batch.writeRows();
  await fillFromRows(batch.rowFiles, batch.longestRow, options);
  if (!lines?.isThere) return null;
  // An event may be among both: one table tells.
  const classes = await options.engine.rows(`SELECT DISTINCT class_uid FROM ${LINES}`);
  for (const classUid of classes.map(({ class_uid: value }) => Number(value)))
    if (batch.rowFiles.has(options.reading.tableOf(classUid))) await moveLines(lines, classUid, options);
  return lines;
}

/** Class tables of the batch that are there. */
async function tablesOf(engine: Engine, { schemas }: LakeReading): Promise<readonly string[]> {
  const rows = await engine.rows('SELECT table_name FROM duckdb_tables()');
  const there = new Set(rows.map(({ table_name: name }) => String(name)));
  return [...schemas.keys()].filter((table) => there.has(batchTable(table)));
}

async function dropTables(engine: Engine, { schemas }: LakeReading): Promise<void> {
  for (const name of [LINES, ...[...schemas.keys()].map(batchTable)]) await engine.run(`DROP TABLE IF EXISTS ${name}`);
}

interface PartRows {
  readonly part: Part;
  /** The table that holds them. */
  readonly name: string;
  /** SQL of a file's columns. */
  readonly rows: string;
}

async function partsOfAll(
  lines: ParsedLines | null,
  { engine, reading, now, keepRaw, shapes }: FlushOptions,
): Promise<readonly PartRows[]> {
  const found: PartRows[] = [];
  for (const table of await tablesOf(engine, reading)) {
    const columns = reading.schemas.get(table);
    if (!columns) continue;
    const name = batchTable(table);
    for (const part of await partsOf(engine, table))
      found.push({ part, name, rows: `SELECT ${selectOf(columns)} FROM ${name} WHERE ${part.where} ORDER BY "time"` });
  }
  if (!lines) return found;
  const { source } = lines.mapping;
  for (const { classUid, ...part } of await partsOfLines(engine, { source, tableOf: reading.tableOf, now: now.getTime() })) {
    const columns = reading.schemas.get(part.table);
    if (!columns) continue;
    const where = `${part.where}${part.isSorted ? '' : ' ORDER BY "time"'}`;
    found.push({ part, name: LINES, rows: rowsSql(lines, classUid, { columns, shapes, keepRaw, where }) });
  }
  return found;
}

async function withoutKnown(part: Part, name: string, { engine, lake }: FlushOptions): Promise<void> {
  const files = [...lake.files.values()].filter((file) => overlaps(part, file));
  if (files.length > 0) await dropKnown(engine, name, { part, files: files.map(({ path }) => join(lake.folder, path)) });
}

function objectEntry(each: Batch['objects'][number], events: number): LakeObject {
  const { object, sha256, sizeBytes, inflatedBytes, fault, records, damaged, unrecognized } = each;
  return { path: object.path, sizeBytes, sha256, events, duplicates: records - events, damaged, unrecognized, inflatedBytes, fault };
}
