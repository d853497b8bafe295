/** The event lake: Parquet files that every engine reads, and the proof that nobody altered them. */
export type { PublicKeys, TamperKind, TamperProblem, TrailCheck } from './integrity/index.ts';
export { publicKeysIn, trailFolder, verifyTrail } from './integrity/index.ts';
