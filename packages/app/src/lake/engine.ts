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
  /**
   * At most `limit` rows; values by `$name` of `parameters`. Throws LakeError `query-forbidden` unless it is one statement of these kinds (`SELECT`),
   * in the engine's words, and `query-invalid`.
   */
  query(
    sql: string,
    options: { readonly limit: number; readonly kinds: ReadonlySet<string>; readonly parameters?: Readonly<Record<string, string>> },
  ): Promise<Result>;
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
  // Each statement looks at the footers of all files it names.
  await connection.run('SET parquet_metadata_cache = true');
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
  const names = new Map<number, string>();
  for (const [name, value] of Object.entries(duckdb.StatementType)) if (typeof value === 'number') names.set(value, name);
  return {
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS(),
    async query(sql, { limit, parameters, kinds }) {
      try {
        const statements = await connection.extractStatements(sql);
        const prepared: DuckDb.DuckDBPreparedStatement[] = [];
        for (let index = 0; index < statements.count; index++) prepared.push(await statements.prepare(index));
        const found = prepared.map(({ statementType }) => names.get(statementType) ?? 'UNKNOWN');
        const [one] = prepared;
        if (!one || found.length !== 1 || !kinds.has(found[0] ?? '')) throw new LakeError('query-forbidden', found.join(', '));
        for (const [name, value] of Object.entries(parameters ?? {})) one.bindVarchar(one.parameterIndex(name), value);
        const reader = await one.streamAndReadUntil(limit + 1);
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
