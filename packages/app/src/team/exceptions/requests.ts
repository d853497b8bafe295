/** Asked for, approved by others, taken back. */
import { randomUUID } from 'node:crypto';
import type {
  ExceptionCategory,
  ExceptionOutcome,
  ExceptionPreview,
  ExceptionRecord,
  ExceptionSelector,
  NotificationKind,
} from '@kumomori/engine';
import { decideException, exceptionStatus, previewException, requestException, withdrawException } from '@kumomori/engine';
import type { Severity } from '@kumomori/model';
import { severities } from '@kumomori/model';
import type { Actor, StoreTransaction } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';
import { change } from '../context.ts';
import { TeamError } from '../errors.ts';
import { BULK_LIMIT } from '../findings/index.ts';
import { newsOf, sendSoon, tell } from '../notifications/index.ts';
import type { Notice, ToldFinding } from '../notifications/index.ts';
import { toldFindings } from '../notifications/index.ts';
import { settingIn } from '../settings/index.ts';
import { applyExceptions } from './apply.ts';
import type { Candidate } from './candidates.ts';
import { candidatesIn } from './candidates.ts';
import type { KeptException } from './records.ts';
import { exceptionsIn } from './records.ts';

/** Which findings: those of some ids, or by a selector. */
export interface ExceptionScope {
  readonly ids?: readonly string[] | undefined;
  readonly selector?: ExceptionSelector | undefined;
  /** The gravest that is held; left out: the gravest of those meant now. */
  readonly severity?: Severity | undefined;
}

export interface ExceptionAsk extends ExceptionScope {
  readonly category: ExceptionCategory;
  readonly reason: string;
  readonly compensatingControl: string | null;
  /** Id of the user who answers for it; left out: who asks. */
  readonly owner?: string | undefined;
  /** The last day. */
  readonly expires: string;
}

/** The id. Fails with `invalid` and a reason `exception-…`. */
export async function requestNewException(team: Team, asking: Asking, ask: ExceptionAsk): Promise<string> {
  const { actor } = asking;
  const { id, waiting } = await change(team, asking, async (tx, at) => {
    const { selector, severity, departmentId } = await scopeOf(tx, actor, ask);
    const policy = await settingIn(tx, 'exceptions');
    const { category, reason, compensatingControl, expires } = ask;
    const draft = { selector, severity, category, reason, compensatingControl, expires, owner: ask.owner ?? idOf(actor) };
    const made = recordOf(
      requestException(draft, { id: randomUUID(), by: { role: actor.role, id: idOf(actor) }, at: at.toISOString() }, policy),
    );
    await tx
      .insertInto('exceptions')
      .values({
        ...{
          id: made.id,
          state: 'requested',
          selector: JSON.stringify(selector),
          severity,
          category,
          reason,
          compensating: compensatingControl,
        },
        ...{ requested_by: actor.userId, requested_name: actor.name, requested_role: actor.role, requested_at: at, owner: draft.owner },
        ...{ approvals_needed: made.approvalsNeeded, department_id: departmentId, expires },
      })
      .execute();
    await team.store.raise(tx);
    const sent = await tellOf(tx, made, { kind: 'exception-requested', by: actor.name, department: departmentId, at });
    const audit = { action: 'exception.request', object: `exception:${made.id}`, detail: { selector, severity, reason, expires } };
    return { result: { id: made.id, waiting: sent }, audit };
  });
  await sendSoon(team, waiting);
  team.publish({ kind: 'exception', id });
  return id;
}

/** What it would hold of what the actor sees; sample: ids of findings. */
export async function previewNewException({ store }: Team, { actor }: Asking, scope: ExceptionScope): Promise<ExceptionPreview> {
  return store.as(actor, async (tx) => {
    const { selector, severity } = await scopeOf(tx, actor, scope);
    const findings = await candidatesIn(tx, { selectors: [selector], held: false, sourceId: null });
    const idByKey = new Map(findings.map(({ id, target, fingerprint }) => [`${target}/${fingerprint}`, id]));
    const preview = previewException({ selector, severity }, findings);
    return { ...preview, sample: preview.sample.flatMap((key) => idByKey.get(key) ?? []) };
  });
}

export interface ExceptionDecision {
  readonly id: string;
  readonly kind: 'approve' | 'reject';
  readonly note: string | null;
}

/** Never by who asked. With the last approval that is needed it holds its findings, at once. */
export async function decideRequest(team: Team, asking: Asking, { id, kind, note }: ExceptionDecision): Promise<void> {
  const { actor } = asking;
  const { moved, waiting } = await change(team, asking, async (tx, at) => {
    const exception = await oneIn(tx, id);
    const policy = await settingIn(tx, 'exceptions');
    const time = at.toISOString();
    const decided = recordOf(decideException(exception, { kind, by: { role: actor.role, id: idOf(actor) }, at: time, note }, policy));
    await tx
      .insertInto('exception_decisions')
      .values({
        exception_id: id,
        user_id: idOf(actor),
        name: actor.name,
        decision: kind === 'approve' ? 'approved' : 'rejected',
        note,
        at,
      })
      .execute();
    const status = exceptionStatus(decided, time, policy);
    const isDecided = status === 'active' || status === 'rejected';
    if (isDecided)
      await tx
        .updateTable('exceptions')
        .set({
          state: status === 'active' ? 'approved' : 'rejected',
          decided_at: at,
          ended: decided.ended ? JSON.stringify(decided.ended) : null,
        })
        .where('id', '=', id)
        .execute();
    await team.store.raise(tx);
    const held = status === 'active' ? await applyExceptions(tx, { at }) : [];
    const about = { kind: 'exception-decided' as const, by: actor.name, department: exception.departmentId, at };
    const sent = isDecided ? await tellOf(tx, decided, { ...about, approved: status === 'active' }) : 0;
    return { result: { moved: held, waiting: sent }, audit: { action: `exception.${kind}`, object: `exception:${id}`, detail: { note } } };
  });
  await afterwards(team, id, { moved, waiting });
}

/** What it held is open again, or verified when the last scan saw that it is over. */
export async function withdrawRequest(
  team: Team,
  asking: Asking,
  { id, note }: { readonly id: string; readonly note: string | null },
): Promise<void> {
  const { actor } = asking;
  const moved = await change(team, asking, async (tx, at) => {
    const exception = await oneIn(tx, id);
    const policy = await settingIn(tx, 'exceptions');
    const { ended } = recordOf(
      withdrawException(exception, { by: { role: actor.role, id: idOf(actor) }, at: at.toISOString(), note }, policy),
    );
    await tx
      .updateTable('exceptions')
      .set({ state: 'withdrawn', closed_at: at, ended: JSON.stringify(ended) })
      .where('id', '=', id)
      .execute();
    await team.store.raise(tx);
    const released = await applyExceptions(tx, { at, selectors: [exception.selector] });
    return { result: released, audit: { action: 'exception.withdraw', object: `exception:${id}`, detail: { note } } };
  });
  await afterwards(team, id, { moved, waiting: 0 });
}

async function afterwards(
  team: Team,
  id: string,
  { moved, waiting }: { readonly moved: readonly string[]; readonly waiting: number },
): Promise<void> {
  await sendSoon(team, waiting);
  team.publish({ kind: 'exception', id });
  for (const finding of moved.slice(0, BULK_LIMIT)) team.publish({ kind: 'finding', id: finding });
}

/** A member's exception is about what its departments own, whatever the selector says. */
async function scopeOf(
  tx: StoreTransaction,
  { role, departments }: Actor,
  { ids, selector: given = {}, severity }: ExceptionScope,
): Promise<{ readonly selector: ExceptionSelector; readonly severity: Severity; readonly departmentId: string | null }> {
  const rows = ids
    ? await tx
        .selectFrom('findings')
        .select(['source_id', 'fingerprint', 'severity', 'department_id'])
        .where('id', 'in', [...ids].slice(0, BULK_LIMIT))
        .execute()
    : [];
  if (ids && rows.length === 0) throw new TeamError('not-found', 'no such findings');
  const named = ids
    ? { targets: [...new Set(rows.map((row) => row.source_id))], fingerprints: rows.map(({ fingerprint }) => fingerprint) }
    : given;
  const selector: ExceptionSelector = role === 'member' ? { ...named, departments: [...departments] } : named;
  const meant =
    rows.length > 0 || severity !== undefined ? rows : await candidatesIn(tx, { selectors: [selector], held: false, sourceId: null });
  const owners = new Set(rows.map(({ department_id }) => department_id));
  const [owner = null] =
    owners.size === 1 ? owners : role === 'member' ? departments : given.departments?.length === 1 ? given.departments : [];
  return { selector, severity: severity ?? gravest(meant), departmentId: owner };
}

function gravest(findings: readonly { readonly severity: Severity }[]): Severity {
  return severities.find((severity) => findings.some((each) => each.severity === severity)) ?? 'info';
}

async function oneIn(tx: StoreTransaction, id: string): Promise<KeptException> {
  const [exception] = await exceptionsIn(tx, { id });
  if (!exception) throw new TeamError('not-found', 'no such exception');
  return exception;
}

function recordOf(outcome: ExceptionOutcome): ExceptionRecord {
  if (outcome.ok) return outcome.exception;
  const { refusal, latest } = outcome;
  const code =
    refusal === 'role-not-allowed' || refusal === 'own-request'
      ? 'forbidden'
      : refusal === 'wrong-status' || refusal === 'already-approved'
        ? 'conflict'
        : 'invalid';
  const fields = latest === undefined ? [] : [{ path: 'expires', message: latest }];
  throw new TeamError(code, refusal, { reason: `exception-${refusal}`, fields });
}

function idOf({ userId, name }: Actor): string {
  return userId ?? name;
}

interface Telling {
  readonly kind: Extract<NotificationKind, `exception-${string}`>;
  readonly by: string | null;
  readonly department: string | null;
  readonly at: Date;
  /** Of a decision. */
  readonly approved?: boolean;
}

/** Nothing is told of an exception that fits no finding. */
export async function tellOf(tx: StoreTransaction, exception: ExceptionRecord, telling: Telling): Promise<number> {
  const notice = await noticeOf(tx, exception, telling);
  return notice ? tell(tx, [notice], telling.at) : 0;
}

async function noticeOf(
  tx: StoreTransaction,
  exception: ExceptionRecord,
  { kind, by, department, at, approved }: Telling,
): Promise<Notice | null> {
  const finding = await exampleOf(tx, exception);
  if (!finding) return null;
  const told = {
    'exception-requested': 'exception-requested',
    'exception-decided': approved ? 'exception-approved' : 'exception-declined',
    'exception-ending': 'exception-expiring',
    'exception-expired': 'exception-expired',
  } as const;
  const news = newsOf(kind, `exception:${exception.id}`, { at: at.toISOString(), severity: exception.severity, department });
  return {
    news,
    event: {
      ...{ id: news.id, at: news.at, kind: told[kind], exception: exception.id, finding: finding.facts, by },
      ...{ reason: exception.reason, expires: exception.expires },
    },
  };
}

async function exampleOf(tx: StoreTransaction, { selector }: ExceptionRecord): Promise<ToldFinding | null> {
  const candidates: readonly Candidate[] = await candidatesIn(tx, { selectors: [selector], held: false, sourceId: null });
  const worst = severities.flatMap((severity) => candidates.filter((each) => each.severity === severity))[0];
  return worst ? ((await toldFindings(tx, [worst.id])).get(worst.id) ?? null) : null;
}
