/** What people and the server did, chained by hashes. */
export { appendAudit } from './append.ts';
export type { AuditedAction } from './append.ts';
export { verifyAudit } from './verify.ts';
export type { AuditProblem, AuditVerification } from './verify.ts';
