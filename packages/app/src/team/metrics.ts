/** Numbers of the server for Prometheus. */
import { sql } from 'kysely';
import type { Metric } from '../outputs/index.ts';
import { prometheusText, prometheusType } from '../outputs/index.ts';
import type { Asking, Team } from './context.ts';

export const metricsType = prometheusType;

/** The page of metrics, by what the actor may see. Needs a few counts of the database; meant for once in a minute or so. */
export async function metricsText({ store, now }: Team, { actor }: Asking): Promise<string> {
  const { findings, runs, waiting } = await store.as(actor, async (tx) => ({
    findings: await tx
      .selectFrom('findings')
      .select(['severity', 'state', sql<string>`count(*)`.as('count')])
      .groupBy(['severity', 'state'])
      .orderBy('severity')
      .orderBy('state')
      .execute(),
    runs: await tx
      .selectFrom('runs')
      .select(['state', sql<string>`count(*)`.as('count')])
      .groupBy('state')
      .orderBy('state')
      .execute(),
    waiting: await tx
      .selectFrom('deliveries')
      .select(['state', sql<string>`count(*)`.as('count')])
      .groupBy('state')
      .orderBy('state')
      .execute(),
  }));
  const metrics: readonly Metric[] = [
    {
      ...{ name: 'kumomori_findings', kind: 'gauge', help: 'Findings by severity and state.' },
      samples: findings.map(({ severity, state, count }) => ({ labels: { severity, state }, value: Number(count) })),
    },
    {
      ...{ name: 'kumomori_runs', kind: 'gauge', help: 'Runs that are kept, by state.' },
      samples: runs.map(({ state, count }) => ({ labels: { state }, value: Number(count) })),
    },
    {
      ...{ name: 'kumomori_deliveries', kind: 'gauge', help: 'Notifications by state.' },
      samples: waiting.map(({ state, count }) => ({ labels: { state }, value: Number(count) })),
    },
    {
      name: 'kumomori_resident_memory_bytes',
      kind: 'gauge',
      help: 'Memory of the server.',
      samples: [{ value: process.memoryUsage.rss() }],
    },
    { name: 'kumomori_time_seconds', kind: 'gauge', help: 'Clock of the server.', samples: [{ value: now().getTime() / 1000 }] },
  ];
  return prometheusText(metrics);
}

/** Whether the database answers. */
export async function isHealthy({ store }: Team): Promise<boolean> {
  try {
    await store.execute('select 1');
    return true;
  } catch {
    return false;
  }
}
