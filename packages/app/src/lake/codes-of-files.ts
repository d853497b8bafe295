/** The operations in Parquet files that are written already: what the ledger of an earlier release does not say of them. */
import { codesOf, MAX_NAMES } from './codes.ts';
import type { Engine } from './engine.ts';
import { quoted } from './engine.ts';

/** `codesOf` the file, of which one column is read; undefined for more operations than are worth the room. `path` is absolute. */
export async function codesOfFile(engine: Engine, path: string): Promise<string | undefined> {
  const file = quoted(path);
  // Tables without operations have no such member.
  const named = await engine.rows(`SELECT 1 AS found FROM parquet_schema(${file}) WHERE name = 'event_code' LIMIT 1`);
  if (named.length === 0) return '';
  const rows = await engine.rows(`SELECT DISTINCT metadata.event_code AS code FROM read_parquet(${file}, hive_partitioning = false)
    WHERE code IS NOT NULL LIMIT ${MAX_NAMES + 1}`);
  return codesOf(new Set(rows.map(({ code }) => String(code)))) ?? undefined;
}
