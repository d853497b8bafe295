/** JSON with positions, tolerant of comments and trailing commas. What the values mean is for the readers of each format. */
export type * from './ast.ts';
export type { JsonOptions, ParsedJson } from './parse-json.ts';
export { DEFAULT_MAX_JSON_BYTES, MAX_JSON_DEPTH, parseJson } from './parse-json.ts';
export { jsonStringOffsets } from './scan.ts';
export type { JsonPath, JsonVisitor } from './walk-json.ts';
export { walkJson } from './walk-json.ts';
