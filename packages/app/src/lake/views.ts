/** Names a query may use: a view for each class table, `events` over all of them, and `intel_matches` beside them. */
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { quoted } from './engine.ts';
import { INTEL_MATCH_COLUMNS, intelMatchesFile } from './intel-matches.ts';
import type { LakeFile } from './ledger.ts';
import type { Column, Columns } from './schema.ts';
import { columnsKey } from './schema.ts';
import { typeIn } from './types.ts';

/** Columns of `events`, and the attributes each is taken from; the first that has a value counts. */
const COMMON: readonly (readonly [string, readonly string[]])[] = [
  ['event_id', ['metadata.uid']],
  // The operation's own name as it stands in files: unlike `action`, a condition on it is answered by the files' dictionaries.
  ['event_code', ['metadata.event_code']],
  [
    'principal',
    [
      'actor.user.uid_alt',
      'actor.user.email_addr',
      'actor.user.name',
      'actor.user.uid',
      'actor.invoked_by',
      'user.email_addr',
      'user.name',
      'user.uid',
    ],
  ],
  ['principal_account', ['actor.user.account.uid', 'user.account.uid']],
  ['actor_type', ['actor.user.type', 'user.type']],
  ['credential', ['actor.user.credential_uid', 'actor.session.credential_uid', 'actor.session.uid']],
  ['action', ['api.operation', 'metadata.event_code', 'http_request.http_method', 'query.hostname', 'disposition', 'action']],
  ['service', ['api.service.name', 'service.name', 'dst_endpoint.svc_name']],
  ['resource', ['databucket.name', 'user.name', 'entity.name', 'group.name', 'dst_endpoint.ip']],
  ['source_ip', ['src_endpoint.ip']],
  ['user_agent', ['http_request.user_agent']],
  ['error', ['status_code', 'api.response.error']],
  ['request', ['api.request.data']],
];

/** Partition columns of the path; texts, so that `eventDay=00000000` and account numbers stay what they are. */
const PARTITIONS = ['source', 'region', 'accountId', 'eventDay'] as const;

/** What lies beyond is no date, and overflows as microseconds: one such row of an earlier release made every question fail. */
const LATEST = 8_640_000_000_000_000;

export interface ViewOptions {
  readonly sql: string;
  /** Of the lake, as the ledger tells. */
  readonly files: Iterable<LakeFile>;
  readonly schemas: ReadonlyMap<string, Columns>;
  /** Of `events`: columns in lower case that it needs to have; default all. Hundreds of columns cost time before the first row is read. */
  readonly columns?: ReadonlySet<string> | null;
  /** Has `events` the column `_file`, the path of the file? */
  readonly hasFile?: boolean;
}

/** Makes the views whose names a query mentions, in place of views that were made before. */
export async function makeViews(
  engine: Engine,
  lake: string,
  { sql, files, schemas, columns: wanted = null, hasFile = false }: ViewOptions,
): Promise<void> {
  const byTable = Map.groupBy(files, ({ table }) => table);
  const isNamed = (name: string): boolean => new RegExp(`\\b${name}\\b`, 'i').test(sql);
  const wantsAll = isNamed('events');
  const all: string[] = [];
  for (const [table, columns] of schemas) {
    const own = byTable.get(table) ?? [];
    // Nothing comes of an empty class; one has to be there, for the names of the columns.
    const isPart = wantsAll && (own.length > 0 || (byTable.size === 0 && all.length === 0));
    if (!isPart && !isNamed(table)) continue;
    await engine.run(`CREATE OR REPLACE VIEW ${table} AS ${await tableSql(engine, lake, { files: own, columns, hasFile })}`);
    if (isPart) all.push(commonSql(table, { columns, wanted, hasFile }));
  }
  if (isNamed('intel_matches')) await engine.run(`CREATE OR REPLACE VIEW intel_matches AS ${intelMatchesSql(lake)}`);
  if (wantsAll) await engine.run(`CREATE OR REPLACE VIEW events AS ${all.join(' UNION ALL BY NAME ')}`);
}

/** What indicators matched at ingest; `time` as in `events`. */
function intelMatchesSql(lake: string): string {
  const file = intelMatchesFile(lake);
  const picked = INTEL_MATCH_COLUMNS.map((name) => (name === 'time' ? `try_cast("time" AS TIMESTAMP) AS "time"` : `"${name}"`)).join(', ');
  const none = INTEL_MATCH_COLUMNS.map((name) => `NULL::VARCHAR AS "${name}"`).join(', ');
  const columns = INTEL_MATCH_COLUMNS.map((name) => `"${name}": 'VARCHAR'`).join(', ');
  const read =
    file === null ? `(SELECT ${none} WHERE false)` : `read_json(${quoted(file)}, format = 'newline_delimited', columns = {${columns}})`;
  return `SELECT ${picked} FROM ${read}`;
}

async function tableSql(
  engine: Engine,
  lake: string,
  { files, columns, hasFile }: { readonly files: readonly LakeFile[]; readonly columns: Columns; readonly hasFile: boolean },
): Promise<string> {
  const own = ['unmapped', 'raw_data', ...PARTITIONS, ...(hasFile ? ['_file'] : [])].map((name) => `NULL::VARCHAR AS "${name}"`);
  const empty = `SELECT ${[...[...columns].map(([name, column]) => `NULL::${typeIn('duckdb', column)} AS "${name}"`), ...own].join(', ')} WHERE false`;
  if (files.length === 0) return empty;
  const paths = files.map(({ path }) => quoted(join(lake, path))).join(', ');
  const types = PARTITIONS.map((name) => `'${name}': VARCHAR`).join(', ');
  const read = `SELECT *${hasFile ? ', filename AS _file' : ''} FROM read_parquet([${paths}], hive_partitioning = true, hive_types = {${types}}`;
  // The footers of all files need not be looked at before: the ledger says that they are alike.
  const key = columnsKey(columns);
  if (files.every((file) => file.columns === key)) return `${read})`;
  const found = `${read}, union_by_name = true)`;
  // Files of an earlier release may lack columns of this one. A union reads whole objects where a member is asked for: only where it must be.
  const [there, wanted] = [await typesOf(engine, found), await typesOf(engine, empty)];
  const isWhole = [...wanted].every(([name, type]) => there.get(name) === type);
  return isWhole ? found : `${found} UNION ALL BY NAME ${empty}`;
}

/** By name of the column. */
async function typesOf(engine: Engine, select: string): Promise<ReadonlyMap<string, string>> {
  const rows = await engine.rows(`DESCRIBE ${select}`);
  return new Map(rows.map((row) => [String(row['column_name']), String(row['column_type'])]));
}

function commonSql(
  table: string,
  { columns, wanted, hasFile }: { readonly columns: Columns; readonly wanted: ReadonlySet<string> | null; readonly hasFile: boolean },
): string {
  const fallbacks: Readonly<Record<string, readonly string[]>> = {
    service: [`json_extract_string(raw_data, '$.eventSource')`],
    action: [`json_extract_string(raw_data, '$.eventName')`],
    request: [`json_extract_string(raw_data, '$.requestParameters')`],
  };
  const chosen = COMMON.map(([name, paths]): [string, string] => {
    // No mapping gives an empty text. Nothing is around a path that stands alone: conditions reach the files then.
    const own = paths.flatMap((path) => {
      const leaf = leafAt(columns, path);
      return leaf ? [leaf.type === 'text' ? path : `${path}::VARCHAR`] : [];
    });
    // Raw records are large: they are asked only where the class has no place for it.
    const found = own.length > 0 ? own : (fallbacks[name] ?? []);
    return [name, found.length === 0 ? 'NULL::VARCHAR' : found.length === 1 ? (found[0] ?? '') : `coalesce(${found.join(', ')})`];
  });
  const all: readonly (readonly [name: string, expression: string])[] = [
    ['time', `CASE WHEN "time" BETWEEN -${LATEST} AND ${LATEST} THEN make_timestamp("time" * 1000) END`],
    ['class', quoted(table)],
    ...[['source', 'source'] as const, ['region', 'region'] as const, ['account', 'accountId'] as const, ['day', 'eventDay'] as const],
    ['status', leafAt(columns, 'status_id') ? `CASE status_id WHEN 1 THEN 'success' WHEN 2 THEN 'failure' END` : 'NULL::VARCHAR'],
    ['activity_id', 'activity_id'],
    ...chosen,
    ['unmapped', 'unmapped'],
    ['raw_data', 'raw_data'],
  ];
  const picked = all.filter(([name]) => wanted === null || name === 'time' || wanted.has(name));
  const own = [...picked, ...(hasFile ? [['_file', '_file'] as const] : [])];
  return `SELECT ${own.map(([name, expression]) => `${expression} AS "${name}"`).join(', ')} FROM ${table}`;
}

function leafAt(columns: Columns, path: string): Extract<Column, { kind: 'leaf' }> | null {
  let fields: Columns = columns;
  let found: Column | undefined;
  for (const name of path.split('.')) {
    found = fields.get(name);
    fields = found?.kind === 'struct' ? found.fields : new Map();
  }
  return found?.kind === 'leaf' ? found : null;
}
