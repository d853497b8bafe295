/** The world of identities of an estate: who holds what, who can do what on what, with places. Deciding is ../aws's. */
export type {
  AllowedRange,
  AskOptions,
  ExplainedDecision,
  Grantee,
  HeldLevel,
  HeldPolicy,
  IamPrincipal,
  PrincipalClass,
  Reason,
  CandidateSet,
  WorldDecision,
} from './types.ts';
export { IamWorld } from './world.ts';
export type { IamWorldOptions } from './world.ts';
export { IamMemory } from './memory.ts';
export { joinManagedPolicies, NO_MANAGED_POLICIES, readManagedPolicies } from './managed-policies.ts';
export type { ManagedPolicies } from './managed-policies.ts';
export { hangsOnUnknownPolicy } from './unknown-policy.ts';
export { administration, summarizeAccess } from './summary.ts';
export type { AccessSummary, LevelAccess, RiskyAction, ServiceAccess } from './summary.ts';
