/** Events of audit and flow logs: their sources, and what all of them have in common. */
export type { LogSource } from './sources.ts';
export { LOG_SOURCES } from './sources.ts';
export type { ActorKind, EventFacts, EventOutcome, LogEvent, LogOrigin } from './event.ts';
export type { DerivedFields } from './derived/index.ts';
export { DERIVED_FIELDS, derivedFields, isDerivedField } from './derived/index.ts';
export { eventFacts } from './facts/index.ts';
export * from './ocsf/index.ts';
export { CLOUDTRAIL_NAMES, trailRecord, withNames } from './names.ts';
export { otherWords } from './views.ts';
export type { CredentialLink } from './links.ts';
export { credentialLink, mayLink } from './links.ts';
export { isoTime } from './time.ts';
