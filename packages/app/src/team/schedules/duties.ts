/** What is done without anybody asking: each minute what is due, each day what a day changes. */
import { sql } from 'kysely';
import { dayIn, endedFalsePositives, instantOf, isBusinessDay } from '@kumomori/engine';
import { SYSTEM } from '../../store/index.ts';
import type { Team } from '../context.ts';
import { endExceptions } from '../exceptions/index.ts';
import { moveFindings, placeAgain, trackedFrom, trackedSelection } from '../findings/index.ts';
import type { DeliverOptions } from '../notifications/index.ts';
import { deliverWaiting, newsOf, sendCollected, sendSoon, syncTickets, tell } from '../notifications/index.ts';
import { isMaintenance, lastDue, requestRun } from '../runs/index.ts';
import { keepScores } from '../score/index.ts';
import { settingIn } from '../settings/index.ts';
import { claimDuty } from './claim.ts';
import { sendDigests } from './digests.ts';
import { escalate } from './escalate.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** On the clocks of the calendar: after midnight, before anybody works. */
const DAILY_AT = 5;
/** Without a run for so many of its usual days a source is silent. */
const SILENT_DAYS = 2;

/** What is due at a moment goes into the queues, once over all servers. */
export async function tick(team: Team): Promise<void> {
  const at = team.now();
  await startScheduled(team, at);
  const { calendar, digestAt } = await team.store.system(async (tx) => ({
    calendar: await settingIn(tx, 'calendar'),
    digestAt: (await settingIn(tx, 'escalation')).digestAt,
  }));
  const day = dayIn(at.toISOString(), calendar.timeZone);
  const slot = (minutes: number): Date => new Date(instantOf({ day, minutes }, calendar.timeZone));
  if (at >= slot(DAILY_AT) && (await claimDuty(team, 'daily', slot(DAILY_AT)))) await team.jobs.send('daily', { duty: 'day' });
  if (digestAt !== null && at >= slot(digestAt) && isBusinessDay(day, calendar) && (await claimDuty(team, 'digest', slot(digestAt))))
    await team.jobs.send('daily', { duty: 'digest' });
  const waiting = await team.store.system((tx) =>
    tx.selectFrom('deliveries').select('id').where('state', '=', 'waiting').where('next_at', '<=', at).limit(1).execute(),
  );
  if (waiting.length > 0) await team.jobs.send('deliveries', {});
}

/** A source that is due within its maintenance window is looked at when that is over. */
async function startScheduled(team: Team, at: Date): Promise<void> {
  const sources = await team.store.system((tx) =>
    tx
      .selectFrom('sources')
      .leftJoin('duties', (join) => join.on('duties.name', '=', sql<string>`'source:' || sources.id::text`))
      .select(['sources.id', 'schedule', 'windows', 'created_at', 'duties.at as last'])
      .where('enabled', '=', true)
      .where('schedule', 'is not', null)
      .execute(),
  );
  for (const { id, schedule, windows, created_at, last } of sources) {
    const due = schedule === null ? null : lastDue(schedule, last ?? created_at, at);
    if (due && !isMaintenance(windows, at) && (await claimDuty(team, `source:${id}`, due)))
      await requestRun(team, { actor: SYSTEM }, { sourceId: id, reason: 'schedule' });
  }
}

/** A job of the queue `daily`. */
export async function doDuty(team: Team, data: unknown, options: DeliverOptions): Promise<void> {
  const duty = typeof data === 'object' && data !== null && 'duty' in data ? data.duty : null;
  if (duty === 'place') await placeAgain(team);
  if (duty === 'score') await team.store.system((tx) => keepScores(tx, team.now()));
  if (duty === 'day') {
    await doDay(team);
    await syncTickets(team, options);
  }
  if (duty === 'digest') {
    await sendCollected(team);
    const at = team.now();
    await sendSoon(team, await team.store.system((tx) => sendDigests(tx, { at, since: new Date(at.getTime() - DAY_MS) })));
    await team.jobs.send('deliveries', {});
  }
}

/** Done again on the same day it changes nothing more, but may warn again. */
export async function doDay(team: Team): Promise<void> {
  const at = team.now();
  const { moved, waiting } = await team.store.system(async (tx) => {
    const released = await endFalsePositives(team, tx);
    const ended = await endExceptions(tx, at);
    const escalated = await escalate(tx, at);
    const silent = await tellOfSilence(team, tx);
    await keepScores(tx, at);
    return { moved: [...released, ...ended.moved], waiting: ended.waiting + escalated.waiting + silent };
  });
  await sendSoon(team, waiting);
  await forget(team);
  for (const id of moved.slice(0, 1_000)) team.publish({ kind: 'finding', id });
}

type Tx = Parameters<typeof endExceptions>[0];

async function endFalsePositives({ now }: Team, tx: Tx): Promise<readonly string[]> {
  const { timeZone } = await settingIn(tx, 'calendar');
  const at = now().toISOString();
  const rows = await tx
    .selectFrom('findings')
    .select(trackedSelection)
    .where('state', '=', 'false-positive')
    .where('hold_until', 'is not', null)
    .execute();
  const ended = endedFalsePositives(rows.map(trackedFrom), dayIn(at, timeZone));
  const by = { role: 'system', id: SYSTEM.name } as const;
  const moved = await moveFindings(
    tx,
    ended.map((finding) => ({ finding, event: { kind: 'end-false-positive', at, by, reason: 'hold-expired' } })),
  );
  return moved.map(({ after }) => after.id);
}

/** Sources with a schedule that have told nothing for days. */
async function tellOfSilence({ now }: Team, tx: Tx): Promise<number> {
  const at = now();
  const rows = await tx
    .selectFrom('sources')
    .leftJoin('runs', (join) => join.onRef('runs.source_id', '=', 'sources.id').on('runs.state', '=', 'done'))
    .select(['sources.id', 'sources.name', 'schedule', 'sources.created_at', 'department_id'])
    .select((builder) => builder.fn.max('runs.finished_at').as('last'))
    .where('enabled', '=', true)
    .where('schedule', 'is not', null)
    .groupBy('sources.id')
    .execute();
  const limit = new Date(at.getTime() - SILENT_DAYS * DAY_MS);
  const notices = rows.flatMap(({ id, name, schedule, created_at, department_id, last }) => {
    const since = last === null ? created_at : new Date(last);
    // Due at least once since then, and nothing came for days.
    if (schedule === null || since > limit || lastDue(schedule, since, limit) === null) return [];
    const news = newsOf('source-silent', `source:${id}`, { at: at.toISOString(), severity: 'high', department: department_id });
    const told = last === null ? null : new Date(last).toISOString();
    return [{ news, event: { id: news.id, at: news.at, kind: 'source-silent' as const, source: name, last: told } }];
  });
  return tell(tx, notices, at);
}

/** What is kept for no longer than the team decided. */
async function forget({ store, now }: Team): Promise<void> {
  const before = (days: number): Date => new Date(now().getTime() - days * DAY_MS);
  await store.system(async (tx) => {
    const { runDocuments, resourceVersions, closedFindings, deliveries } = await settingIn(tx, 'retention');
    if (runDocuments !== null) await tx.deleteFrom('run_documents').where('created_at', '<', before(runDocuments)).execute();
    if (resourceVersions !== null) await tx.deleteFrom('resource_versions').where('at', '<', before(resourceVersions)).execute();
    if (closedFindings !== null)
      await tx.deleteFrom('findings').where('state', '=', 'verified').where('state_since', '<', before(closedFindings)).execute();
    if (deliveries !== null)
      await tx.deleteFrom('deliveries').where('state', 'in', ['delivered', 'dead']).where('created_at', '<', before(deliveries)).execute();
  });
}

export interface DutiesOptions extends DeliverOptions {
  readonly onError: (error: unknown) => void;
}

/** Works on the queues and looks at the clock each minute, until the returned function is called. */
export async function startDuties(team: Team, { onError, ...options }: DutiesOptions): Promise<() => Promise<void>> {
  const stop = new AbortController();
  const deliverOptions = { ...options, signal: stop.signal };
  await team.jobs.work('daily', { parallel: 1 }, (data) => doDuty(team, data, deliverOptions));
  await team.jobs.work('deliveries', { parallel: 1 }, async () => void (await deliverWaiting(team, deliverOptions)));
  let ticking: Promise<void> = Promise.resolve();
  const look = (): void => void (ticking = ticking.then(() => tick(team)).catch(onError));
  look();
  const timer = setInterval(look, MINUTE_MS);
  return async () => {
    clearInterval(timer);
    stop.abort();
    await ticking;
  };
}
