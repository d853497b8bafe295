/** Work that outlives a request, in queues of the database: the same with one process and with many. */
import { PgBoss } from 'pg-boss';
import type { Store } from '../../store/index.ts';

export type QueueName = 'runs' | 'deliveries' | 'daily';

export interface QueueSettings {
  /** How often a failed job is tried again; the delay doubles. */
  readonly retries: number;
  /** A job that no process works on any more is over after this. */
  readonly lostAfterSeconds: number;
}

const QUEUES: Readonly<Record<QueueName, QueueSettings>> = {
  // A run says itself what went wrong, and the next one is due anyway.
  runs: { retries: 0, lostAfterSeconds: 6 * 3_600 },
  deliveries: { retries: 0, lostAfterSeconds: 300 },
  daily: { retries: 3, lostAfterSeconds: 3_600 },
};

export interface Jobs {
  readonly start: () => Promise<void>;
  readonly send: (queue: QueueName, data: object) => Promise<void>;
  /** Handles jobs of a queue in this process, `parallel` at once. */
  readonly work: (queue: QueueName, options: { readonly parallel: number }, handle: (data: unknown) => Promise<void>) => Promise<void>;
  /** Waits for what works. */
  readonly stop: () => Promise<void>;
}

export function openJobs(store: Store, onError: (error: Error) => void): Jobs {
  const executeSql = async (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> => ({
    rows: [...(await store.execute(text, values)).rows],
  });
  const boss = new PgBoss({ db: { executeSql }, schema: 'kumomori_jobs' });
  boss.on('error', onError);
  return {
    start: async () => {
      await boss.start();
      for (const [name, { retries, lostAfterSeconds }] of Object.entries(QUEUES))
        await boss.createQueue(name, { retryLimit: retries, retryBackoff: true, expireInSeconds: lostAfterSeconds });
    },
    send: async (queue, data) => void (await boss.send(queue, data)),
    work: async (queue, { parallel }, handle) => {
      await boss.work(queue, { batchSize: 1, localConcurrency: parallel, pollingIntervalSeconds: 1 }, async (jobs) => {
        for (const { data } of jobs) await handle(data);
      });
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
