/** Calls the clouds' APIs, reading only, and hands over what they answered. Writing files and judging are others'. */
export { BudgetSpent, CallBudget } from './budget.ts';
export type { BudgetOptions } from './budget.ts';
export { CollectError, gapOf } from './collecting.ts';
export type { CallSink, CollectEnvironment, CollectOutcome, CollectProgress, CollectedScope } from './collecting.ts';
