/** What hides a finding: comments in the code, exceptions of kumomori.yaml, the baseline. Nothing is ever dropped, only marked. */
export { applyBaseline, baselineDiagnostics, formatBaseline, isOpen, parseBaseline } from './baseline.ts';
export type { Baseline } from './baseline.ts';
export { coversVerdict, exceptionDiagnostics, isExpired, suppressionBy } from './exceptions.ts';
export { InlineIgnores } from './inline.ts';
export { isCalendarDate } from './inline-syntax.ts';
