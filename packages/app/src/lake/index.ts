/** The event lake: Parquet files that every engine reads, and the proof that nobody altered them. */
export type { ChainCheck, Head, LakeProof, PublicKeys, StampedHead, TamperKind, TamperProblem, TrailCheck } from './integrity/index.ts';
export {
  certificatesIn,
  checkStamps,
  headHash,
  holds,
  lastHead,
  proofOf,
  keepStamp,
  nameOf,
  publicKeysIn,
  readHead,
  readProof,
  readStamp,
  rotateLakeKey,
  sealLake,
  stampRequest,
  trailBucket,
  trailFolder,
  verifyChain,
  verifyTrail,
} from './integrity/index.ts';
export type { CompactResult } from './compact.ts';
export { compactLake } from './compact.ts';
export type { Dialect } from './ddl.ts';
export { ddlFor } from './ddl.ts';
export type { Disk } from './commit-files.ts';
export type { Result as QueryResult } from './engine.ts';
export { openEngine } from './engine.ts';
export type { LakeErrorCode } from './errors.ts';
export { LakeError } from './errors.ts';
export type { FetchedObjects } from './fetched.ts';
export { openFetched } from './fetched.ts';
export type { IngestProgress, IngestResult, ObjectOutcome, ObjectProblem } from './ingest.ts';
export { ingestObjects } from './ingest.ts';
export type { IntelMatch } from './intel-matches.ts';
export { unmatchedFiles } from './intel-matches.ts';
export { isLake, lakeFiles } from './ledger.ts';
export type { LakeFile } from './ledger.ts';
export type { OpenLake } from './open-lake.ts';
export { openLake } from './open-lake.ts';
export { openPlaces } from './places.ts';
export { queryLake } from './query-lake.ts';
export { lakeReading } from './reading.ts';
export { eventOfRow, lakeFilesBetween, scanLake } from './scan-lake.ts';
export type { RetentionBands } from './retention.ts';
export { filesBeyond, removeFiles } from './retention.ts';
export type { Gap, LakeStatus, StreamStatus } from './status.ts';
export { lakeStatus } from './status.ts';
