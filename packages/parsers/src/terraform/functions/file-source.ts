/** Which file a text was read from by `file()`, for functions that say where the parts of the text are written. */
import type { Range, Source, StringValue } from '@kumomori/model';

/** Keyed by the place of the call: a text keeps that very object wherever it is handed on, and every call makes its own. */
const sources = new WeakMap<Range, Source>();

export function rememberFile({ range }: StringValue, source: Source): void {
  if (range !== null) sources.set(range, source);
}

/** The file whose whole text this is; null when it was computed, changed or written in the code. */
export function fileOf({ range, value }: StringValue): Source | null {
  const source = range === null ? undefined : sources.get(range);
  return source?.text === value ? source : null;
}
