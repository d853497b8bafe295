/** Mistakes of practice: what people wrote about their rules, and how they name things. Pure words and grammar; the checks are in content. */
export { daysBetween } from './dates.ts';
export * from './temporary.ts';
export * from './temporary-params.ts';
export * from './overdue-rules.ts';
export { grammarProblem, isInEnvironments, namingProblem } from './naming.ts';
export type { NamingRule } from './naming.ts';
export * from './naming-params.ts';
export { MIN_NAMES, proposeNaming } from './propose-naming.ts';
export type { NamingProposal } from './propose-naming.ts';
export * from './judge-name.ts';
export { maximumDays, retentionProblem } from './retention.ts';
export type { RetentionBand } from './retention.ts';
