/** For tests of the application: a small catalogue, folders on disk that vanish, scans and runs of the command line with a fixed clock. */
export { smallCatalogue, testCheck } from './small-catalogue.ts';
export { inFolder } from './in-folder.ts';
export type { FolderFiles } from './in-folder.ts';
export type { CliRun, CliRunOptions } from './cli-run.ts';
export { recordingEnvironment, runInFolder, runWithFiles } from './cli-run.ts';
export { scanFiles } from './scan-files.ts';
export type { ScanFilesOptions } from './scan-files.ts';
export { bucketAnswers, inSnapshots, writeSnapshot } from './snapshot-folder.ts';
export type { RecordedAnswers, SnapshotFolderOptions } from './snapshot-folder.ts';
export type { LiveService, VerdictsOf } from './live-services.ts';
export { testLiveServices } from './live-services.ts';
export type { LiveCase } from './live-cases.ts';
export { everybody, here, refused, statement, testLiveCases } from './live-cases.ts';
export { publicNetwork } from './public-network.ts';
export { investigationLogs } from './investigation-logs.ts';
export { trailObject, trailRecord } from './trail-records.ts';
export type { TrailTreeOptions } from './trail-tree.ts';
export { keyPair, TrailTree } from './trail-tree.ts';
