/** One question to a lake, read-only: nothing but the lake's own files can be read, and nothing can be written. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from './engine.ts';
import { openEngine, quoted } from './engine.ts';
import { LakeError } from './errors.ts';
import type { LakeFile } from './ledger.ts';
import { ledgerState, readLedger } from './ledger.ts';
import type { LakeReading } from './reading.ts';
import { makeViews } from './views.ts';

export interface QueryOptions {
  readonly reading: Pick<LakeReading, 'schemas'>;
  readonly sql: string;
  /** By name; used as `$name` in the SQL. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly limit: number;
  readonly timeoutSeconds?: number;
}

const READING = new Set(['SELECT', 'EXPLAIN']);
const TIMEOUT = 300;

/** Throws LakeErrors: `query-forbidden` for anything that is not one reading statement, `query-invalid` with what the engine says. */
export async function queryLake(
  lake: string,
  { reading, sql, parameters = {}, limit, timeoutSeconds = TIMEOUT }: QueryOptions,
): Promise<Result> {
  const { files } = ledgerState(readLedger(lake));
  return await withEngine(lake, files.values(), { reading, sql }, async (engine) => {
    const kinds = await engine.statementKinds(sql);
    if (kinds.length !== 1 || !READING.has(kinds[0] ?? '')) throw new LakeError('query-forbidden', kinds.join(', '));
    const timer = setTimeout(() => engine.interrupt(), timeoutSeconds * 1000);
    try {
      return await engine.query(sql, { limit, parameters });
    } finally {
      clearTimeout(timer);
    }
  });
}

/** An engine that sees the files of the lake and no others; its settings are locked. */
async function withEngine<T>(
  lake: string,
  files: Iterable<LakeFile>,
  { reading, sql }: Pick<QueryOptions, 'reading' | 'sql'>,
  use: (engine: Awaited<ReturnType<typeof openEngine>>) => Promise<T>,
): Promise<T> {
  const temporary = mkdtempSync(join(tmpdir(), 'kumomori-lake-'));
  const engine = await openEngine({ temporary });
  try {
    await makeViews(engine, lake, { sql, files, schemas: reading.schemas });
    await engine.run(`SET allowed_directories = [${quoted(`${lake}/`)}]`);
    await engine.run('SET enable_external_access = false');
    await engine.run('SET lock_configuration = true');
    return await use(engine);
  } finally {
    engine.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}
