/**
 * Fuzzes parsers, evaluators and readers: `node scripts/fuzz.ts [--runs 100000] [--seed N] [--workers 2] [--format arm] [--report FILE]`.
 * `--format`: terraform, plan, state, cloudformation, arm, bicep, kubernetes, dockerfile, compose, yaml, secrets, sigma, logs, intel, fix, or a single kind of Terraform input.
 * Properties: nothing throws, no input takes longer than 2 s of CPU, memory stays bounded, positions and messages are sound, a second run says the same.
 * Failing inputs go to --save (default tmp/fuzz), one folder each; exit code 1 when there is any. `--index N` runs one input again and prints it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { createInputs, KINDS, kindsOf } from './fuzz/inputs.ts';
import type { Kind } from './fuzz/inputs.ts';
import type { Files } from './fuzz/programs.ts';
import { runTarget } from './fuzz/target.ts';
import { COUNTERS_FROM } from './fuzz/worker.ts';
import type { Message, Slow, Task } from './fuzz/worker.ts';

/** CPU time of the worker's thread. */
const TIME_LIMIT_MS = 2000;
/** Old generation of each worker: an input that needs more, or a leak over many inputs, ends the worker and is reported. */
const HEAP_LIMIT_MB = 768;
/** A worker has four times the stack of the main thread by default; what users run is the main thread. */
const STACK_MB = 1;
const POLL_MS = 200;
const SAVED_FOR_EACH_SIGNATURE = 3;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    format: { type: 'string' },
    index: { type: 'string' },
    report: { type: 'string' },
    save: { type: 'string', default: 'tmp/fuzz' },
  },
});

const seed = Number(values.seed);
const runs = Number(values.runs);
const only = values.format === undefined ? null : kindsOf(values.format);
if (values.format !== undefined && only === null) throw new Error(`--format ${values.format}: one of terraform, ${KINDS.join(', ')}`);

interface Tally {
  readonly kinds: Map<string, number>;
  readonly failures: Map<string, number>;
  slowest: Slow;
  firstHeapMb: number;
  peakHeapMb: number;
}

const tally: Tally = {
  kinds: new Map(),
  failures: new Map(),
  slowest: { index: -1, kind: '', milliseconds: 0 },
  firstHeapMb: 0,
  peakHeapMb: 0,
};

async function main(): Promise<void> {
  if (values.index !== undefined) {
    showOne(Number(values.index));
    return;
  }
  const began = performance.now();
  const step = Number(values.workers);
  await Promise.all(Array.from({ length: step }, async (_, lane) => await runLane(lane, step)));
  const seconds = (performance.now() - began) / 1000;
  const text = summary(seconds);
  process.stdout.write(text);
  if (values.report !== undefined) writeFileSync(values.report, text);
  process.exitCode = tally.failures.size > 0 ? 1 : 0;
}

/** One worker after the other over the inputs `lane`, `lane + step` …: a hang or an exhausted heap costs a worker, not the run. */
async function runLane(lane: number, step: number): Promise<void> {
  let from = lane;
  while (from < runs) {
    const outcome = await runWorker({ seed, only, from, to: runs, step });
    if (outcome.kind === 'end') return;
    if (outcome.index < from) throw new Error(`a worker could not start: ${outcome.reason}`);
    recordEnd(outcome);
    from = outcome.index + step;
  }
}

type Outcome = { readonly kind: 'end' } | { readonly kind: 'hang' | 'died'; readonly index: number; readonly reason: string };

function recordEnd({ kind: how, index, reason }: Exclude<Outcome, { kind: 'end' }>): void {
  const { kind, files } = createInputs(seed, only)(index);
  record(`${how}: ${reason}`, { index, kind, files, stack: reason });
}

async function runWorker(task: Omit<Task, 'shared'>): Promise<Outcome> {
  const shared = new SharedArrayBuffer(8 * (COUNTERS_FROM + KINDS.length));
  const state = new Float64Array(shared);
  state[0] = -1;
  const worker = new Worker(new URL('./fuzz/worker.ts', import.meta.url), {
    workerData: { ...task, shared } satisfies Task,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB, stackSizeMb: STACK_MB },
  });
  return await new Promise((resolve) => {
    let isFinished = false;
    const finish = (outcome: Outcome): void => {
      if (isFinished) return;
      isFinished = true;
      clearInterval(watchdog);
      for (const [at, kind] of KINDS.entries()) tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + (state[COUNTERS_FROM + at] ?? 0));
      void worker.terminate();
      resolve(outcome);
    };
    const watchdog = setInterval(() => {
      const [index = -1, since = 0] = state;
      void worker.cpuUsage().then(({ user, system }) => {
        if (index >= 0 && state[0] === index && state[1] === since && (user + system) / 1000 - since > TIME_LIMIT_MS)
          finish({ kind: 'hang', index, reason: `over ${TIME_LIMIT_MS} ms of CPU time` });
      }, ignoreEnded);
    }, POLL_MS);
    worker.on('message', (message: Message) => (message.type === 'end' ? finish({ kind: 'end' }) : take(message)));
    worker.on('error', (error: Error) => finish({ kind: 'died', index: state[0] ?? -1, reason: error.message }));
  });
}

/** A worker that has just ended has no CPU time to tell; its end is reported by its own event. */
function ignoreEnded(): void {}

function take(message: Exclude<Message, { type: 'end' }>): void {
  if (message.type === 'failure') {
    const { index, kind, signature, stack, minimized } = message.failure;
    record(signature, { index, kind, files: minimized ?? createInputs(seed, only)(index).files, stack });
    return;
  }
  const { heapMb, slowest } = message;
  if (tally.firstHeapMb === 0) tally.firstHeapMb = heapMb;
  tally.peakHeapMb = Math.max(tally.peakHeapMb, heapMb);
  if (slowest.milliseconds > tally.slowest.milliseconds) tally.slowest = slowest;
}

interface Found {
  readonly index: number;
  readonly kind: Kind;
  readonly files: Files;
  readonly stack: string;
}

function record(signature: string, { index, kind, files, stack }: Found): void {
  const count = (tally.failures.get(signature) ?? 0) + 1;
  tally.failures.set(signature, count);
  if (count > SAVED_FOR_EACH_SIGNATURE) return;
  const folder = join(values.save, `${seed}-${index}-${kind}`);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'failure.txt'), `${signature}\n\n${stack}\n`);
  process.stderr.write(`failure: ${signature}\n  saved in ${folder}\n`);
}

function summary(seconds: number): string {
  const { slowest } = tally;
  const done = [...tally.kinds.values()].reduce((sum, count) => sum + count, 0);
  const failures = [...tally.failures.values()].reduce((sum, count) => sum + count, 0);
  const lines = [
    ...[...tally.kinds].flatMap(([kind, count]) => (count > 0 ? [`${kind.padEnd(14)} ${count}`] : [])),
    `slowest: input ${slowest.index} (${slowest.kind}), ${slowest.milliseconds.toFixed(0)} ms`,
    `heap of a worker: ${tally.firstHeapMb.toFixed(0)} MB at first, at most ${tally.peakHeapMb.toFixed(0)} MB`,
    ...[...tally.failures].map(([signature, count]) => `${count} × ${signature}`),
    `fuzz: ${done} inputs, seed ${seed}, ${failures} failures, ${seconds.toFixed(1)} s, ${Math.round(done / seconds)} inputs/s`,
  ];
  return `${lines.join('\n')}\n`;
}

function showOne(index: number): void {
  const { kind, files } = createInputs(seed, only)(index);
  for (const [path, text] of files) process.stdout.write(`--- ${path} (${kind})\n${text}\n`);
  const began = performance.now();
  runTarget({ kind, files }, index);
  process.stdout.write(`--- ${(performance.now() - began).toFixed(1)} ms\n`);
}

await main();
