/** Takes waiting runs until it is stopped. Several processes may do so with one PostgreSQL server. */
import { hostname } from 'node:os';
import type { Team } from '../context.ts';
import { executeRun } from './execute-run.ts';

export interface WorkerOptions {
  readonly dataFolder: string;
  /** Runs at once; each is a process of its own. */
  readonly parallel: number;
}

/** Returns what ends the runs that work; they say that they were broken off. */
export async function startWorker(team: Team, { dataFolder, parallel }: WorkerOptions): Promise<() => void> {
  const stop = new AbortController();
  const worker = `${hostname()}:${process.pid}`;
  await team.jobs.work('runs', { parallel }, async (data) => {
    const runId = runIdOf(data);
    if (runId !== null) await executeRun(team, { runId, worker, dataFolder, signal: stop.signal });
  });
  // What was waiting when the last process ended.
  const waiting = await team.store.system((tx) => tx.selectFrom('runs').select('id').where('state', '=', 'queued').execute());
  for (const { id } of waiting) await team.jobs.send('runs', { runId: id });
  return () => stop.abort();
}

function runIdOf(data: unknown): string | null {
  return typeof data === 'object' && data !== null && 'runId' in data && typeof data.runId === 'string' ? data.runId : null;
}
