/** Proof that logs are what was written: CloudTrail's digests, and the lake's own chain. */
export type { TamperKind, TamperProblem, TamperReason } from './problem.ts';
export type { TrailCheck, TrailPeriod } from './cloudtrail/verify-trail.ts';
export { verifyTrail } from './cloudtrail/verify-trail.ts';
export type { ChainResult } from './cloudtrail/chains.ts';
export { trailFolder } from './cloudtrail/objects.ts';
export type { PublicKeys } from './cloudtrail/public-keys.ts';
export { publicKeysIn } from './cloudtrail/public-keys.ts';
export type { ChainCheck } from './chain/verify-chain.ts';
export { verifyChain } from './chain/verify-chain.ts';
export type { Head } from './chain/head.ts';
export { readHead } from './chain/head.ts';
export { rotateLakeKey, sealLake } from './chain/seal-lake.ts';
export type { LakeProof } from './chain/prove.ts';
export { holds, lastHead, proofOf, readProof } from './chain/prove.ts';
