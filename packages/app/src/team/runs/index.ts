/** Sources and the runs that look at them. */
export { executeRun } from './execute-run.ts';
export { addSource, changeSource, listSources, removeSource, sourceKinds } from './sources.ts';
export type { NewSource, Source } from './sources.ts';
export { cancelRun, documentOf, latestDocuments, listRuns, requestRun } from './runs.ts';
export type { LatestDocument, Run } from './runs.ts';
export { startWorker } from './worker.ts';
