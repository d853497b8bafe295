/** The event lake: Parquet files that every engine reads, and the proof that nobody altered them. */
export type { ChainCheck, Head, LakeProof, PublicKeys, TamperKind, TamperProblem, TrailCheck } from './integrity/index.ts';
export {
  holds,
  lastHead,
  proofOf,
  publicKeysIn,
  readHead,
  readProof,
  rotateLakeKey,
  sealLake,
  trailFolder,
  verifyChain,
  verifyTrail,
} from './integrity/index.ts';
export { isLake } from './ledger.ts';
