/** What a check is made of: definition, verdicts, the tracked view, three-valued list and logic helpers. Running checks is the engine's. */
export * from './verdict.ts';
export * from './check.ts';
export * from './cautions.ts';
export * from './edits.ts';
export * from './logic.ts';
export { Unanswered, anyNode, resourceView, trackedOf, withTracker } from './view.ts';
export type { Read, Tracked, Tracker } from './view.ts';
export * from './snippets.ts';
