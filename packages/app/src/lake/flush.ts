/** A batch → files of the lake and a line of its ledger. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LogText } from '@kumomori/parsers';
import type { LogObject } from '../logs/index.ts';
import type { Part } from './batch.ts';
import { batchTable, dropDoubles, dropKnown, overlaps, partsOf, writePart } from './batch.ts';
import type { Batch } from './batch-input.ts';
import type { Disk, StagedFile } from './commit-files.ts';
import { commitFiles, stagingFolder } from './commit-files.ts';
import type { Engine } from './engine.ts';
import { writeFailure } from './errors.ts';
import { fillFromRecords, fillFromRows } from './fill-batch.ts';
import type { LakeFile, LakeObject, LedgerEntry } from './ledger.ts';
import type { OpenLake } from './open-lake.ts';
import type { LakeReading } from './reading.ts';

export interface FlushOptions {
  readonly lake: OpenLake;
  readonly engine: Engine;
  readonly reading: LakeReading;
  readonly now: Date;
  readonly keepRaw: boolean;
  /** Reads an object that the engine refused in JavaScript. */
  readonly reread: (object: LogObject) => LogText;
  readonly disk?: Disk;
}

/** The new line of the ledger. Throws LakeErrors; nothing of the batch is in the lake then. */
export async function flushBatch(batch: Batch, options: FlushOptions): Promise<LedgerEntry> {
  const { lake, engine, now, disk } = options;
  const staging = stagingFolder(lake.folder, lake.ledger.next);
  try {
    await fill(batch, options);
    const staged: StagedFile[] = [];
    const left = new Map<number, number>();
    for (const table of await tablesOf(engine, options.reading)) {
      await withoutKnown(table, options);
      for (const row of await engine.rows(`SELECT lake_object AS o, count(*)::DOUBLE AS n FROM ${batchTable(table)} GROUP BY ALL`))
        left.set(Number(row['o']), (left.get(Number(row['o'])) ?? 0) + Number(row['n']));
      staged.push(...(await writeTable(table, { ...options, staging, offset: staged.length })));
    }
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

async function fill(batch: Batch, { engine, reading, now, keepRaw, reread }: FlushOptions): Promise<void> {
  const options = { engine, reading, now: now.getTime(), keepRaw, unknownKeys: batch.unknownKeys };
  const mapping = reading.mappings.get('aws.cloudtrail');
  if (batch.recordFiles.length > 0 && mapping) {
    const { refused, odd } = await fillFromRecords(batch.recordFiles, mapping, options);
    for (const { object, record } of odd) {
      // The engine found it to be valid JSON, and it has keys.
      const value = JSON.parse(record) as Readonly<Record<string, unknown>>;
      batch.addEvent(object, { source: 'aws.cloudtrail', record: value });
    }
    for (const object of refused) {
      const found = batch.objects[object];
      if (found) for (const event of reread(found.object).events) batch.addEvent(object, event);
    }
  }
  batch.writeRows();
  await fillFromRows(batch.rowFiles, batch.longestRow, options);
}

/** Class tables of the batch that are there. */
async function tablesOf(engine: Engine, { schemas }: LakeReading): Promise<readonly string[]> {
  const rows = await engine.rows('SELECT table_name FROM duckdb_tables()');
  const there = new Set(rows.map(({ table_name: name }) => String(name)));
  return [...schemas.keys()].filter((table) => there.has(batchTable(table)));
}

async function dropTables(engine: Engine, { schemas }: LakeReading): Promise<void> {
  for (const name of ['lines', ...[...schemas.keys()].map(batchTable)]) await engine.run(`DROP TABLE IF EXISTS ${name}`);
}

async function withoutKnown(table: string, { engine, lake }: FlushOptions): Promise<void> {
  await dropDoubles(engine, table);
  for (const part of await partsOf(engine, table)) {
    const files = filesBeside(part, lake.files);
    if (files.length > 0)
      await dropKnown(
        engine,
        part,
        files.map(({ path }) => join(lake.folder, path)),
      );
  }
}

function filesBeside(part: Part, files: ReadonlyMap<string, LakeFile>): readonly LakeFile[] {
  return [...files.values()].filter((file) => overlaps(part, file));
}

async function writeTable(
  table: string,
  { engine, reading, lake, staging, offset }: FlushOptions & { readonly staging: string; readonly offset: number },
): Promise<readonly StagedFile[]> {
  const columns = reading.schemas.get(table);
  if (!columns) return [];
  const staged: StagedFile[] = [];
  for (const part of await partsOf(engine, table)) {
    const index = offset + staged.length;
    staged.push(await writePart(engine, part, { staging, number: lake.ledger.next, index, columns }));
  }
  return staged;
}

function objectEntry(each: Batch['objects'][number], events: number): LakeObject {
  const { object, sha256, sizeBytes, inflatedBytes, fault, records, damaged, unrecognized } = each;
  return { path: object.path, sizeBytes, sha256, events, duplicates: records - events, damaged, unrecognized, inflatedBytes, fault };
}
