/** What takes long runs in a process of its own, started with the very program that runs: nobody waits for it, and it can be ended. */
import { spawn } from 'node:child_process';

/** What a failing process may say. */
const MAX_ERROR = 2_000;
const MAX_OUTPUT = 64 * 1_048_576;
const KILL_AFTER_MS = 5_000;

export interface ProgramOrder {
  /** Command and options of `kumomori`. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly signal: AbortSignal;
}

/** It ran and did not do what it should; the message is what it said. */
export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed';
}

/** What it printed. Fails with what the process said. Aborting ends the process. */
export async function runProgram({ args, cwd, signal }: ProgramOrder): Promise<string> {
  if (signal.aborted) throw new Error('cancelled');
  const program = process.argv[1] ?? '';
  const child = spawn(process.execPath, [...process.execArgv, program, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = (): void => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
  };
  signal.addEventListener('abort', stop, { once: true });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => (said = (said + piece.toString('utf8')).slice(-MAX_ERROR)));
  const pieces: Buffer[] = [];
  let size = 0;
  child.stdout.on('data', (piece: Buffer) => {
    size += piece.length;
    if (size > MAX_OUTPUT) stop();
    else pieces.push(piece);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  signal.removeEventListener('abort', stop);
  if (signal.aborted) throw new Error('cancelled');
  if (size > MAX_OUTPUT) throw new Error(`more than ${MAX_OUTPUT} bytes came back`);
  const printed = Buffer.concat(pieces).toString('utf8');
  if (code === 0) return printed;
  const reason = said.trim() === '' ? printed.trim().slice(-MAX_ERROR) : said.trim();
  throw new ProgramFailed(reason === '' ? `${args[0] ?? 'the program'} ended with ${code ?? 'a signal'}` : reason);
}
