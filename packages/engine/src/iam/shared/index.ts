/** What the evaluators of Azure, Google Cloud and Kubernetes share: conditional answers, wildcards. Nothing of one cloud. */
export { always, concluded, every, never, not, onlyIf, printGrantCondition, some } from './answer.ts';
export type { Conditional, GrantCondition, GrantDecision, GrantReason } from './answer.ts';
export { matchesStars, shown, starMatch } from './wildcard.ts';
export { scan } from './scan.ts';
