/** Sigma rules on disk, and their matches in objects of logs. */
export type { EventSummary } from './event-summary.ts';
export type { DetectedObject } from './pool.ts';
export { openGeoip } from './geoip.ts';
export { detectObjects } from './pool.ts';
export type { ObjectMatches } from './detect-object.ts';
export type { DetectOnObjects } from './look.ts';
export { EventLooker } from './look.ts';
export type { LoadedRules, RuleRow } from './read-rules.ts';
export { readRules } from './read-rules.ts';
