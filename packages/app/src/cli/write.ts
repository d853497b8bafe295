/** Where results go. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { AppError } from '../errors.ts';
import type { Messages } from '../use-cases/index.ts';
import type { WholeText } from '../write-files.ts';
import { makeFolder, writeWhole } from '../write-files.ts';
import type { CliEnvironment } from './environment.ts';

const DEFAULT_WIDTH = 100;

/**
 * Writes a file whole or not at all, relative to the working folder; its folder is made. The working folder is often a checkout of somebody else's code, so
 * inside of it no symbolic link is followed; elsewhere (`/dev/stdout`) links are the user's own. Throws AppError `output-failed`.
 */
export function writeResult(file: string, text: WholeText, { cwd, messages }: { readonly cwd: string; readonly messages: Messages }): void {
  const path = resolve(cwd, file);
  try {
    const isInside = isBelow(cwd, path);
    if (isInside && !isBelow(realpathSync(cwd), realpathSync(existingFolder(path)))) throw linkError();
    makeFolder(dirname(path));
    writeWhole(path, text, { follow: !isInside });
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
