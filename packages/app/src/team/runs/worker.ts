/** Takes waiting runs until it is stopped. Several processes may do so with one PostgreSQL server. */
import { hostname } from 'node:os';
import type { Store } from '../../store/index.ts';
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
  await endLostRuns(team, worker);
  await team.jobs.work('runs', { parallel }, async (data) => {
    const runId = runIdOf(data);
    if (runId !== null) await executeRun(team, { runId, worker, dataFolder, signal: stop.signal });
  });
  // What was waiting when the last process ended.
  const waiting = await team.store.system((tx) => tx.selectFrom('runs').select('id').where('state', '=', 'queued').execute());
  for (const { id } of waiting) await team.jobs.send('runs', { runId: id });
  return () => stop.abort();
}

const LOST = 'the process that worked on it is gone';

/**
 * Runs whose process ended without a word. With an embedded database that is every one that works, as nobody else has the folder; with a server those
 * of this machine whose process is no longer there. Returns how many.
 */
async function endLostRuns({ store, now }: Pick<Team, 'store' | 'now'>, worker: string): Promise<number> {
  return store.system(async (tx) => {
    const working = await tx.selectFrom('runs').select(['id', 'worker']).where('state', '=', 'running').execute();
    const lost = working.filter((run) => isLost(store.kind, run.worker, worker)).map(({ id }) => id);
    if (lost.length === 0) return 0;
    const set = { state: 'failed', error: LOST, finished_at: now(), progress: null } as const;
    await tx.updateTable('runs').set(set).where('id', 'in', lost).where('state', '=', 'running').execute();
    return lost.length;
  });
}

function isLost(kind: Store['kind'], worker: string | null, own: string): boolean {
  if (kind === 'embedded' || worker === null || worker === own) return true;
  const [, host, pid] = /^(.*):(\d+)$/u.exec(worker) ?? [];
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'EPERM');
  }
}

function runIdOf(data: unknown): string | null {
  return typeof data === 'object' && data !== null && 'runId' in data && typeof data.runId === 'string' ? data.runId : null;
}
