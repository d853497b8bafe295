/** Since when lines of files are there, by `git blame`. */
import { git, saidByGit } from './git.ts';

export interface BlameRequest {
  /** Relative to the folder, or absolute. */
  readonly file: string;
  /** Lines, from 1. */
  readonly lines: ReadonlySet<number>;
}

export interface Blamed {
  /** `YYYY-MM-DD` by `file:line`; lines nobody knows the day of are left out. */
  readonly days: ReadonlyMap<string, string>;
  /** Why something is not known, for people; null when all is. */
  readonly problem: string | null;
}

/** Lines of one call: command lines have a limit. */
const MAX_LINES = 500;

/**
 * Asks for those lines only. No shell, hooks, pagers or text conversions. A line that is not committed yet is as old as `today`; where the
 * history is cut off (a shallow clone) the lines of its oldest commit have no day.
 */
export async function blameLines(folder: string, requests: readonly BlameRequest[], today: string): Promise<Blamed> {
  const days = new Map<string, string>();
  let problem: string | null = null;
  try {
    const isShallow = (await git(folder, ['rev-parse', '--is-shallow-repository'])).trim() === 'true';
    for (const request of requests) {
      const found = await linesOfFile(folder, request, today);
      const known = isShallow ? found.lines.filter(({ isBoundary }) => !isBoundary) : found.lines;
      for (const { line, day, isCommitted } of known) days.set(`${request.file}:${line}`, isCommitted ? day : today);
      problem ??= known.length < found.lines.length ? 'the history is cut off (a shallow clone)' : found.problem;
    }
  } catch (error) {
    problem = saidByGit(error);
  }
  return { days, problem };
}

interface FileLines {
  readonly lines: readonly BlamedLine[];
  readonly problem: string | null;
}

async function linesOfFile(folder: string, { file, lines }: BlameRequest, today: string): Promise<FileLines> {
  const found: BlamedLine[] = [];
  try {
    for (const some of parts([...lines].toSorted((a, b) => a - b))) {
      const ranges = some.flatMap((line) => ['-L', `${line},${line}`]);
      found.push(
        ...readPorcelain(
          await git(folder, ['-c', 'blame.ignoreRevsFile=', 'blame', '--porcelain', '--no-textconv', ...ranges, '--', file]),
        ),
      );
    }
  } catch (error) {
    const why = saidByGit(error);
    if (!why.includes('no such path')) return { lines: found, problem: why };
    // A file that was never added is as new as it gets.
    return { lines: [...lines].map((line) => ({ line, day: today, isCommitted: false, isBoundary: false })), problem: null };
  }
  return { lines: found, problem: null };
}

function parts(lines: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(lines.length / MAX_LINES) }, (_, index) => lines.slice(index * MAX_LINES, (index + 1) * MAX_LINES));
}

interface BlamedLine {
  readonly line: number;
  readonly day: string;
  readonly isCommitted: boolean;
  readonly isBoundary: boolean;
}

/** What is said of a commit is said once, at the first of its lines. Format: git-blame(1), "THE PORCELAIN FORMAT". */
export function readPorcelain(text: string): readonly BlamedLine[] {
  const days = new Map<string, string>();
  const boundaries = new Set<string>();
  const heads: { readonly commit: string; readonly line: number }[] = [];
  let commit = '';
  for (const row of text.split('\n')) {
    const head = /^([0-9a-f]{40,64}) \d+ (\d+)(?: \d+)?$/.exec(row);
    if (head) {
      commit = head[1] ?? '';
      heads.push({ commit, line: Number(head[2]) });
    } else if (row === 'boundary') boundaries.add(commit);
    else if (row.startsWith('author-time ')) days.set(commit, new Date(Number(row.slice(12)) * 1000).toISOString().slice(0, 10));
  }
  return heads.flatMap(({ commit: id, line }) => {
    const day = days.get(id);
    return day === undefined ? [] : [{ line, day, isCommitted: /[^0]/.test(id), isBoundary: boundaries.has(id) }];
  });
}
