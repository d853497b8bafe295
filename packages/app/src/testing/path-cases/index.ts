/** Estates of a few blocks, each with what makes one attack path and what must end it. */
export { edgeCases } from './edges.ts';
export { gcpCases } from './gcp/index.ts';
export { joinCases, kubernetesCases } from './kubernetes/index.ts';
export { policy, user } from './parts.ts';
export { queryCases } from './queries/index.ts';
export type { QueryCase, QueryChange } from './queries/index.ts';
export { ruleCases } from './rules.ts';
export { testWay } from './test-way.ts';
export type { PathCase } from './types.ts';
