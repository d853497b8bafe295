/** Events as columns: a mapping to OCSF is asked once for each text, not once for each event. */
export type { BatchPart } from './parts.ts';
export { BatchRows } from './batch-rows.ts';
export { valuesOf } from './parts.ts';
