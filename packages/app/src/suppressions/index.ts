/** What hides a finding: comments in the code, exceptions of kumomori.yaml, the baseline. Nothing is ever dropped, only marked. */
import type { Baseline } from './parse-baseline.ts';

export { AppliedBaseline, baselineLines, formatBaseline } from './baseline.ts';
export { coversVerdict, exceptionDiagnostics, isExpired, suppressionBy } from './exceptions.ts';
export { InlineIgnores } from './inline.ts';

/** Null when the text is no baseline. Loads the schema only when there is one to read. */
export async function parseBaseline(text: string): Promise<Baseline | null> {
  return (await import('./parse-baseline.ts')).parseBaseline(text);
}
