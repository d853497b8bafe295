/** Mistakes of practice: what people wrote about their rules, and how they name things. Pure words and grammar; the checks are in content. */
export { daysBetween } from './dates.ts';
export * from './temporary.ts';
export * from './temporary-params.ts';
export * from './overdue-rules.ts';
