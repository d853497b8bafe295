/** Folders and files of the user: made by hand, whole or not at all. */
import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Makes a folder with all above it; true when it was not there before. Throws the system's error where that cannot be. Not by the option of
 * `mkdirSync`, which never comes back from file systems that refuse a new folder with ENOENT, as /proc does (Node 24).
 */
export function makeFolder(folder: string, { mode = 0o777 }: { readonly mode?: number } = {}): boolean {
  const missing: string[] = [];
  let at = resolve(folder);
  while (!existsSync(at) && dirname(at) !== at) {
    missing.push(at);
    at = dirname(at);
  }
  if (missing.length === 0 && !statSync(at).isDirectory()) throw Object.assign(new Error(`${at} is no folder`), { code: 'EEXIST' });
  let isMade = false;
  for (const each of missing.toReversed()) {
    try {
      mkdirSync(each, { mode });
      isMade = true;
    } catch (error) {
      // Somebody else was faster.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST' && statSync(each).isDirectory())) throw error;
    }
  }
  return isMade;
}

export type WholeText = string | Uint8Array | Iterable<string>;

/**
 * A new file takes the place of the old one, with its rights, when all of it is written; when that fails the old one is as it was. What
 * cannot be replaced is written in place: devices and pipes, what belongs to somebody else, has a second name, or lies in a folder that
 * takes no new file. Links are followed unless that is forbidden: then ELOOP. Throws the system's errors.
 */
export function writeWhole(file: string, text: WholeText, { follow = true }: { readonly follow?: boolean } = {}): void {
  // `/dev/stdout` leads to a pipe that has no name.
  const old = (follow ? statSync : lstatSync)(file, { throwIfNoEntry: false });
  if (old && !isReplaceable(old)) return inPlace(file, text, follow);
  const path = follow ? targetOf(file) : file;
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${process.pid}.kumomori`);
  const descriptor = openNew(temporary);
  if (descriptor === null) return inPlace(path, text, follow);
  try {
    try {
      write(descriptor, text);
      if (old) fchmodSync(descriptor, old.mode & 0o7777);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Where links lead; the name itself when nothing is there yet. */
function targetOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function isReplaceable(old: Stats): boolean {
  const isWritable = (old.mode & 0o200) !== 0;
  return old.isFile() && isWritable && old.nlink === 1 && old.uid === (process.getuid?.() ?? old.uid);
}

/** Null where the folder takes no new file. */
function openNew(path: string): number | null {
  try {
    // What an ended run of the same number left behind.
    rmSync(path, { force: true });
    return openSync(path, 'wx', 0o666);
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS', 'ENAMETOOLONG'].includes(String(error.code))) return null;
    throw error;
  }
}

function inPlace(path: string, text: WholeText, follow: boolean): void {
  const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants;
  // Windows has no O_NOFOLLOW; there, links need a privilege that a checkout does not have.
  const descriptor = openSync(path, O_WRONLY | O_CREAT | O_TRUNC | (follow ? 0 : (O_NOFOLLOW ?? 0)), 0o666);
  try {
    write(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

function write(descriptor: number, text: WholeText): void {
  for (const piece of typeof text === 'string' || text instanceof Uint8Array ? [text] : inLargePieces(text))
    writeFileSync(descriptor, piece);
}

/** Each piece costs a call of the system. */
const LARGE = 256 * 1024;

function* inLargePieces(pieces: Iterable<string>): Generator<string> {
  let waiting: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < LARGE) continue;
    yield waiting.join('');
    waiting = [];
    length = 0;
  }
  yield waiting.join('');
}
