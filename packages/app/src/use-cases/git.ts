/** git, asked without running anything of the repository: no shell, hooks, pagers, monitors or text conversions. */
import { execFile, spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { promisify } from 'node:util';

const MAX_OUTPUT = 64 * 1024 * 1024;
const SETTINGS = ['--no-pager', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'diff.external='];
const run = promisify(execFile);

/** What it printed. Throws what `execFile` throws; `saidByGit` makes a sentence of it. */
export async function git(folder: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run('git', [...SETTINGS, '-C', folder, ...args], { maxBuffer: MAX_OUTPUT, env: environment() });
  return stdout;
}

/** For long inputs and outputs. */
export function spawnGit(folder: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn('git', [...SETTINGS, '-C', folder, ...args], { stdio: 'pipe', env: environment() });
}

/** Why a call failed, in git's words: its first line. */
export function saidByGit(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return NO_GIT;
  const stderr = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr : error.message;
  return firstLineOfGit(stderr);
}

export function firstLineOfGit(stderr: string): string {
  return (stderr.split('\n')[0] ?? '').replace(/^fatal: /, '');
}

export const NO_GIT = 'git is not installed';

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
}
