/** The life of a finding from scan to scan and through the hands of people: states, who may do what, what a scan changes. Pure. */
export type * from './types.ts';
export { closedStates, findingKey, findingStates, isClosed, isHeld } from './states.ts';
export { lifecycleTable } from './table.ts';
export type { LifecycleRow } from './table.ts';
export type { TransitionRefusal } from './transition.ts';
export { endedFalsePositives, possibleEvents, transition, transitionAll } from './transition.ts';
export { applyReconciled, reconcile } from './reconcile.ts';
export { gapsOfUnseen } from './scope.ts';
