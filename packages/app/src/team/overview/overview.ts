/** What the first page shows: the score with its band, how it went, what changed since yesterday, how quickly work is done. */
import { sql } from 'kysely';
import { findingMetrics } from '@kumomori/engine';
import type { FindingMetrics, HistoryEntry, MetricFinding } from '@kumomori/engine';
import type { Actor, BilingualText, ScoreDayRow, StoreTransaction } from '../../store/index.ts';
import { seesAll } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';
import type { Selectable } from 'kysely';

const DAY_MS = 86_400_000;
const TREND_DAYS = 90;
const METRIC_DAYS = 90;
/** Findings that the figures are made of, those that moved last first. */
const MOST_FINDINGS = 20_000;
const MOST_COSTS = 10;

export interface Overview {
  /** Null: no day was reckoned yet. */
  readonly score: {
    readonly day: string;
    readonly score: number;
    readonly low: number;
    readonly high: number;
    /** By check, the greatest first. */
    readonly costs: readonly Cost[];
  } | null;
  readonly trend: readonly { readonly day: string; readonly score: number; readonly low: number; readonly high: number }[];
  /** In the last 24 hours. */
  readonly changes: {
    readonly since: string;
    readonly found: number;
    readonly reopened: number;
    readonly verified: number;
    readonly accepted: number;
    /** Became late and is open still. */
    readonly overdue: number;
  };
  /** Times in milliseconds, medians; null: nothing to measure. */
  readonly metrics: {
    readonly days: number;
    readonly timeToDetect: number | null;
    readonly timeToAcknowledge: number | null;
    readonly timeToResolve: number | null;
    readonly sla: { readonly due: number; readonly met: number; readonly rate: number | null };
    /** More findings moved than were looked at. */
    readonly isPartial: boolean;
  };
}

interface Cost {
  readonly checkId: string;
  readonly title: BilingualText | null;
  readonly points: number;
  readonly findings: number;
  /** Exceptions hold all of it. */
  readonly isAccepted: boolean;
}

/** Of everything; for a member of its (first) department. */
export async function readOverview(team: Team, { actor }: Asking): Promise<Overview> {
  const now = team.now();
  const days = await scoreDays(team, actor, now);
  return team.store.as(actor, async (tx) => ({
    score: await scoreOf(tx, days.at(-1)),
    trend: days.map(({ day, score, low, high }) => ({ day: dayText(day), score, low, high })),
    changes: await changesIn(tx, now),
    metrics: await metricsIn(tx, now),
  }));
}

/** Who belongs to a department may not read the table: only the rows of its own are read here. */
async function scoreDays({ store }: Team, actor: Actor, now: Date): Promise<readonly Selectable<ScoreDayRow>[]> {
  const scope = seesAll(actor) ? 'all' : actor.departments[0] === undefined ? null : `department:${actor.departments[0]}`;
  if (scope === null) return [];
  const from = new Date(now.getTime() - TREND_DAYS * DAY_MS).toISOString().slice(0, 10);
  return store.system((tx) =>
    tx.selectFrom('score_days').selectAll().where('scope', '=', scope).where('day', '>=', from).orderBy('day').execute(),
  );
}

async function scoreOf(tx: StoreTransaction, today: Selectable<ScoreDayRow> | undefined): Promise<Overview['score']> {
  if (!today) return null;
  const byCheck = new Map<string, { points: number; findings: number; isAccepted: boolean }>();
  for (const { checkId, points, isAccepted } of contributionsOf(today.contributions)) {
    const cost = byCheck.get(checkId) ?? { points: 0, findings: 0, isAccepted: true };
    byCheck.set(checkId, { points: cost.points + points, findings: cost.findings + 1, isAccepted: cost.isAccepted && isAccepted });
  }
  const costs = [...byCheck]
    .map(([checkId, cost]) => ({ checkId, ...cost }))
    .toSorted((a, b) => b.points - a.points)
    .slice(0, MOST_COSTS);
  const titles = await titlesOf(
    tx,
    costs.map(({ checkId }) => checkId),
  );
  return {
    ...{ day: dayText(today.day), score: today.score, low: today.low, high: today.high },
    costs: costs.map((cost) => ({ ...cost, title: titles.get(cost.checkId) ?? null })),
  };
}

async function titlesOf(tx: StoreTransaction, checkIds: readonly string[]): Promise<ReadonlyMap<string, BilingualText>> {
  if (checkIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('findings')
    .distinctOn('check_id')
    .select(['check_id', 'title'])
    .where('check_id', 'in', [...checkIds])
    .orderBy('check_id')
    .execute();
  return new Map(rows.map(({ check_id, title }) => [check_id, title]));
}

async function changesIn(tx: StoreTransaction, now: Date): Promise<Overview['changes']> {
  const since = new Date(now.getTime() - DAY_MS);
  const moved = await tx
    .selectFrom('finding_events')
    .select(['to_state', ({ fn }) => fn.count<string | number>('finding_id').distinct().as('count')])
    .where('at', '>=', since)
    .where('to_state', 'is not', null)
    .where(sql<boolean>`from_state is distinct from to_state`)
    .groupBy('to_state')
    .execute();
  const movedTo = (state: string): number => Number(moved.find(({ to_state }) => to_state === state)?.count ?? 0);
  const count = ({ count: value }: { readonly count: string | number }): number => Number(value);
  const found = await tx
    .selectFrom('findings')
    .select(({ fn }) => fn.countAll<string | number>().as('count'))
    .where('first_seen', '>=', since)
    .executeTakeFirstOrThrow();
  const overdue = await tx
    .selectFrom('findings')
    .select(({ fn }) => fn.countAll<string | number>().as('count'))
    .where('is_open', '=', true)
    .where('due_at', '>=', since)
    .where('due_at', '<', now)
    .executeTakeFirstOrThrow();
  return {
    ...{ since: since.toISOString(), found: count(found), overdue: count(overdue) },
    ...{ reopened: movedTo('reopened'), verified: movedTo('verified'), accepted: movedTo('exception') },
  };
}

async function metricsIn(tx: StoreTransaction, now: Date): Promise<Overview['metrics']> {
  const from = new Date(now.getTime() - METRIC_DAYS * DAY_MS);
  const rows = await tx
    .selectFrom('findings')
    .select(['id', 'severity', 'department_id', 'state', 'first_seen', 'due_at'])
    .where((where) => where.or([where('state_since', '>=', from), where('due_at', '>=', from)]))
    .orderBy('state_since', 'desc')
    .limit(MOST_FINDINGS + 1)
    .execute();
  const events =
    rows.length === 0
      ? []
      : await tx
          .selectFrom('finding_events')
          .select(['finding_id', 'at', 'kind', 'from_state', 'to_state'])
          .where(sql<boolean>`finding_id = any(${sql.val(rows.map(({ id }) => id))}::uuid[])`)
          .where('to_state', 'is not', null)
          .orderBy('id')
          .execute();
  const history = Map.groupBy(events, ({ finding_id }) => finding_id);
  const findings = rows.slice(0, MOST_FINDINGS).map((row): MetricFinding => ({
    ...{ severity: row.severity, department: row.department_id, state: row.state, occurredAt: null },
    ...{ firstSeenAt: row.first_seen.toISOString(), dueAt: row.due_at?.toISOString() ?? null },
    history: (history.get(row.id) ?? []).flatMap(({ at, kind, from_state: before, to_state: after }) =>
      // The kinds of events that change a state are those of the life of findings: `addHistory` writes no others with a state.
      after === null ? [] : [{ at: at.toISOString(), event: kind as HistoryEntry['event'], from: before ?? 'new', to: after }],
    ),
  }));
  return {
    ...figures(findingMetrics(findings, { from: from.toISOString(), to: now.toISOString() })),
    isPartial: rows.length > MOST_FINDINGS,
  };
}

function figures({ timeToDetect, timeToAcknowledge, timeToResolve, sla }: FindingMetrics): Omit<Overview['metrics'], 'isPartial'> {
  return {
    ...{ days: METRIC_DAYS, sla },
    ...{ timeToDetect: timeToDetect.median, timeToAcknowledge: timeToAcknowledge.median, timeToResolve: timeToResolve.median },
  };
}

function contributionsOf(value: unknown): readonly { readonly checkId: string; readonly points: number; readonly isAccepted: boolean }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return [];
    const { checkId, points, isAccepted } = each as Readonly<Record<string, unknown>>;
    return typeof checkId === 'string' && typeof points === 'number' ? [{ checkId, points, isAccepted: isAccepted === true }] : [];
  });
}

/** Drivers give a day as text or as midnight of their own zone. */
function dayText(day: Date | string): string {
  if (typeof day === 'string') return day.slice(0, 10);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
}
