/** Statements that make the lake's tables in other engines. */
import type { Columns } from './schema.ts';
import type { Dialect } from './types.ts';
import { typeIn } from './types.ts';

export type { Dialect } from './types.ts';

export interface DdlOptions {
  readonly schemas: ReadonlyMap<string, Columns>;
  /** Where the engine finds the lake: `s3://orders-lake/kumomori`, or a folder. Without a slash at the end. */
  readonly location: string;
}

/** One statement for each class table. */
export function ddlFor(dialect: Dialect, { schemas, location }: DdlOptions): readonly string[] {
  const place = location.replace(/\/+$/, '').replaceAll("'", "''");
  return [...schemas].map(([table, columns]) => statement(dialect, { table, columns, place }));
}

interface Table {
  readonly table: string;
  readonly columns: Columns;
  readonly place: string;
}

function statement(dialect: Dialect, { table, columns, place }: Table): string {
  const text = dialect === 'athena' ? 'string' : dialect === 'clickhouse' ? 'Nullable(String)' : 'varchar';
  const name = (column: string): string => (dialect === 'athena' || dialect === 'clickhouse' ? `\`${column}\`` : `"${column}"`);
  const own = ['unmapped', 'raw_data'].map((column) => `  ${name(column)} ${text}`);
  const list = [...[...columns].map(([column, type]) => `  ${name(column)} ${typeIn(dialect, type)}`), ...own].join(',\n');
  switch (dialect) {
    case 'athena':
      return athena(table, list, place);
    case 'trino':
      // Folders say accountId and eventDay, columns are in lower case; FULL also forgets days that retention removed.
      return `CREATE TABLE ${table} (\n${list},\n  "source" varchar,\n  "region" varchar,\n  "accountid" varchar,\n  "eventday" varchar\n)
WITH (
  external_location = '${place}/${table}/',
  format = 'PARQUET',
  partitioned_by = ARRAY['source', 'region', 'accountid', 'eventday']
);
CALL system.sync_partition_metadata(CURRENT_SCHEMA, '${table}', 'FULL', false);`;
    case 'clickhouse':
      return clickhouse(table, list, place);
    case 'duckdb':
      return `CREATE OR REPLACE VIEW ${table} AS
SELECT * FROM read_parquet('${place}/${table}/*/*/*/*/*.parquet', hive_partitioning = true, union_by_name = true,
  hive_types = {'source': VARCHAR, 'region': VARCHAR, 'accountId': VARCHAR, 'eventDay': VARCHAR});`;
  }
}

/**
 * Partitions are computed from the query, so that none has to be added; values of `injected` columns must stand in the WHERE of each query
 * (docs.aws.amazon.com/athena, supported types for partition projection). Days before the range and the day 00000000 are none.
 */
function athena(table: string, list: string, place: string): string {
  return `CREATE EXTERNAL TABLE ${table} (
${list}
)
PARTITIONED BY (\`source\` string, \`region\` string, \`accountid\` string, \`eventday\` string)
STORED AS PARQUET
LOCATION '${place}/${table}/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.source.type' = 'injected',
  'projection.region.type' = 'injected',
  'projection.accountid.type' = 'injected',
  'projection.eventday.type' = 'date',
  'projection.eventday.format' = 'yyyyMMdd',
  'projection.eventday.range' = '20200101,NOW+1DAY',
  'storage.location.template' = '${place}/${table}/source=\${source}/region=\${region}/accountId=\${accountid}/eventDay=\${eventday}/'
);`;
}

function clickhouse(table: string, list: string, place: string): string {
  const files = `${place}/${table}/source=*/region=*/accountId=*/eventDay=*/*.parquet`;
  const engine = place.startsWith('s3://')
    ? `S3('${files.replace(/^s3:\/\/([^/]+)\//, 'https://$1.s3.amazonaws.com/')}', 'Parquet')`
    : `File('Parquet', '${files}')`;
  return `CREATE TABLE ${table} (
${list},
  \`source\` LowCardinality(String),
  \`region\` LowCardinality(String),
  \`accountId\` LowCardinality(String),
  \`eventDay\` LowCardinality(String)
)
ENGINE = ${engine}
SETTINGS use_hive_partitioning = 1;`;
}
