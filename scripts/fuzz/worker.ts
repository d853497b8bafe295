/** Runs every n-th input of a range; tells the main thread what failed, and through shared memory which input it is at. */
import { parentPort, workerData } from 'node:worker_threads';
import { createInputs, KINDS } from './inputs.ts';
import type { FuzzInput, Kind } from './inputs.ts';
import { minimize } from './minimize.ts';
import type { Files } from './programs.ts';
import { runTarget } from './target.ts';

export interface Task {
  readonly seed: number;
  readonly only: readonly Kind[] | null;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly step: number;
  /** Float64: index, CPU time of the thread when it began in ms, then inputs done of each kind. Survives the worker. */
  readonly shared: SharedArrayBuffer;
}

export type Message =
  | {
      readonly type: 'progress';
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

/** Where the counts of the kinds begin in the shared numbers. */
export const COUNTERS_FROM = 2;

const EVERY = 2000;
const NOTHING: Slow = { index: -1, kind: '', milliseconds: 0 };
const seen = new Set<string>();

function work({ seed, only, from, to, step, shared }: Task, send: (message: Message) => void): void {
  const inputs = createInputs(seed, only);
  const state = new Float64Array(shared);
  let slowest = NOTHING;
  let done = 0;
  const report = (): void => {
    send({ type: 'progress', heapMb: process.memoryUsage().heapUsed / 1e6, slowest });
    slowest = NOTHING;
  };
  for (let index = from; index < to; index += step) {
    state[0] = index;
    let began = cpuMs();
    state[1] = began;
    const { kind, files } = inputs(index);
    const error = attempt({ kind, files }, index, () => {
      began = cpuMs();
      state[1] = began;
    });
    const milliseconds = cpuMs() - began;
    if (milliseconds > slowest.milliseconds) slowest = { index, kind, milliseconds };
    if (error !== null) send({ type: 'failure', failure: describe(error, { index, kind, files, state }) });
    const counter = COUNTERS_FROM + KINDS.indexOf(kind);
    state[counter] = (state[counter] ?? 0) + 1;
    done++;
    if (done % EVERY === 0) report();
  }
  report();
  send({ type: 'end' });
}

/** CPU time of this thread: on a busy machine the clock says little about an input. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Null when all properties held. */
function attempt(input: FuzzInput, index: number, restart?: () => void): Error | null {
  try {
    runTarget(input, index, restart);
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
    state[1] = cpuMs();
    const other = attempt({ kind, files: smaller }, index);
    return other !== null && signatureOf(other) === signature;
  };
  return { index, kind, signature, stack: error.stack ?? error.message, minimized: isNew ? minimize(files, fails) : null };
}

/** The same fault gives the same text: the beginning of the message without numbers and quoted parts, and the innermost place in our own code. */
function signatureOf(error: Error): string {
  const message = error.message.replaceAll(/(["'`]).*/gs, '').replaceAll(/\d+/g, 'N');
  const frame = /\/packages\/[^\n)]*?\.ts/.exec(error.stack ?? '')?.[0] ?? '';
  return `${error.name}: ${message.slice(0, 120)} @ ${frame}`;
}

const port = parentPort;
if (port !== null) work(workerData as Task, (message) => port.postMessage(message));
