/** Reading logs for an investigation, and the case files it is kept in. */
export type { EventPlace, EventStore, StoreSummary } from './event-store.ts';
export { fileStore } from './file-store.ts';
export { lakeStore } from './lake-store.ts';
export type { RuleMark } from './rule-marks.ts';
export { RuleMarks } from './rule-marks.ts';
