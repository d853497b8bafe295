/** How the estate stands, and how the work goes. */
export type { DayCounts } from './scores.ts';
export { keepScores, scoreIn } from './scores.ts';
