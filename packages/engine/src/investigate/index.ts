/** Investigation: what logs know of one entity, what it became, what is new, who is near. Reading logs is the application's. */
export type * from './types.ts';
export { ENTITY_KINDS } from './types.ts';
export { EntitySearch, FoundEntity } from './entity-search.ts';
export type { AbusedBy } from './profile.ts';
export { FirstSeen, Profiles } from './profile.ts';
export { Peers } from './peers.ts';
export { abusedOperations } from './abused-operations.ts';
