/** Events in OCSF 1.8: a table of mapping for each source, its interpreter, and the same as SQL. */
export type { OcsfCast, OcsfCondition, OcsfEvent, OcsfField, OcsfList, OcsfMapping, OcsfRow, OcsfRule, OcsfValue } from './types.ts';
export { ocsfTable } from './classes.ts';
export { OCSF_MAPPINGS } from './mappings.ts';
export { mapEvent, toOcsf } from './to-ocsf.ts';
export { unknownKeys } from './unmapped.ts';
