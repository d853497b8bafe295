/** Who owns a resource, which business system it belongs to, in which environment it stands; each with the rule that says so. Pure. */
export { codeOwnersDialect, parseCodeOwners } from './codeowners.ts';
export type { CodeOwners, CodeOwnersDialect, CodeOwnersEntry, CodeOwnersProblem, CodeOwnersSection } from './codeowners.ts';
export { ownersOfPath } from './codeowners-match.ts';
export type { PathOwners } from './codeowners-match.ts';
export { defaultEnvironmentRules, environmentOf } from './environment.ts';
export { matchesResource } from './match.ts';
export { ownerOf, systemOf } from './owner.ts';
export type * from './types.ts';
