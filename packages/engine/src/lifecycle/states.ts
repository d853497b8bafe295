import type { FindingState, TrackedFinding } from './types.ts';

/** In the order of the usual way. */
export const findingStates: readonly FindingState[] = [
  ...(['new', 'open', 'requested', 'acknowledged', 'in-progress', 'fixed-unverified'] as const),
  ...(['verified', 'exception', 'false-positive', 'reopened'] as const),
];

/** Nobody has to do anything: they wait for a day, a withdrawal or the problem's return. */
export const closedStates: readonly FindingState[] = ['verified', 'exception', 'false-positive'];

export function isClosed(state: FindingState): boolean {
  return closedStates.includes(state);
}

/** A person decided that it stays as it is; scans do not change that. */
export function isHeld(state: FindingState): boolean {
  return state === 'exception' || state === 'false-positive';
}

/** Names a living finding: code of the same names in two repositories has the same fingerprint, but is not the same. */
export function findingKey({ target, fingerprint }: Pick<TrackedFinding, 'target' | 'fingerprint'>): string {
  return `${target}/${fingerprint}`;
}
