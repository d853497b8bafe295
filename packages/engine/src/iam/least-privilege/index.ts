/** What is granted and not used, and policies without it, each replayed against every event. Reading logs is ../usage's. */
export { proposeBoundary, proposeLeastPrivilege } from './propose.ts';
export type { LeastPrivilege, LeastPrivilegeOptions, NotOffered, PolicyProposal, PrincipalFindings } from './propose.ts';
export { rewriteStatements } from './rewrite.ts';
export { unifiedDiff } from './unified-diff.ts';
export { reviewAccess } from './review.ts';
export type { ReviewDecision, ReviewEntry, ReviewReason } from './review.ts';
export type { LastAccessed } from './states.ts';
export type { Replay } from './replay.ts';
