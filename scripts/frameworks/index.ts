/** What we change in inherited framework mappings, and how it is applied. Data of development time: nothing here is shipped. */
export { completeControls } from './complete-controls.ts';
export { correctControls } from './correct-controls.ts';
export type { ControlLinks } from './correct-controls.ts';
export { corrections } from './corrections.ts';
export type { Correction } from './corrections.ts';
export { documentTable, documents, withTable } from './document-table.ts';
export { highBaseline } from './high-baseline.ts';
export { reviewedChecks } from './reviewed-checks.ts';
