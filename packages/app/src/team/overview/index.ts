/** The first page. */
export { readOverview } from './overview.ts';
export type { Overview } from './overview.ts';
