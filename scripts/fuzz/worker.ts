/** Runs every n-th input of a range; tells the main thread what failed, and through shared memory which input it is at. */
import { parentPort, workerData } from 'node:worker_threads';
import { createInputs } from './inputs.ts';
import type { Kind } from './inputs.ts';
import { minimize } from './minimize.ts';
import type { Files } from './programs.ts';
import { runTarget } from './target.ts';

export interface Task {
  readonly seed: number;
  readonly only: Kind | null;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly step: number;
  /** [index, when it began in ms since the epoch]; the watchdog reads it. */
  readonly shared: SharedArrayBuffer;
}

export type Message =
  | {
      readonly type: 'progress';
      readonly done: number;
      readonly kinds: Readonly<Record<string, number>>;
      readonly heapMb: number;
      readonly slowest: Slow;
    }
  | { readonly type: 'failure'; readonly failure: Failure }
  | { readonly type: 'end' };

export interface Slow {
  readonly index: number;
  readonly kind: string;
  readonly milliseconds: number;
}

export interface Failure {
  readonly index: number;
  readonly kind: Kind;
  readonly signature: string;
  readonly stack: string;
  /** Null when another input with this signature was made smaller before. */
  readonly minimized: Files | null;
}

const EVERY = 2000;
const seen = new Set<string>();

function work({ seed, only, from, to, step, shared }: Task, send: (message: Message) => void): void {
  const inputs = createInputs(seed, only);
  const state = new Float64Array(shared);
  let kinds: Record<string, number> = {};
  let slowest: Slow = { index: -1, kind: '', milliseconds: 0 };
  let done = 0;
  const report = (): void => {
    send({ type: 'progress', done, kinds, heapMb: process.memoryUsage().heapUsed / 1e6, slowest });
    [kinds, done, slowest] = [{}, 0, { index: -1, kind: '', milliseconds: 0 }];
  };
  for (let index = from; index < to; index += step) {
    state[0] = index;
    state[1] = Date.now();
    const { kind, files } = inputs(index);
    const began = performance.now();
    const error = attempt(files);
    const milliseconds = performance.now() - began;
    if (milliseconds > slowest.milliseconds) slowest = { index, kind, milliseconds };
    if (error !== null) send({ type: 'failure', failure: describe(error, { index, kind, files, state }) });
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    done++;
    if (done === EVERY) report();
  }
  report();
  send({ type: 'end' });
}

/** Null when all properties held. */
function attempt(files: Files): Error | null {
  try {
    runTarget(files);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

interface Situation {
  readonly index: number;
  readonly kind: Kind;
  readonly files: Files;
  readonly state: Float64Array;
}

function describe(error: Error, { index, kind, files, state }: Situation): Failure {
  const signature = signatureOf(error);
  const isNew = !seen.has(signature);
  seen.add(signature);
  const fails = (smaller: Files): boolean => {
    state[1] = Date.now();
    const other = attempt(smaller);
    return other !== null && signatureOf(other) === signature;
  };
  return { index, kind, signature, stack: error.stack ?? error.message, minimized: isNew ? minimize(files, fails) : null };
}

/** The same fault gives the same text: message without its numbers and quoted parts, and the innermost place in our own code. */
function signatureOf(error: Error): string {
  const message = error.message.split('\n')[0] ?? '';
  const frame = /\/packages\/[^\n)]*?\.ts/.exec(error.stack ?? '')?.[0] ?? '';
  return `${error.name}: ${message.replaceAll(/\d+/g, 'N').replaceAll(/".*?"/g, '"…"').slice(0, 160)} @ ${frame}`;
}

const port = parentPort;
if (port !== null) work(workerData as Task, (message) => port.postMessage(message));
