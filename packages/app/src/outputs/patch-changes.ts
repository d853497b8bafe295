/** A finding's patch as changes of lines: what SARIF and editors want of it. */

export interface LineChange {
  readonly file: string;
  /** From 1; that and the following `removed` lines go. */
  readonly line: number;
  readonly removed: number;
  /** What comes in their place, with line ends. */
  readonly inserted: string;
}

/** In the order of the diff. Lines that are no part of a unified diff are passed over. */
export function patchChanges(patch: string): readonly LineChange[] {
  const changes: LineChange[] = [];
  let file = '';
  let line = 0;
  let removed = 0;
  let inserted = '';
  const flush = (): void => {
    if (removed > 0 || inserted !== '') changes.push({ file, line: line - removed, removed, inserted });
    removed = 0;
    inserted = '';
  };
  for (const text of patch.split('\n')) {
    const hunk = /^@@ -(\d+)(?:,(\d+))? \+/.exec(text);
    if (hunk) {
      flush();
      line = Number(hunk[1]) + (hunk[2] === '0' ? 1 : 0);
    } else if (text.startsWith('+++ b/')) file = text.slice('+++ b/'.length);
    else if (text.startsWith('--- a/')) flush();
    else if (text.startsWith('-')) {
      if (inserted !== '') flush();
      removed += 1;
      line += 1;
    } else if (text.startsWith('+')) inserted += `${text.slice(1)}\n`;
    else if (text.startsWith(' ')) {
      flush();
      line += 1;
    }
  }
  flush();
  return changes;
}
