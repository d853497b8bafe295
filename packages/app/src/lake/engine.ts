/**
 * DuckDB, in memory, over files. Loaded when a lake is used and never before; nothing is ever downloaded: extensions that are not built in stay
 * away, so that a path of a foreign scheme is an error and no request.
 */
import type * as DuckDb from '@duckdb/node-api';
import { LakeError } from './errors.ts';

export type ResultRow = Readonly<Record<string, unknown>>;

export interface EngineOptions {
  /** Folder for what does not fit into memory. */
  readonly temporary: string;
  /** Default 500: with the engine's own needs the process stays below 1 GB. */
  readonly memoryMb?: number;
  readonly threads?: number;
}

export interface Result {
  readonly columns: readonly string[];
  /** Rows as JavaScript values: integers of 64 bits as bigint, lists and structs as JSON-like values. */
  readonly rows: readonly ResultRow[];
  readonly isCut: boolean;
}

/** To be closed. */
export interface Engine {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<readonly ResultRow[]>;
  /** What one statement is, in the engine's words: `SELECT`, `COPY`; throws LakeError `query-invalid`. */
  statementKinds(sql: string): Promise<readonly string[]>;
  /** At most `limit` rows; values by `$name` of `parameters`. */
  query(sql: string, options: { readonly limit: number; readonly parameters?: Readonly<Record<string, string>> }): Promise<Result>;
  /** All rows, a few thousand at a time. */
  stream(sql: string): AsyncIterable<readonly ResultRow[]>;
  /** Stops what runs. */
  interrupt(): void;
  close(): void;
}

/** Throws LakeError `engine-missing` where the package or its binary for this machine is not installed. */
export async function openEngine({ temporary, memoryMb = 500, threads = 2 }: EngineOptions): Promise<Engine> {
  const duckdb = await load();
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: `${memoryMb}MB`,
    temp_directory: temporary,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  return engineOn(duckdb, instance, connection);
}

async function load(): Promise<typeof DuckDb> {
  try {
    return await import('@duckdb/node-api');
  } catch (cause) {
    throw new LakeError('engine-missing', cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : '', cause);
  }
}

function engineOn(duckdb: typeof DuckDb, instance: DuckDb.DuckDBInstance, connection: DuckDb.DuckDBConnection): Engine {
  const kinds = new Map<number, string>();
  for (const [name, value] of Object.entries(duckdb.StatementType)) if (typeof value === 'number') kinds.set(value, name);
  return {
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS(),
    async statementKinds(sql) {
      try {
        const statements = await connection.extractStatements(sql);
        const found: string[] = [];
        for (let index = 0; index < statements.count; index++) {
          const prepared = await statements.prepare(index);
          found.push(kinds.get(prepared.statementType) ?? 'UNKNOWN');
          prepared.destroySync();
        }
        return found;
      } catch (cause) {
        throw queryError(cause);
      }
    },
    async query(sql, { limit, parameters }) {
      try {
        const prepared = await connection.prepare(sql);
        for (const [name, value] of Object.entries(parameters ?? {})) prepared.bindVarchar(prepared.parameterIndex(name), value);
        const reader = await prepared.streamAndReadUntil(limit + 1);
        const rows = reader.getRowObjectsJson();
        return { columns: reader.deduplicatedColumnNames(), rows: rows.slice(0, limit), isCut: rows.length > limit };
      } catch (cause) {
        throw queryError(cause);
      }
    },
    async *stream(sql) {
      try {
        const result = await connection.stream(sql);
        for await (const rows of result.yieldRowObjectJs()) yield rows;
      } catch (cause) {
        throw queryError(cause);
      }
    },
    interrupt: () => connection.interrupt(),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** The engine's first sentences, without its position in our own SQL. */
export function queryError(cause: unknown): LakeError {
  if (cause instanceof LakeError) return cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  return new LakeError(
    'query-invalid',
    said
      .replaceAll(/\s*\n\s*/g, ' ')
      .trim()
      .slice(0, 500),
    cause,
  );
}

/** A text as an SQL literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
