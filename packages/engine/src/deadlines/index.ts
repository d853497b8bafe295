/** Until when something has to happen, who hears of it when it does not, and what a department is told each morning. Pure. */
export { departmentDigests } from './digest.ts';
export type { DepartmentDigest, DigestFinding, DigestItem, DigestSection } from './digest.ts';
export { dueDate } from './due.ts';
export type { DueDate, DueQuestion } from './due.ts';
export { dueEscalation, nextEscalation } from './escalation.ts';
export type { EscalationQuestion, PlannedEscalation } from './escalation.ts';
export { defaultDuePolicy, defaultEscalationPolicy } from './policy.ts';
export type * from './types.ts';
