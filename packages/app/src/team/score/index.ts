/** How the estate stands, and how the work goes. */
export { keepScores } from './scores.ts';
