/** The process of one question: `kumomori answer`, started with the very program that runs. Few at once; who no longer waits ends it. */
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { Language } from '@kumomori/model';
import type { Question } from '../../use-cases/index.ts';
import { TeamError } from '../errors.ts';

const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
const MAX_ERROR = 2_000;
const KILL_AFTER_MS = 5_000;
const LONGEST_MS = 180_000;
const AT_ONCE = 2;
/** More who wait only make each other wait longer. */
const MAX_WAITING = 16;

let working = 0;
const waiting: (() => void)[] = [];

export interface Asked {
  readonly question: Question;
  readonly language: Language;
  readonly signal: AbortSignal;
}

/** What the process printed. Fails with `too-many` when others wait already, and when it takes longer than three minutes. */
export async function askProcess(asked: Asked): Promise<unknown> {
  await enter(asked.signal);
  try {
    return JSON.parse(await run({ ...asked, signal: AbortSignal.any([asked.signal, AbortSignal.timeout(LONGEST_MS)]) }));
  } finally {
    working -= 1;
    waiting.shift()?.();
  }
}

async function enter(signal: AbortSignal): Promise<void> {
  if (working >= AT_ONCE) {
    if (waiting.length >= MAX_WAITING) throw new TeamError('too-many', 'too many questions wait', { retryAfterSeconds: 10 });
    await new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        waiting.splice(waiting.indexOf(go), 1);
        reject(new Error('cancelled'));
      };
      const go = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      waiting.push(go);
      signal.addEventListener('abort', leave, { once: true });
    });
  }
  working += 1;
}

async function run({ question, language, signal }: Asked): Promise<string> {
  signal.throwIfAborted();
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', 'answer'], {
    cwd: tmpdir(),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const stop = (): void => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
  };
  signal.addEventListener('abort', stop, { once: true });
  const pieces: Buffer[] = [];
  let size = 0;
  let said = '';
  child.stdout.on('data', (piece: Buffer) => {
    size += piece.length;
    if (size > MAX_ANSWER_BYTES) stop();
    else pieces.push(piece);
  });
  child.stderr.on('data', (piece: Buffer) => (said = (said + piece.toString('utf8')).slice(-MAX_ERROR)));
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify({ question, language }));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  signal.removeEventListener('abort', stop);
  if (signal.aborted) throw new TeamError('too-large', 'the question took too long', { reason: 'question-too-long' });
  if (size > MAX_ANSWER_BYTES) throw new TeamError('too-large', 'the answer is too large', { reason: 'question-too-large' });
  if (code !== 0) throw new Error(said.trim() === '' ? `the question ended with ${code ?? 'a signal'}` : said.trim());
  return Buffer.concat(pieces).toString('utf8');
}
