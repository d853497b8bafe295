/** Fixes of findings in code: edits carried out on texts, and their proof. No I/O: judging and reading files are the caller's. */
export { candidateOf } from './candidate.ts';
export { unifiedDiff } from './diff.ts';
export { maskDiff, secretLines } from './mask-diff.ts';
export type { Judgement } from './judgement.ts';
export { JudgementCollector, verdictKey } from './judgement.ts';
export type { Candidate, Proof, RefusedBecause } from './prove.ts';
export { prove } from './prove.ts';
export type { EditedPlace, PathEdit, PathUse } from './path-edits.ts';
export { endingEdits } from './path-edits.ts';
