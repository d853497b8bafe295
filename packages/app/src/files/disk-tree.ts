/** A folder on disk as the parsers see it: paths and texts, nothing outside of the folder but the modules its code calls. */
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '@kumomori/model';
import type { FileText, FileTree } from '@kumomori/parsers';
import { decode } from './decode.ts';
import { keepHeapSmall } from './heap.ts';
import { findOutsideModules } from './outside-modules.ts';
import type { WalkOptions, WalkProblem } from './walk.ts';
import { isPrivate, walkFiles } from './walk.ts';

/** Larger files are not read: generated or no code at all. */
export const MAX_FILE_BYTES = 16 * 1024 * 1024;
/** Plans and states of Terraform grow larger; both say at their beginning what they are. */
const MAX_TERRAFORM_JSON_BYTES = 256 * 1024 * 1024;
const TERRAFORM_JSON = /"terraform_version"\s*:/;
/** Lines of larger files are not kept for code frames. */
const MAX_FRAME_BYTES = 1024 * 1024;

export interface DiskTree {
  readonly tree: FileTree;
  /** Absolute folders of the modules outside of the folder that its code calls. */
  readonly outsideModules: readonly string[];
  /** What could not be read so far: grows while files are read. */
  diagnostics(): readonly Diagnostic[];
  /** Lines of a file, for code frames; null when it cannot be read or is over 1 MiB. */
  linesOf(path: string): readonly string[] | null;
}

export interface DiskTreeOptions extends WalkOptions {
  /** Files by absolute path that may be read although they lie outside (variable files named on the command line). */
  readonly alsoReadable?: readonly string[];
  /** Absolute folders in which modules that the code calls may lie, beside the folder itself: its repository, other TARGETs. */
  readonly modulesWithin?: readonly string[];
  /** Texts instead of what is on the disk, by absolute path: files that are open in an editor. */
  readonly opened?: ReadonlyMap<string, string>;
  /** Called for each file that is read. */
  readonly onRead?: (path: string) => void;
}

/** By name: what a file says cannot be asked of one that cannot be read. */
const CODE_FILE =
  /\.(?:tf|tofu|tfvars|tfstate|bicep|bicepparam|json|ya?ml|template)$|(?:^|\/)(?:Dockerfile|Containerfile)(?:[.-][^/]*)?$|\.(?:docker|container)file$/i;

/** For a folder whose files nobody reads as code. */
export function emptyDiskTree(root: string): DiskTree {
  return {
    tree: { root, paths: [], read: () => ({ kind: 'missing' }) },
    outsideModules: [],
    diagnostics: () => [],
    linesOf: () => null,
  };
}

/** Lists the folder at once and reads files when they are asked for, each once. Never throws for what lies in the folder. */
export function openDiskTree(folder: string, options: DiskTreeOptions = {}): DiskTree {
  const root = realpathSync(folder);
  const walked = walkFiles(root, options);
  // A link to nowhere matters only where code was expected.
  const diagnostics = walked.problems.filter((each) => each.kind !== 'broken-link' || CODE_FILE.test(each.path)).map(walkDiagnostic);
  const alsoReadable = new Set(options.alsoReadable);
  const texts = new Map<string, FileText>();
  // Where no link is on the way, the path itself proves that the file is inside; asking the disk for each file takes as long as reading it.
  const listed = new Set(walked.paths.filter((path) => !walked.linked.has(path)));

  const paths = withOpened(root, walked.paths, options.opened);

  const within = [root, ...(options.modulesWithin ?? [])];
  const fromModules = new Set<string>();

  const load = (path: string): FileText => {
    const place = isAbsolute(path) ? path : join(root, path);
    if (!alsoReadable.has(place) && !fromModules.has(path) && (!isBelow(root, resolve(place)) || isPrivate(relative(root, place))))
      return { kind: 'outside' };
    const opened = options.opened?.get(place);
    if (opened !== undefined) return { kind: 'text', text: opened };
    const isInside = (real: string): boolean =>
      (fromModules.has(path) ? within : [root]).some((folder) => isBelow(folder, real) && !isPrivate(relative(folder, real)));
    const mayRead = (): boolean => listed.has(path) || alsoReadable.has(place) || isInside(realpathSync(place));
    const read = readText(place, mayRead);
    const problem = read.kind === 'unreadable' ? 'unreadable' : read.kind === 'text' && read.damaged ? 'damaged' : null;
    if (problem !== null && CODE_FILE.test(path)) diagnostics.push(fileDiagnostic(path, problem));
    if (read.kind === 'text') return { kind: 'text', text: read.text };
    return { kind: read.kind === 'unreadable' ? 'missing' : read.kind };
  };

  const read = (path: string): FileText => {
    const known = texts.get(path);
    if (known) return known;
    const text = load(path);
    texts.set(path, text);
    options.onRead?.(path);
    return text;
  };

  const outside = findOutsideModules({
    root,
    paths,
    within: options.modulesWithin ?? [],
    textOf: (path) => {
      if (isBeside(path)) fromModules.add(path);
      const text = read(path);
      return text.kind === 'text' ? text.text : null;
    },
  });
  for (const path of outside.paths) fromModules.add(path);

  return {
    tree: { root, paths: outside.paths.length === 0 ? paths : [...paths, ...outside.paths].sort(byCode), read },
    outsideModules: outside.folders,
    diagnostics: () => diagnostics,
    linesOf: (path) => {
      const file = read(path);
      return file.kind === 'text' && file.text.length <= MAX_FRAME_BYTES ? file.text.split(/\r?\n/) : null;
    },
  };
}

/** Code that was never saved is there too. */
function withOpened(root: string, paths: readonly string[], opened: ReadonlyMap<string, string> = new Map()): readonly string[] {
  const known = new Set(paths);
  const more = [...opened.keys()]
    .filter((place) => isBelow(root, place))
    .map((place) => relative(root, place))
    .filter((path) => !known.has(path) && !isPrivate(path) && CODE_FILE.test(path));
  return more.length === 0 ? paths : [...paths, ...more].sort(byCode);
}

function isBeside(path: string): boolean {
  return path.startsWith('../');
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : 1;
}

function isBelow(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

type Loaded =
  | { readonly kind: 'text'; readonly text: string; readonly damaged: boolean }
  | { readonly kind: 'missing' | 'outside' | 'too-large' | 'binary' | 'unreadable' };

/** Opening a pipe must not wait for somebody to write into it. */
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NONBLOCK;

/** Size and kind are asked of the opened file, so that it cannot be exchanged in between. */
function readText(place: string, mayRead: () => boolean): Loaded {
  let descriptor: number | null = null;
  try {
    if (!mayRead()) return { kind: 'outside' };
    descriptor = openSync(place, OPEN_FLAGS);
    const status = fstatSync(descriptor);
    if (!status.isFile()) return { kind: 'missing' };
    if (status.size > MAX_FILE_BYTES) {
      if (!isTerraformJson(descriptor, place, status.size)) return { kind: 'too-large' };
      keepHeapSmall();
    }
    return decode(readBytes(descriptor, status.size));
  } catch (error) {
    return { kind: isMissing(error) ? 'missing' : 'unreadable' };
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

function isTerraformJson(descriptor: number, place: string, size: number): boolean {
  if (size > MAX_TERRAFORM_JSON_BYTES || !/\.(?:json|tfstate)$/.test(place)) return false;
  const head = new Uint8Array(4096);
  const count = readSync(descriptor, head, 0, head.length, 0);
  return TERRAFORM_JSON.test(new TextDecoder().decode(head.subarray(0, count)));
}

function readBytes(descriptor: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const count = readSync(descriptor, bytes, at, size - at, at);
    if (count === 0) break;
    at += count;
  }
  return bytes.subarray(0, at);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** What the parsers cannot know; they report binary and too large files themselves. */
function fileDiagnostic(file: string, problem: 'unreadable' | 'damaged'): Diagnostic {
  const place = { file, line: null, column: null } as const;
  return problem === 'unreadable'
    ? { severity: 'error', ...place, code: 'unreadable', message: 'the file cannot be read' }
    : { severity: 'warning', ...place, code: 'encoding', message: 'the file is not valid UTF-8; what could not be decoded was replaced' };
}

function walkDiagnostic({ kind, path }: WalkProblem): Diagnostic {
  const place = { file: path, line: null, column: null } as const;
  switch (kind) {
    case 'unreadable':
      return { severity: 'error', ...place, code: 'unreadable', message: 'cannot be read' };
    case 'broken-link':
      return { severity: 'error', ...place, code: 'unreadable', message: 'the link leads nowhere' };
    case 'outside':
      return { severity: 'info', ...place, code: 'outside-root', message: 'link leads out of the scanned folder and was not followed' };
    case 'too-deep':
      return { severity: 'error', ...place, code: 'limit', message: 'folders are nested too deep; this one was left out' };
    case 'too-many':
      return {
        severity: 'error',
        ...place,
        code: 'limit',
        message: 'more files than can be listed; this one and those after it were left out',
      };
  }
}
