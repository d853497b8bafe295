/** The difference of two texts as a unified diff that `git apply` and `patch` take. */

const CONTEXT = 3;
/** Texts that differ in more lines than this are shown as replaced between their common beginning and end. */
const MAX_COMPARED = 3000;

interface Change {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** `''` for equal texts. Line ends stay as they are, also `\r`. O(differing lines²) up to a limit. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const [old, next] = [linesOf(before), linesOf(after)];
  const hunks = hunksOf(changesOf(old, next), old.length);
  const texts = hunks.map((changes) => hunkText(changes, old, next));
  return `--- a/${path}\n+++ b/${path}\n${texts.join('')}`;
}

/** With their line ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

export function changesOf(old: readonly string[], next: readonly string[]): readonly Change[] {
  let start = 0;
  while (start < old.length && start < next.length && old[start] === next[start]) start += 1;
  let tail = 0;
  while (tail < old.length - start && tail < next.length - start && old[old.length - 1 - tail] === next[next.length - 1 - tail]) tail += 1;
  const whole = { oldStart: start, oldEnd: old.length - tail, newStart: start, newEnd: next.length - tail };
  if ((whole.oldEnd - start) * (whole.newEnd - start) > MAX_COMPARED * MAX_COMPARED) return [whole];
  return compared(old, next, whole);
}

/** The longest common subsequence of the lines of a change splits it. */
function compared(old: readonly string[], next: readonly string[], { oldStart, oldEnd, newStart, newEnd }: Change): readonly Change[] {
  const [rows, columns] = [oldEnd - oldStart, newEnd - newStart];
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const isSame = old[oldStart + row] === next[newStart + column];
      const [below, right] = [lengths[(row + 1) * width + column] ?? 0, lengths[row * width + column + 1] ?? 0];
      lengths[row * width + column] = isSame ? (lengths[(row + 1) * width + column + 1] ?? 0) + 1 : Math.max(below, right);
    }
  }
  const changes: Change[] = [];
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const [fromRow, fromColumn] = [row, column];
    while (row < rows || column < columns) {
      if (row < rows && column < columns && old[oldStart + row] === next[newStart + column]) break;
      const isDeleted =
        row < rows && (column >= columns || (lengths[(row + 1) * width + column] ?? 0) >= (lengths[row * width + column + 1] ?? 0));
      if (isDeleted) row += 1;
      else column += 1;
    }
    if (row > fromRow || column > fromColumn)
      changes.push({ oldStart: oldStart + fromRow, oldEnd: oldStart + row, newStart: newStart + fromColumn, newEnd: newStart + column });
    while (row < rows && column < columns && old[oldStart + row] === next[newStart + column]) {
      row += 1;
      column += 1;
    }
  }
  return changes;
}

/** Changes whose context would touch stand in one hunk. */
function hunksOf(changes: readonly Change[], lines: number): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    const end = last?.at(-1)?.oldEnd ?? -lines;
    if (last && change.oldStart - end <= 2 * CONTEXT) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkText(changes: readonly Change[], old: readonly string[], next: readonly string[]): string {
  const [first, last] = [changes[0], changes.at(-1)];
  if (!first || !last) return '';
  const before = Math.min(CONTEXT, first.oldStart);
  const after = Math.min(CONTEXT, old.length - last.oldEnd);
  const [oldFrom, oldTo] = [first.oldStart - before, last.oldEnd + after];
  const [newFrom, newTo] = [first.newStart - before, last.newEnd + after];
  const lines: string[] = [];
  let at = oldFrom;
  for (const change of changes) {
    lines.push(...old.slice(at, change.oldStart).map((line) => ` ${line}`));
    lines.push(...old.slice(change.oldStart, change.oldEnd).map((line) => `-${line}`));
    lines.push(...next.slice(change.newStart, change.newEnd).map((line) => `+${line}`));
    at = change.oldEnd;
  }
  lines.push(...old.slice(at, oldTo).map((line) => ` ${line}`));
  const head = `@@ -${rangeText(oldFrom, oldTo)} +${rangeText(newFrom, newTo)} @@\n`;
  return head + lines.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)).join('');
}

function rangeText(from: number, to: number): string {
  const count = to - from;
  return count === 1 ? String(from + 1) : `${count === 0 ? from : from + 1},${count}`;
}
