/** Types of columns in the words of each engine. */
import type { Column, Columns, LeafType } from './schema.ts';

export type Dialect = 'duckdb' | 'athena' | 'trino' | 'clickhouse';

const LEAVES: Readonly<Record<Dialect, Readonly<Record<LeafType, string>>>> = {
  duckdb: { text: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', boolean: 'BOOLEAN', texts: 'VARCHAR[]' },
  athena: { text: 'string', integer: 'bigint', number: 'double', boolean: 'boolean', texts: 'array<string>' },
  trino: { text: 'varchar', integer: 'bigint', number: 'double', boolean: 'boolean', texts: 'array(varchar)' },
  clickhouse: {
    text: 'Nullable(String)',
    integer: 'Nullable(Int64)',
    number: 'Nullable(Float64)',
    boolean: 'Nullable(Bool)',
    texts: 'Array(Nullable(String))',
  },
};

/** `STRUCT("uid" VARCHAR)`, `struct<uid:string>`, `row(uid varchar)`, `Tuple(uid Nullable(String))`. */
export function typeIn(dialect: Dialect, column: Column): string {
  switch (column.kind) {
    case 'leaf':
      return LEAVES[dialect][column.type];
    case 'struct':
      return structIn(dialect, column.fields);
    case 'list':
      return listIn(dialect, structIn(dialect, column.of));
  }
}

function structIn(dialect: Dialect, fields: Columns): string {
  const inner = [...fields].map(([name, column]) => [name, typeIn(dialect, column)] as const);
  switch (dialect) {
    case 'duckdb':
      return `STRUCT(${inner.map(([name, type]) => `"${name}" ${type}`).join(', ')})`;
    case 'athena':
      // `user`, `group` and others are words of its language (docs.aws.amazon.com/athena, reserved keywords in DDL statements).
      return `struct<${inner.map(([name, type]) => `\`${name}\`:${type}`).join(',')}>`;
    case 'trino':
      return `row(${inner.map(([name, type]) => `"${name}" ${type}`).join(', ')})`;
    case 'clickhouse':
      return `Tuple(${inner.map(([name, type]) => `\`${name}\` ${type}`).join(', ')})`;
  }
}

function listIn(dialect: Dialect, type: string): string {
  switch (dialect) {
    case 'duckdb':
      return `${type}[]`;
    case 'athena':
      return `array<${type}>`;
    case 'trino':
      return `array(${type})`;
    case 'clickhouse':
      return `Array(${type})`;
  }
}
