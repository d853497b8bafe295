/** What hides a finding: comments in the code, exceptions of kumomori.yaml, the baseline. Nothing is ever dropped, only marked. */
export { applyBaseline, baselineDiagnostics, formatBaseline, parseBaseline } from './baseline.ts';
export { coversVerdict, exceptionDiagnostics, isExpired, suppressionBy } from './exceptions.ts';
export { InlineIgnores } from './inline.ts';
