/** The process of one scan: `kumomori judge`, started with the very program that runs. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';

/** What a failing process may say. */
const MAX_ERROR = 2_000;
const KILL_AFTER_MS = 5_000;

export interface JudgeOrder {
  readonly targets: readonly string[];
  readonly output: string;
  readonly temporaryFolder: string;
  readonly configFile: string | null;
  readonly paths: boolean;
  readonly people: string | null;
}

export interface JudgeProcessOptions {
  readonly order: JudgeOrder;
  readonly cwd: string;
  readonly signal: AbortSignal;
  /** `{ phase, done, total }` */
  readonly onProgress: (progress: unknown) => void;
}

/** Ends when the files are written; fails with what the process said. Aborting ends the process. */
export async function runJudge({ order, cwd, signal, onProgress }: JudgeProcessOptions): Promise<void> {
  const program = process.argv[1] ?? '';
  const child = spawn(process.execPath, [...process.execArgv, program, 'judge'], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  const stop = (): void => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
  };
  signal.addEventListener('abort', stop, { once: true });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => (said = (said + piece.toString('utf8')).slice(-MAX_ERROR)));
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(order));
  createInterface({ input: child.stdout }).on('line', (line) => {
    try {
      onProgress(JSON.parse(line));
    } catch {
      // A line that is no progress says nothing we wait for.
    }
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  signal.removeEventListener('abort', stop);
  await finished(child.stdout).catch(() => undefined);
  if (signal.aborted) throw new Error('cancelled');
  if (code !== 0) throw new Error(said.trim() === '' ? `the scan ended with ${code ?? 'a signal'}` : said.trim());
}
