/** What runs and nobody answers for, and accounts that others speak of but nobody collected. Pure. */
export { CreationLog, isConsole } from './creation.ts';
export { isOwnerTag, orphansIn } from './orphans.ts';
export type { Orphan, OrphanOptions, OrphanReason, OrphanReasonKind, Orphans } from './orphans.ts';
export { referencesInCalls, referencesInRoot, shadowAccounts } from './shadows.ts';
export type { AccountReference, ReferenceKind, ShadowAccount } from './shadows.ts';
