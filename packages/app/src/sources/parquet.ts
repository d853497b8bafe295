/**
 * Parquet files of logs → text that the readers know. VPC Flow Logs are written with underscores in the names of their fields; as text they have
 * dashes (Amazon VPC User Guide, "Flow log files" and "Flow log records", read 2026-11-22). Other files become a JSON object a line.
 */
import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LakeError, openEngine } from '../lake/index.ts';
import type { LogObject } from '../logs/index.ts';

/** Characters that a file may become; a text of JavaScript holds at most 2^29. */
const MAX_CHARACTERS = 400 * 1024 * 1024;
/** Of one value, about: what a file says of its rows is checked before they are read. */
const VALUE_CHARACTERS = 12;
/** Without them a file is none of flow logs. */
const FLOW = ['srcaddr', 'dstaddr'];
const TOLD_BY_NAME = /\.(?:gz|zst|json|jsonl|ndjson|log|txt|csv)$/;

export type ParquetText = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'too-large' } | { readonly kind: 'corrupt' };

/** By its first bytes; names that say something else are believed. */
export function isParquet({ path, file }: LogObject): boolean {
  if (file === null || TOLD_BY_NAME.test(path)) return false;
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, 'r');
    const start = Buffer.alloc(4);
    return readSync(descriptor, start, 0, 4, 0) === 4 && start.toString('latin1') === 'PAR1';
  } catch {
    return false;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** Throws LakeError `engine-missing` where the engine is not installed. */
export async function parquetText(file: string): Promise<ParquetText> {
  const temporary = mkdtempSync(join(tmpdir(), 'kumomori-parquet-'));
  try {
    const engine = await openEngine({ temporary, threads: 1 });
    try {
      const from = `read_parquet('${file.replaceAll("'", "''")}', hive_partitioning = false)`;
      const columns = (await engine.rows(`DESCRIBE SELECT * FROM ${from}`)).map((row) => ({
        name: String(row['column_name']),
        type: String(row['column_type']),
      }));
      const [count] = await engine.rows(`SELECT count(*)::DOUBLE AS n FROM ${from}`);
      if (Number(count?.['n']) * columns.length * VALUE_CHARACTERS > MAX_CHARACTERS) return { kind: 'too-large' };
      const target = join(temporary, 'rows');
      const isFlow = FLOW.every((name) => columns.some((column) => column.name === name));
      await engine.run(
        isFlow
          ? `COPY (SELECT ${columns.map(flowColumn).join(', ')} FROM ${from}) TO '${target}' (FORMAT CSV, DELIMITER ' ', HEADER true, QUOTE '', ESCAPE '', NULL '-')`
          : `COPY (SELECT * FROM ${from}) TO '${target}' (FORMAT JSON)`,
      );
      return { kind: 'text', text: readFileSync(target, 'utf8') };
    } finally {
      engine.close();
    }
  } catch (cause) {
    // What the engine says of the file; that there is no engine is another matter.
    if (cause instanceof LakeError) throw cause;
    return { kind: 'corrupt' };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** What the lake's ledger says of the file. */
export function originalOf(file: string): { readonly sha256: string; readonly sizeBytes: number } {
  const bytes = readFileSync(file);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length };
}

/** Values have no spaces; in a hostile file they would be further columns. */
function flowColumn({ name, type }: { readonly name: string; readonly type: string }): string {
  const quoted = `"${name.replaceAll('"', '""')}"`;
  const value = /^(?:TIMESTAMP|DATE)/.test(type) ? `epoch(${quoted})::BIGINT` : quoted;
  return `regexp_replace(${value}::VARCHAR, '\\s', '_', 'g') AS "${name.replaceAll('_', '-').replaceAll(/[\s"]/g, '')}"`;
}
