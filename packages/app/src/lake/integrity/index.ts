/** Proof that logs are what was written: CloudTrail's digests, and the lake's own chain. */
export type { TamperKind, TamperProblem } from './problem.ts';
export type { PublicKeys, TrailCheck } from './cloudtrail/index.ts';
export { nameOf, publicKeysIn, trailBucket, trailFolder, verifyTrail } from './cloudtrail/index.ts';
export type { ChainCheck, Head, LakeProof } from './chain/index.ts';
export { headHash, holds, lastHead, proofOf, readHead, readProof, rotateLakeKey, sealLake, verifyChain } from './chain/index.ts';
export { certificatesIn, readStamp, stampRequest } from './timestamp/index.ts';
export type { StampedHead } from './stamps.ts';
export { checkStamps, keepStamp } from './stamps.ts';
