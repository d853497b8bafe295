/** Sorting more lines than fit into memory. */
import { mergeSorted } from './merge-sorted.ts';
import type { SpoolFile, Stretch } from './spool-file.ts';

const AT_ONCE = 100_000;

/** The lines in the order of their code units. The file is asked for when the first run of lines is full. */
export function* sortLines(lines: Iterable<string>, open: () => SpoolFile): Generator<string> {
  let run: string[] = [];
  let file: SpoolFile | null = null;
  const runs: Stretch[] = [];
  for (const line of lines) {
    run.push(line);
    if (run.length < AT_ONCE) continue;
    file ??= open();
    runs.push(file.append(run.sort()));
    run = [];
  }
  const spooled = file;
  const stored = spooled === null ? [] : runs.map((each) => spooled.read(each));
  yield* mergeSorted([...stored, run.sort()], (a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
