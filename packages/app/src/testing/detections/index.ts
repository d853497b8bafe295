/** For tests of our detections. */
export { alerts, eventsOf, openDetection } from './run-detection.ts';
export type { Detection } from './run-detection.ts';
export { ruleComparer } from './closures-and-sql.ts';
export type { RuleComparer, RuleComparison } from './closures-and-sql.ts';
export type { TestedRules } from './test-events.ts';
export { testedRules, withoutOne } from './test-events.ts';
