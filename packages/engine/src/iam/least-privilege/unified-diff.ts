/** Edits of a text as a patch that `git apply` and `patch -p1` take. */
import type { TextEdit } from './rewrite.ts';
import { applyEdits } from './rewrite.ts';

const CONTEXT = 3;

interface Region {
  /** Lines of the old text, from 0; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** Edits have to be sorted and not to overlap. Lines end with `\n`. */
export function unifiedDiff(path: string, text: string, edits: readonly TextEdit[]): string {
  const old = text.split('\n');
  const hunks: Region[][] = [];
  for (const region of regionsOf(text, old, edits)) {
    const last = hunks.at(-1)?.at(-1);
    if (last && region.from - last.to <= 2 * CONTEXT) hunks.at(-1)?.push(region);
    else hunks.push([region]);
  }
  let shift = 0;
  const parts = hunks.map((regions) => {
    const from = Math.max((regions[0]?.from ?? 0) - CONTEXT, 0);
    const end = text.endsWith('\n') ? old.length - 1 : old.length;
    const to = Math.min((regions.at(-1)?.to ?? 0) + CONTEXT, end);
    const lines: string[] = [];
    let at = from;
    let [removed, added] = [0, 0];
    for (const region of regions) {
      lines.push(...old.slice(at, region.from).map((line) => ` ${line}`));
      lines.push(...old.slice(region.from, region.to).map((line) => `-${line}`), ...region.lines.map((line) => `+${line}`));
      removed += region.to - region.from;
      added += region.lines.length;
      at = region.to;
    }
    lines.push(...old.slice(at, to).map((line) => ` ${line}`));
    const head = `@@ -${from + 1},${to - from} +${from + 1 + shift},${to - from + added - removed} @@`;
    shift += added - removed;
    return [head, ...lines].join('\n');
  });
  return parts.length === 0 ? '' : `--- a/${path}\n+++ b/${path}\n${parts.join('\n')}\n`;
}

/** Whole lines that change; edits that touch one line are one region. */
function regionsOf(text: string, old: readonly string[], edits: readonly TextEdit[]): readonly Region[] {
  const starts = [0];
  for (const line of old) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const lineOf = (offset: number): number => {
    let [low, high] = [0, old.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const groups: { from: number; to: number; readonly edits: TextEdit[] }[] = [];
  for (const edit of edits) {
    const [from, to] = [lineOf(edit.start), lineOf(edit.end) + 1];
    const last = groups.at(-1);
    if (last && from < last.to) {
      last.edits.push(edit);
      last.to = Math.max(last.to, to);
    } else groups.push({ from, to, edits: [edit] });
  }
  return groups.map((group) => {
    const begin = starts[group.from] ?? 0;
    const end = (starts[group.to] ?? text.length + 1) - 1;
    const own = group.edits.map((each) => ({ start: each.start - begin, end: each.end - begin, text: each.text }));
    const lines = applyEdits(text.slice(begin, end), own).split('\n');
    return trimmed(old, { from: group.from, to: group.to, lines });
  });
}

/** Without lines at both ends that stay the same. */
function trimmed(old: readonly string[], { from, to, lines }: Region): Region {
  let [head, tail] = [0, 0];
  const count = Math.min(to - from, lines.length);
  while (head < count && old[from + head] === lines[head]) head += 1;
  while (tail < count - head && old[to - 1 - tail] === lines[lines.length - 1 - tail]) tail += 1;
  return { from: from + head, to: to - tail, lines: lines.slice(head, lines.length - tail) };
}
