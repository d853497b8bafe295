/** Parquet files, written column by column without an engine. */
export type { FileSchema, Leaf } from './columns.ts';
export { fileSchema } from './columns.ts';
export type { ColumnData, Value } from './chunk.ts';
export { ChunkWriter } from './chunk.ts';
export type { WrittenFile } from './file.ts';
export { ParquetFile } from './file.ts';
