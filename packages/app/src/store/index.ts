/**
 * The database of the team's work: findings that live, people, runs, settings, the audit trail. PostgreSQL embedded (PGlite) or a server of its own, with
 * the same migrations and the same row-level security. No rules of the product are here: packages/app/src/team holds them.
 */
export { openStore } from './open-store.ts';
export type { OpenStoreOptions, Store, StoreTransaction } from './open-store.ts';
export { SYSTEM, seesAll } from './actor.ts';
export type { Actor, Role } from './actor.ts';
export type * from './tables.ts';
