/** What incident response asks, and which logs answer it. */
export { readinessQuestions } from './questions.ts';
export type { ReadinessLog, ReadinessQuestion, ReadinessSubject, Words } from './types.ts';
