/** Queues. */
export { openJobs } from './jobs.ts';
export type { Jobs, QueueName } from './jobs.ts';
