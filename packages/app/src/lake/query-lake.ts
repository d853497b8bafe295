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
import { filesAsked } from './newest.ts';
import { filesFor } from './prune.ts';
import { questionOf } from './question.ts';
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
  /** Lakes with fewer rows are asked at once, without looking for the files first; for tests. */
  readonly fewRows?: number;
}

const READING = new Set(['SELECT', 'EXPLAIN']);
const TIMEOUT = 300;

/** Throws LakeErrors: `query-forbidden` for anything that is not one reading statement, `query-invalid` with what the engine says, `query-timeout`. */
export async function queryLake(
  lake: string,
  { reading, sql, parameters = {}, limit, timeoutSeconds = TIMEOUT, memoryMb, fewRows }: QueryOptions,
): Promise<Result> {
  const files = [...ledgerState(readLedger(lake)).files.values()];
  const engine = await lockedEngine(lake, memoryMb);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    engine.interrupt();
  }, timeoutSeconds * 1000);
  try {
    const question = await questionOf(engine, sql, { views: new Set(['events', ...reading.schemas.keys()]), parameters });
    const more = fewRows === undefined ? {} : { fewRows };
    const asked = question
      ? await filesAsked(engine, lake, { question, files: filesFor(files, question), reading, parameters, limit, ...more })
      : files;
    await makeViews(engine, lake, { sql, files: asked, schemas: reading.schemas, columns: question?.columns ?? null });
    return await engine.query(sql, { limit, parameters, kinds: READING });
  } catch (cause) {
    throw isLate ? new LakeError('query-timeout', String(timeoutSeconds), cause) : cause;
  } finally {
    clearTimeout(timer);
    engine.close();
  }
}

/** An engine with views of these files; it sees the files of the lake and no others, and its settings are locked. To be closed. */
export async function readingEngine(
  lake: string,
  files: Iterable<LakeFile>,
  { reading, sql }: Pick<QueryOptions, 'reading' | 'sql'>,
): Promise<Engine> {
  const engine = await lockedEngine(lake);
  try {
    await makeViews(engine, lake, { sql, files, schemas: reading.schemas });
  } catch (cause) {
    engine.close();
    throw cause;
  }
  return engine;
}

async function lockedEngine(lake: string, memoryMb?: number): Promise<Engine> {
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
    await engine.run(`SET allowed_directories = [${quoted(`${lake}/`)}]`);
    await engine.run('SET enable_external_access = false');
    await engine.run('SET lock_configuration = true');
  } catch (cause) {
    close();
    throw cause;
  }
  return { ...engine, close };
}
