/** Events in OCSF 1.8: a table of mapping for each source, its interpreter, and the pieces of it that read many events column by column. */
export type { OcsfCast, OcsfCondition, OcsfEvent, OcsfField, OcsfList, OcsfMapping, OcsfRow, OcsfRule, OcsfValue } from './types.ts';
export { ocsfTable } from './classes.ts';
export { OCSF_MAPPINGS } from './mappings.ts';
export { mapEvent, ocsfElements, toOcsf } from './to-ocsf.ts';
export { castText as ocsfCast } from './cast.ts';
export { pathSteps as ocsfSteps, textOf as ocsfText, valueAt as ocsfValueAt } from './paths.ts';
export { unknownKeys } from './unmapped.ts';
