/** What people and the server did, chained by hashes. */
export { appendAudit } from './append.ts';
export type { AuditedAction } from './append.ts';
export { verifyAudit } from './verify.ts';
export type { AuditProblem, AuditVerification } from './verify.ts';
export { exportAudit, listAudit } from './read-audit.ts';
export type { AuditFilter } from './read-audit.ts';
