/** One question to a lake, read-only: nothing but the lake's own files can be read, and nothing can be written. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine, Result } from './engine.ts';
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
  /** Default 500; what needs more goes to a temporary folder. */
  readonly memoryMb?: number;
}

const READING = new Set(['SELECT', 'EXPLAIN']);
const TIMEOUT = 300;

/** Throws LakeErrors: `query-forbidden` for anything that is not one reading statement, `query-invalid` with what the engine says, `query-timeout`. */
export async function queryLake(
  lake: string,
  { reading, sql, parameters = {}, limit, timeoutSeconds = TIMEOUT, memoryMb }: QueryOptions,
): Promise<Result> {
  const { files } = ledgerState(readLedger(lake));
  const engine = await readingEngine(lake, files.values(), { reading, sql, ...(memoryMb === undefined ? {} : { memoryMb }) });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    engine.interrupt();
  }, timeoutSeconds * 1000);
  try {
    return await engine.query(sql, { limit, parameters, kinds: READING });
  } catch (cause) {
    throw isLate ? new LakeError('query-timeout', String(timeoutSeconds), cause) : cause;
  } finally {
    clearTimeout(timer);
    engine.close();
  }
}

/** An engine that sees the files of the lake and no others; its settings are locked. To be closed. */
export async function readingEngine(
  lake: string,
  files: Iterable<LakeFile>,
  { reading, sql, memoryMb }: Pick<QueryOptions, 'reading' | 'sql' | 'memoryMb'>,
): Promise<Engine> {
  const temporary = mkdtempSync(join(tmpdir(), 'kumomori-lake-'));
  const remove = (): void => rmSync(temporary, { recursive: true, force: true });
  let engine: Engine;
  try {
    engine = await openEngine({ temporary, ...(memoryMb === undefined ? {} : { memoryMb }) });
  } catch (cause) {
    remove();
    throw cause;
  }
  const close = (): void => {
    engine.close();
    remove();
  };
  try {
    await makeViews(engine, lake, { sql, files, schemas: reading.schemas });
    await engine.run(`SET allowed_directories = [${quoted(`${lake}/`)}]`);
    await engine.run('SET enable_external_access = false');
    await engine.run('SET lock_configuration = true');
  } catch (cause) {
    close();
    throw cause;
  }
  return { ...engine, close };
}
