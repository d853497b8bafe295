/** The lake's own chain over its ledger. */
export type { ChainCheck } from './verify-chain.ts';
export { verifyChain } from './verify-chain.ts';
export type { Head } from './head.ts';
export { CHAIN_FOLDER, headLines } from './files.ts';
export { headHash, readHead } from './head.ts';
export { rotateLakeKey, sealLake } from './seal-lake.ts';
export type { LakeProof } from './prove.ts';
export { holds, lastHead, proofOf, readProof } from './prove.ts';
