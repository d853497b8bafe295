/** Where results go. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AppError } from '../errors.ts';
import type { Messages } from '../use-cases/index.ts';
import type { CliEnvironment } from './environment.ts';

const DEFAULT_WIDTH = 100;

/** Writes a file, relative to the working folder; its folder is made. Throws AppError `output-failed`. */
export function writeResult(file: string, text: string, { cwd, messages }: { readonly cwd: string; readonly messages: Messages }): void {
  const path = resolve(cwd, file);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (cause) {
    throw new AppError('output-failed', { message: messages.cli.cannotWrite(file), cause });
  }
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
