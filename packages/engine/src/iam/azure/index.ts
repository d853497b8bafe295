/** Azure RBAC, vault access policies, locks, Entra roles and application permissions. Not here: account keys and shared access signatures, which need no identity. */
export { evaluateAbac } from './abac.ts';
export type { AbacContext } from './abac.ts';
export { decideAzure } from './decide.ts';
export type * from './types.ts';
