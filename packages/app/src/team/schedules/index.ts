/** What is done by the clock. */
export { doDay, doDuty, startDuties, tick } from './duties.ts';
