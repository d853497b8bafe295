/** Programs that the user asked for: no shell, no input, bounded in time and output. */
import { spawnSync } from 'node:child_process';

const TIME_LIMIT_MS = 60_000;
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

export type ProgramRun =
  | { readonly kind: 'done'; readonly output: string }
  | { readonly kind: 'missing' }
  /** Took too long or wrote too much. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly errors: string };

/** `cwd`: default that of the process. */
export function runProgram(program: string, parameters: readonly string[], cwd?: string): ProgramRun {
  const result = spawnSync(program, parameters, {
    ...(cwd !== undefined && { cwd }),
    encoding: 'utf8',
    timeout: TIME_LIMIT_MS,
    maxBuffer: MAX_OUTPUT_BYTES,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: false,
  });
  if (result.error) return { kind: 'code' in result.error && result.error.code === 'ENOENT' ? 'missing' : 'stopped' };
  return result.status === 0 ? { kind: 'done', output: result.stdout } : { kind: 'failed', errors: result.stderr };
}

/** The first line of what a program said, short enough for a diagnostic. */
export function firstError(errors: string): string {
  return (errors.split('\n')[0] ?? '').slice(0, 200);
}
