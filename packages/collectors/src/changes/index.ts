/** What audit events of the clouds change of what is collected: which calls to make again, as data and pure functions. */
export { LISTINGS } from './aws-narrow.ts';
export { awsOperationsNamed } from './aws-sources.ts';
export { changesOf } from './changes.ts';
export type { Changes, EventCounts, Reaching } from './changes.ts';
export { isUnchanged, knownAnswer } from './earlier.ts';
export type { Earlier } from './earlier.ts';
export { spellings } from './audit-event.ts';
export type { AuditEvent } from './audit-event.ts';
