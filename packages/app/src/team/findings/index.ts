/** Findings that live: what scans say about them, what people do with them, what is known of them. */
export { BULK_LIMIT, actOnFindings } from './act-on-findings.ts';
export type { ActedOn, FindingAction } from './act-on-findings.ts';
export { assignFindings } from './assign.ts';
export type { Assignment } from './assign.ts';
export { exportFindings } from './export-findings.ts';
export { addComment, readFinding } from './read-finding.ts';
export type { FindingDetail } from './read-finding.ts';
export { countFindings, listFindings } from './query-findings.ts';
export type { Facet, FindingFilter, FindingItem } from './query-findings.ts';
export { placementIn } from './placement.ts';
export type { Placing } from './placement.ts';
export { recordFindings } from './record-findings.ts';
export type { Placement } from './record-findings.ts';
export { moveFindings } from './move-findings.ts';
export type { FindingMove } from './move-findings.ts';
export { dayOf, trackedFrom, trackedSelection } from './tracked.ts';
export type { TrackedRow } from './tracked.ts';
export { placeAgain, requestPlacement } from './place-again.ts';
