/** The ladder: the owner before and on the day, then its manager, then the security team. */
import { sql } from 'kysely';
import { dayIn, daysBetween, dueEscalation } from '@kumomori/engine';
import type { StoreTransaction } from '../../store/index.ts';
import { SYSTEM } from '../../store/index.ts';
import type { Notice } from '../notifications/index.ts';
import { newsOfFinding, tell, toldFindings } from '../notifications/index.ts';
import { settingIn } from '../settings/index.ts';

/** Of one day; the rest comes with the next. */
const MOST = 5_000;

/** How many steps were taken, and how many messages wait. The transaction needs the rights of the system. */
export async function escalate(tx: StoreTransaction, at: Date): Promise<{ readonly taken: number; readonly waiting: number }> {
  const calendar = await settingIn(tx, 'calendar');
  const { steps, states } = await settingIn(tx, 'escalation');
  if (steps.length === 0 || states.length === 0) return { taken: 0, waiting: 0 };
  const time = at.toISOString();
  const earliest = Math.max(0, ...steps.map(({ offset }) => -offset));
  // Business days are at most three days apart, closures aside; those too early are left to the rules.
  const horizon = new Date(at.getTime() + (earliest * 3 + 14) * 86_400_000);
  const rows = await tx
    .selectFrom('findings')
    .select(['id', 'severity', 'state', 'due_at'])
    .select(
      sql<
        readonly string[] | null
      >`(select array_agg(detail->>'step') from finding_events where finding_id = findings.id and kind = 'escalated'
        and detail->>'due' = findings.due_at::text)`.as('taken'),
    )
    .select(sql<string>`due_at::text`.as('due'))
    .where('is_open', '=', true)
    .where('state', 'in', [...states])
    .where('due_at', '<=', horizon)
    .orderBy('due_at')
    .limit(MOST)
    .execute();
  const planned = rows.flatMap((row) => {
    if (row.due_at === null) return [];
    const dueDay = dayIn(row.due_at.toISOString(), calendar.timeZone);
    const step = dueEscalation({ severity: row.severity, state: row.state, dueDay, taken: row.taken ?? [] }, time, {
      steps,
      states,
      calendar,
    })?.step;
    return step ? [{ ...row, dueDay, step }] : [];
  });
  const told = await toldFindings(
    tx,
    planned.map(({ id }) => id),
  );
  const today = dayIn(time, calendar.timeZone);
  const notices = planned.flatMap(({ id, dueDay, step }): readonly Notice[] => {
    const finding = told.get(id);
    if (!finding) return [];
    const news = newsOfFinding('finding-escalated', finding, time);
    const days = daysBetween(today, dueDay);
    const level = steps.findIndex((each) => each.id === step.id);
    const event = { id: news.id, at: time, finding: finding.facts, days: Math.abs(days), level };
    return [{ news, event: { ...event, kind: days < 0 ? 'overdue' : 'due-soon' }, toManager: step.to !== 'owner' }];
  });
  const lines = planned.map(({ id, step, due, dueDay }) => ({ id, detail: { step: step.id, to: step.to, due, day: dueDay } }));
  await sql`insert into finding_events (finding_id, at, actor, kind, detail) select id, ${at}::timestamptz, ${SYSTEM.name}, 'escalated', detail
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as new (id uuid, detail jsonb)`.execute(tx);
  return { taken: planned.length, waiting: await tell(tx, notices, at) };
}
