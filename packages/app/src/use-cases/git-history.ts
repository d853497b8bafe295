/** Texts that older commits of a repository added, for credentials that were taken out again but are still in the history. */
import { createInterface } from 'node:readline';
import type { Diagnostic, Source } from '@kumomori/model';
import type { EvaluatedRoot } from '@kumomori/parsers';
import { NO_GIT, firstLineOfGit, spawnGit } from './git.ts';

export interface GitHistory {
  /** One for each file of each commit: the lines it added. */
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

export const noHistory: GitHistory = { sources: [], diagnostics: [] };

/** Added text kept at most, over all commits. UTF-16 code units. */
const MAX_TEXT = 256 * 1024 * 1024;
const MAX_FILE = 1024 * 1024;
const COMMIT = '\u0001';

/**
 * Reads `git log` of all branches. Nothing of the repository is run: no hooks, pagers, external diffs or text conversions. A folder without
 * repository, or a machine without git, gives a diagnostic.
 */
export async function readGitHistory(folder: string): Promise<GitHistory> {
  const log = [
    'log',
    '--all',
    '--patch',
    '--unified=0',
    '--no-color',
    '--no-textconv',
    '--no-ext-diff',
    '--no-renames',
    '--diff-filter=AM',
  ];
  const sources: Source[] = [];
  const child = spawnGit(folder, [...log, `--format=${COMMIT}%h`, '--', '.']);
  child.stdin.end();
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (said = (said + text).slice(0, 500)));
  const ended = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', (code) => resolve(code));
  });
  const reader = new PatchReader(sources);
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
    if (!reader.line(line)) child.kill();
  }
  reader.finish();
  const code = await ended;
  if (code === 0 || reader.isFull)
    return { sources, diagnostics: reader.isFull ? [problem('limit', 'the history is too long; its oldest part was not searched')] : [] };
  const why = code === null ? NO_GIT : firstLineOfGit(said);
  return { sources, diagnostics: [problem('git-history', `the history cannot be read: ${why}`)] };
}

/** Each secret of the history once, at the commit that brought it; those that are still in the files are found there. */
export function onlyHistoric(history: EvaluatedRoot, roots: readonly EvaluatedRoot[]): EvaluatedRoot {
  const present = new Set(roots.filter(({ kind }) => kind === 'text').flatMap(({ resources }) => resources.map(secretText)));
  const oldest = new Map(history.resources.map((resource) => [secretText(resource), resource]));
  return { ...history, resources: [...oldest].flatMap(([text, resource]) => (present.has(text) ? [] : [resource])) };
}

function secretText({ block: { range } }: EvaluatedRoot['resources'][number]): string {
  return range.source.text.slice(range.start, range.end);
}

function problem(code: string, message: string): Diagnostic {
  return { severity: 'warning', file: '', line: null, column: null, code, message };
}

/** State: the file of the commit that is being read. */
class PatchReader {
  isFull = false;
  readonly #sources: Source[];
  #commit = '';
  #path: string | null = null;
  #added: string[] = [];
  #length = 0;
  #total = 0;

  constructor(sources: Source[]) {
    this.#sources = sources;
  }

  /** False when no more can be taken. */
  line(line: string): boolean {
    if (line.startsWith(COMMIT)) {
      this.finish();
      this.#commit = line.slice(1);
    } else if (line.startsWith('+++ ')) {
      this.finish();
      this.#path = line.startsWith('+++ b/') ? line.slice(6).replace(/\t$/, '') : null;
    } else if (this.#path !== null && line.startsWith('+') && this.#length < MAX_FILE) {
      this.#added.push(line.slice(1));
      this.#length += line.length;
    }
    return !this.isFull;
  }

  finish(): void {
    if (this.#path !== null && this.#added.length > 0) {
      this.#sources.push({ path: `${this.#path} (${this.#commit})`, text: this.#added.join('\n') });
      this.#total += this.#length;
      this.isFull ||= this.#total > MAX_TEXT;
    }
    this.#path = null;
    this.#added = [];
    this.#length = 0;
  }
}
