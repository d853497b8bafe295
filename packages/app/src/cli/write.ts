/** Where results go. */
import { closeSync, constants, existsSync, mkdirSync, openSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { AppError } from '../errors.ts';
import type { Messages } from '../use-cases/index.ts';
import type { CliEnvironment } from './environment.ts';

const DEFAULT_WIDTH = 100;

/**
 * Writes a file, relative to the working folder; its folder is made. The working folder is often a checkout of somebody else's code, so
 * inside of it no symbolic link is followed; elsewhere (`/dev/stdout`) links are the user's own. Throws AppError `output-failed`.
 */
export function writeResult(
  file: string,
  text: string | Uint8Array | Iterable<string>,
  { cwd, messages }: { readonly cwd: string; readonly messages: Messages },
): void {
  const path = resolve(cwd, file);
  try {
    const isInside = isBelow(cwd, path);
    if (isInside && !isBelow(realpathSync(cwd), realpathSync(existingFolder(path)))) throw linkError();
    mkdirSync(dirname(path), { recursive: true });
    const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants;
    // Windows has no O_NOFOLLOW; there, links need a privilege that a checkout does not have.
    const descriptor = openSync(path, O_WRONLY | O_CREAT | O_TRUNC | (isInside ? (O_NOFOLLOW ?? 0) : 0), 0o666);
    try {
      for (const piece of isWhole(text) ? [text] : inLargePieces(text)) writeFileSync(descriptor, piece);
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    // The text could not be made.
    if (cause instanceof AppError) throw cause;
    const isLink = cause instanceof Error && 'code' in cause && cause.code === 'ELOOP';
    throw new AppError('output-failed', {
      message: messages.cli.cannotWrite(file),
      cause,
      details: isLink ? [messages.cli.outputIsLink] : [],
    });
  }
}

function isWhole(text: string | Uint8Array | Iterable<string>): text is string | Uint8Array {
  return typeof text === 'string' || text instanceof Uint8Array;
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

/** The same error as the system's for a link that is not followed. */
function linkError(): Error {
  return Object.assign(new Error('a symbolic link on the way'), { code: 'ELOOP' });
}

/** The nearest folder above a file that is there. */
function existingFolder(path: string): string {
  let folder = dirname(path);
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

function isBelow(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

/** Colors: only on a terminal that wants them (no-color.org), or when FORCE_COLOR asks for them. */
export function wantsColor({ stdout, variables }: CliEnvironment, allowed: boolean): boolean {
  if (!allowed || (variables['NO_COLOR'] ?? '') !== '') return false;
  const forced = variables['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return stdout.isTerminal && variables['TERM'] !== 'dumb';
}

export function widthOf({ stdout }: CliEnvironment): number {
  return stdout.columns > 0 ? stdout.columns : DEFAULT_WIDTH;
}
