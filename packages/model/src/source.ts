/** Texts that were read and places in them. Offsets are UTF-16 code units; lines and columns start at 1. */

export interface Source {
  /** Relative to the TARGET the text was found under, with forward slashes; absolute when it lies outside. */
  readonly path: string;
  readonly text: string;
  /** The line of the file at which `text` begins, when that is not the first. */
  readonly firstLine?: number;
}

export interface Range {
  readonly source: Source;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

const lineStartsOf = new WeakMap<Source, readonly number[]>();

/** Offsets at which each line begins; computed once for each source, O(length). */
function lineStarts(source: Source): readonly number[] {
  const known = lineStartsOf.get(source);
  if (known) return known;
  const starts = [0];
  for (let at = source.text.indexOf('\n'); at !== -1; at = source.text.indexOf('\n', at + 1)) starts.push(at + 1);
  lineStartsOf.set(source, starts);
  return starts;
}

/** Line and column of an offset; offsets beyond the text give its last position. O(log lines) after the first call. */
export function lineColumnAt(source: Source, offset: number): LineColumn {
  const starts = lineStarts(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + (source.firstLine ?? 1), column: offset - (starts[low] ?? 0) + 1 };
}

export function startLine(range: Range): number {
  return lineColumnAt(range.source, range.start).line;
}

/** The line that holds the last character of the range (not the one after it). */
export function endLine(range: Range): number {
  return lineColumnAt(range.source, Math.max(range.start, range.end - 1)).line;
}
