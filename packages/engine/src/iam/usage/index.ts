/** What was used: events of CloudTrail as permissions of AWS. Proposals are made in ../least-privilege. */
export { actionsOfEvent } from './event-actions.ts';
export type { EventActions } from './event-actions.ts';
export { DEPENDENTS } from './exceptions.ts';
export { isOfShape } from './event-resources.ts';
export { notObservable } from './observable.ts';
export type { NotObservable } from './observable.ts';
export { readEvent } from './read-event.ts';
export { UsageLog } from './usage-log.ts';
export type { AccountCoverage, ActionUsage, ObservedWindow, PrincipalUsage, ReplayRequest, UnmappedEvent } from './usage-log.ts';
