/** The files of a commit in a folder of their own, so that a scan reads them like any others. The repository is not touched. */
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { suggest } from '../suggest.ts';
import { NO_GIT, firstLineOfGit, git, saidByGit, spawnGit } from './git.ts';

export interface RevisionFolder {
  /** Stands for the top of the repository; absolute. */
  readonly folder: string;
  /** The top of the repository itself, absolute. */
  readonly repository: string;
  /** Full hash. */
  readonly commit: string;
  /** Why the commit is the one that was named, and not the one where the branch left it; null when it is where it left. */
  readonly problem: string | null;
  /** Takes the folder away. */
  close(): void;
}

export interface RevisionOptions {
  /** The folder for temporary folders, absolute. */
  readonly temporary: string;
  /** Of files outside of these folders of the repository (absolute) only those that may be code of called modules are written. */
  readonly within: readonly string[];
  readonly mayBeCalled: (path: string) => boolean;
}

/** What git said when there is no such repository or revision, for people. */
export class RevisionError extends Error {
  /** A branch or tag that was perhaps meant. */
  readonly near: string | null;

  constructor(message: string, near: string | null = null) {
    super(message);
    this.near = near;
  }
}

/** A file that is not read by a scan anyway. Bytes. */
const MAX_FILE = 64 * 1024 * 1024;

/**
 * `at`: a folder of the repository. The commit is the one where HEAD left the named revision (`git merge-base`), which is what a pull request
 * is compared with; for an earlier commit of HEAD that is the commit itself. Throws RevisionError.
 */
export async function openRevision(at: string, revision: string, options: RevisionOptions): Promise<RevisionFolder> {
  const { repository, commit, problem } = await located(at, revision);
  const folder = realpathSync(mkdtempSync(join(options.temporary, 'kumomori-base-')));
  const close = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    // What ends the repository for calls of modules.
    mkdirSync(join(folder, '.git'));
    const within = options.within.map((each) => relative(repository, each)).map((each) => (each === '' ? '' : `${each}${sep}`));
    const isWanted = (path: string): boolean => within.some((each) => path.startsWith(each)) || options.mayBeCalled(path);
    const files = filesOf(await git(repository, ['ls-tree', '-r', '-z', '--long', '--full-tree', commit]), folder);
    const wanted = files.filter((each) => isWanted(each.path));
    // Links last: nothing may be written through one, whatever a crafted commit says.
    await writeFiles(repository, [...wanted.filter((each) => !each.isLink), ...wanted.filter((each) => each.isLink)]);
    return { folder, repository, commit, problem, close };
  } catch (error) {
    close();
    throw error instanceof RevisionError ? error : new RevisionError(saidByGit(error));
  }
}

async function located(at: string, revision: string): Promise<Pick<RevisionFolder, 'repository' | 'commit' | 'problem'>> {
  try {
    const repository = realpathSync((await git(at, ['rev-parse', '--show-toplevel'])).trimEnd());
    const named = (await git(at, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])).trim();
    const left = await git(at, ['merge-base', named, 'HEAD']).catch((error: unknown) => error);
    if (typeof left === 'string') return { repository, commit: left.trim(), problem: null };
    const isMerged = parentsIn(await git(at, ['cat-file', 'commit', 'HEAD'])).includes(named);
    return { repository, commit: named, problem: isMerged ? null : saidByGit(left) };
  } catch (error) {
    const names = await git(at, ['for-each-ref', '--count=1000', '--format=%(refname:short)']).catch(() => '');
    throw new RevisionError(saidByGit(error), suggest(revision, names.trimEnd().split('\n')));
  }
}

/** Also in a shallow clone, where `HEAD^` is unknown: HEAD of a pull request's build is its merge into the base. */
function parentsIn(commit: string): readonly string[] {
  const [head = ''] = commit.split('\n\n');
  return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, hash = '']) => hash);
}

interface RevisionFile {
  readonly hash: string;
  /** In the repository. */
  readonly path: string;
  /** Absolute. */
  readonly place: string;
  readonly isLink: boolean;
}

/** Format: git-ls-tree(1). Names that lead out of the folder, submodules and very large files are left out. */
function filesOf(listing: string, folder: string): readonly RevisionFile[] {
  return listing.split('\0').flatMap((row) => {
    const entry = /^(\d{6}) blob ([0-9a-f]{40,64}) +(\d+)\t(.+)$/s.exec(row);
    const [, mode, hash, size, path] = entry ?? [];
    if (hash === undefined || path === undefined || Number(size) > MAX_FILE) return [];
    const place = resolve(folder, path);
    if (!place.startsWith(folder + sep) || path.split('/').includes('.git')) return [];
    return [{ hash, path, place, isLink: mode === '120000' }];
  });
}

async function writeFiles(repository: string, files: readonly RevisionFile[]): Promise<void> {
  if (files.length === 0) return;
  const child = spawnGit(repository, ['cat-file', '--batch']);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (said = (said + text).slice(0, 500)));
  const ended = new Promise<number | null>((done) => {
    child.on('error', () => done(null));
    child.on('close', done);
  });
  // It may end before it has read everything: then it has said why.
  child.stdin.on('error', () => {});
  child.stdin.end(files.map(({ hash }) => `${hash}\n`).join(''));
  const writer = new BatchWriter(files);
  for await (const chunk of child.stdout) writer.take(chunk as Buffer); // no encoding is set
  const code = await ended;
  if (code !== 0 || !writer.isDone) throw new RevisionError(code === null ? NO_GIT : firstLineOfGit(said));
}

/** Format: git-cat-file(1), "BATCH OUTPUT": a line `HASH TYPE SIZE`, the content, a line feed. */
class BatchWriter {
  readonly #files: readonly RevisionFile[];
  readonly #folders = new Set<string>();
  #at = 0;
  #chunks: Buffer[] = [];
  #length = 0;
  /** Bytes with which the next file may be whole. */
  #needed = 0;

  constructor(files: readonly RevisionFile[]) {
    this.#files = files;
  }

  get isDone(): boolean {
    return this.#at === this.#files.length;
  }

  take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#needed) return;
    const rest = this.#writeWhole(Buffer.concat(this.#chunks));
    this.#chunks = [rest];
    this.#length = rest.length;
  }

  /** What is left of the bytes. */
  #writeWhole(bytes: Buffer): Buffer {
    let rest = bytes;
    for (;;) {
      const line = rest.indexOf(0x0a);
      const size = line < 0 ? null : sizeIn(rest.toString('latin1', 0, line));
      const file = this.#files[this.#at];
      this.#needed = size === null ? rest.length + 1 : line + 1 + size + 1;
      if (size === null || file === undefined || rest.length < this.#needed) return rest;
      this.#write(file, rest.subarray(line + 1, line + 1 + size));
      this.#at += 1;
      rest = rest.subarray(this.#needed);
    }
  }

  #write({ place, isLink }: RevisionFile, content: Buffer): void {
    const folder = dirname(place);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    // As in the working folder: what a link leads to is read only inside of the TARGET.
    if (!isLink) writeFileSync(place, content);
    else if (!existsSync(place)) symlinkSync(content.toString('utf8'), place);
  }
}

function sizeIn(head: string): number {
  const size = /^[0-9a-f]{40,64} blob (\d+)$/.exec(head)?.[1];
  if (size === undefined) throw new RevisionError(head.slice(0, 200));
  return Number(size);
}
