/** Sources and the runs that look at them. */
export { afterScan } from './after-scan.ts';
export { isMaintenance, isSchedule, lastDue, windowSchema } from './cron.ts';
export type { MaintenanceWindow } from './cron.ts';
export { firstSteps } from './first-steps.ts';
export type { FirstSteps } from './first-steps.ts';
export { addSource, changeSource, listSources, removeSource, sourceKinds } from './sources.ts';
export type { NewSource, Source } from './sources.ts';
export { cancelRun, documentOf, keepDocument, listRuns, requestRun } from './runs.ts';
export type { Run } from './runs.ts';
export { startWorker } from './worker.ts';
export { readIncidentDocument } from './incident-document.ts';
export type { IncidentDocument, IncidentNote, ToldMatch } from './incident-document.ts';
export { lakeFolder } from './run-logs.ts';
