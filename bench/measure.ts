/** Runs whole processes and says what they cost: wall time, CPU time and peak memory, through GNU time. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface Sample {
  readonly wallSeconds: number;
  /** User plus system time of the process and its children; null without GNU time. */
  readonly cpuSeconds: number | null;
  /** Resident peak of the largest process of the tree, in MB of 10^6 bytes; null without GNU time. */
  readonly peakMb: number | null;
  /** Null when the process was ended by the time limit or a signal. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** One-minute load average of the machine when the run began. */
  readonly load: number;
}

const GNU_TIME = '/usr/bin/time';

export function hasGnuTime(): boolean {
  return existsSync(GNU_TIME);
}

/** One run. After `timeoutSeconds` the process and its children are killed and `exitCode` is null. Output is kept in a temporary file. */
export async function measure(command: Command, timeoutSeconds: number): Promise<Sample> {
  const folder = mkdtempSync(join(tmpdir(), 'kumomori-bench-'));
  const [costs, stdout, stderr] = ['costs', 'stdout', 'stderr'].map((name) => join(folder, name)) as [string, string, string];
  const out = openSync(stdout, 'w');
  const err = openSync(stderr, 'w');
  try {
    const [program, args] = hasGnuTime()
      ? [GNU_TIME, ['-f', '%U %S %M', '-o', costs, command.program, ...command.args]]
      : [command.program, [...command.args]];
    const load = loadavg()[0] ?? 0;
    const began = performance.now();
    const exitCode = await finish(spawnGroup(program, args, { env: command.env ?? {}, out, err }), timeoutSeconds);
    const wallSeconds = (performance.now() - began) / 1000;
    return { wallSeconds, ...readCosts(costs), exitCode, stdout: readFileSync(stdout, 'utf8'), stderr: readFileSync(stderr, 'utf8'), load };
  } finally {
    closeSync(out);
    closeSync(err);
    rmSync(folder, { recursive: true, force: true });
  }
}

interface SpawnOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly out: number;
  readonly err: number;
}

/** In a process group of its own, so that a time limit reaches the children too. */
function spawnGroup(program: string, args: readonly string[], { env, out, err }: SpawnOptions): ReturnType<typeof spawn> {
  return spawn(program, [...args], { stdio: ['ignore', out, err], env: { ...process.env, ...env }, detached: true });
}

async function finish(child: ReturnType<typeof spawn>, timeoutSeconds: number): Promise<number | null> {
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, timeoutSeconds * 1000);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

/** GNU time writes a sentence about the exit code before its figures, hence the last line. */
function readCosts(path: string): Pick<Sample, 'cpuSeconds' | 'peakMb'> {
  const line = existsSync(path) ? (readFileSync(path, 'utf8').trim().split('\n').at(-1) ?? '') : '';
  const match = /^([\d.]+) ([\d.]+) (\d+)$/.exec(line);
  if (match === null) return { cpuSeconds: null, peakMb: null };
  return { cpuSeconds: Number(match[1]) + Number(match[2]), peakMb: (Number(match[3]) * 1024) / 1e6 };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
