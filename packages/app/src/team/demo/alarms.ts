/** Incidents of the story, and what was told of findings to channels. */
import type { Team } from '../context.ts';

const ACCOUNT = '123456789012';
const DAY_MS = 86_400_000;

const INCIDENTS = [
  ['root-without-mfa', 'Root user signed in without MFA', 'high', 'root', 61, 4, 'closed', ['T1078.004'], ['initial-access']],
  [
    'key-from-abroad',
    'Access key used from a new country, then permissions listed',
    'critical',
    'ci-deploy',
    33,
    57,
    'closed',
    ['T1078.004', 'T1087.004'],
    ['initial-access', 'discovery'],
  ],
  ['bucket-made-public', 'Bucket policy opened to everybody', 'high', 'ops-batch', 12, 3, 'acknowledged', ['T1530'], ['collection']],
  [
    'trail-stopped',
    'Audit trail stopped and a user created',
    'critical',
    'tanaka.kenji',
    1,
    11,
    'open',
    ['T1562.008', 'T1136.003'],
    ['defense-evasion', 'persistence'],
  ],
] as const;

export async function addIncidents({ store, now }: Team): Promise<void> {
  const rows = INCIDENTS.map(([id, title, severity, principal, daysAgo, events, state, techniques, tactics]) => {
    const last = new Date(now().getTime() - daysAgo * DAY_MS);
    const first = new Date(last.getTime() - 37 * 60_000);
    const document = {
      ...{
        incidentId: id,
        title,
        severity,
        principal,
        firstSeen: first.toISOString(),
        lastSeen: last.toISOString(),
        techniques,
        ruleIds: [id],
      },
      ...{ eventCount: events, because: [title], principals: [principal], sourceIps: ['203.0.113.17'], tactics, score: 60 },
    };
    return {
      ...{ id, source_id: null, title, severity, severity_rank: severity === 'critical' ? 4 : 3, state, principal, account: ACCOUNT },
      ...{ department_id: 'cloud', first_seen: first, last_seen: last, event_count: events, document: JSON.stringify(document) },
    };
  });
  await store.system((tx) => tx.insertInto('incidents').values(rows).execute());
}

/** What the routes of the story made was delivered long ago; one letter is dead, so that there is something to see. Nothing is sent when the server starts. */
export async function deliverStory({ store }: Team): Promise<void> {
  await store.system(async (tx) => {
    const letters = await tx.selectFrom('deliveries').select(['id', 'created_at']).orderBy('created_at').execute();
    for (const { id, created_at } of letters)
      await tx
        .updateTable('deliveries')
        .set({ state: 'delivered', attempts: 1, delivered_at: new Date(created_at.getTime() + 2_000) })
        .where('id', '=', id)
        .execute();
    const last = letters.at(-1);
    if (last)
      await tx
        .updateTable('deliveries')
        .set({ state: 'dead', attempts: 8, delivered_at: null, last_error: '503 Service Unavailable' })
        .where('id', '=', last.id)
        .execute();
  });
}
