/** How the estate stands in one number that can be explained, the numbers others would give, and how the work goes. Pure. */
export { securityHubScore, threatScore } from './compat.ts';
export type { CompatScore, ControlTally, RequirementTally } from './compat.ts';
export { departmentMetrics, findingMetrics } from './metrics.ts';
export type { AgeBucket, DurationStats, FindingMetrics, MetricFinding, MetricPeriod } from './metrics.ts';
export { defaultScoreModel } from './model.ts';
export { estateScore } from './score.ts';
export { openTrend } from './trend.ts';
export type { TrendFinding, TrendPoint } from './trend.ts';
export type * from './types.ts';
