/** From verdicts to findings: grouping, fingerprints, redaction, counts. Pure but for the hash function. */
export { frameworkCoverage } from './coverage.ts';
export { groupFindings } from './group.ts';
export type { Grouped, Tally } from './group.ts';
export { summarize } from './summary.ts';
export { nameFiles } from './origin-target.ts';
export type { OriginTarget } from './origin-target.ts';
export type { InstanceVerdict, JudgedResource } from './verdict.ts';
