/** What is done by the clock. */
export { startDuties, tick } from './duties.ts';
