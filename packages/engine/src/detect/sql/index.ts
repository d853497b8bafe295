/** Compiled detections as SQL of DuckDB. */
export type { RuleSql, SqlColumns } from './predicate-sql.ts';
export { ruleSql } from './predicate-sql.ts';
