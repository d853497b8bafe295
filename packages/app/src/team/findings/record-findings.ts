/** What a scan says about the findings of its source → the findings that live, with their history. */
import { sql } from 'kysely';
import type { FindingChange, ScanScope, TrackedFinding } from '@kumomori/engine';
import { applyReconciled, findingKey, reconcile } from '@kumomori/engine';
import type { StoreTransaction } from '../../store/index.ts';
import type { JudgedFinding } from '../../use-cases/index.ts';
import { trackedColumns, trackedOf } from './tracked.ts';

/** Rows in one statement. */
const BATCH = 500;

/** To whom a finding belongs, and until when something has to happen. */
export interface Placement {
  readonly departmentId: string | null;
  readonly ownerReason: unknown;
  readonly environment: string | null;
  readonly dueAt: string | null;
}

export interface Recording {
  readonly tx: StoreTransaction;
  readonly runId: string;
  /** Its target is the id of the source. */
  readonly scope: ScanScope;
  /** All that fail or are unknown; walked through twice. */
  readonly findings: () => Iterable<JudgedFinding>;
  /** Whether a resource was seen, by its address. */
  readonly isPresent: (address: string) => boolean;
  readonly place: (finding: JudgedFinding, tracked: TrackedFinding) => Placement;
}

export interface Recorded {
  readonly found: number;
  readonly reopened: number;
  readonly closed: number;
  /** In order of their keys. */
  readonly changes: readonly FindingChange[];
}

/** In the transaction of the run's end: a run is done when its findings are there. All findings of the source are in memory, without their texts. */
export async function recordFindings(recording: Recording): Promise<Recorded> {
  const { tx, scope, findings, isPresent } = recording;
  const previous = await trackedOf(tx, scope.target);
  const verdicts = Iterator.from(findings()).map(verdictOf);
  const reconciled = reconcile(previous, { scope, verdicts, isPresent });
  const after = new Map(applyReconciled(previous, reconciled, scope).map((each) => [findingKey(each), each]));
  const listed = new Set<string>();
  for (const batch of batches(findings())) {
    const rows = batch.flatMap((finding) => {
      const key = findingKey({ target: scope.target, fingerprint: finding.fingerprint });
      const tracked = after.get(key);
      // The same fingerprint twice in one statement is more than an upsert takes.
      if (!tracked || listed.has(key)) return [];
      listed.add(key);
      return [rowOf(finding, tracked, recording)];
    });
    await upsert(tx, rows);
  }
  const touched = [...reconciled.changes.map(({ key }) => key), ...reconciled.confirmed].filter((key) => !listed.has(key));
  for (const batch of batches(touched))
    await moveOn(
      tx,
      batch.flatMap((key) => after.get(key) ?? []),
    );
  await writeHistory(recording, reconciled.changes);
  await sql`select fold_finding_counts()`.execute(tx);
  const moved = (state: string): number =>
    reconciled.changes.filter(({ before, after: now }) => before?.state !== now.state && now.state === state).length;
  return {
    ...{ found: reconciled.changes.filter(({ before }) => before === null).length, reopened: moved('reopened'), closed: moved('verified') },
    changes: reconciled.changes,
  };
}

function verdictOf({ fingerprint, checkId, severity, status, resource }: JudgedFinding) {
  return { fingerprint, checkId, severity, status, resource };
}

function rowOf(finding: JudgedFinding, tracked: TrackedFinding, { runId, place }: Recording): Readonly<Record<string, unknown>> {
  const { resource, origin, title, message } = finding;
  const { departmentId, ownerReason, environment, dueAt } = place(finding, tracked);
  const [instance] = finding.instances;
  return {
    ...trackedColumns(tracked),
    ...{ source_id: tracked.target, fingerprint: finding.fingerprint, check_id: finding.checkId, title, message, run_id: runId },
    ...{ resource_type: resource.type, resource_id: resource.id, resource_name: resource.name, provider: resource.provider },
    ...{ account: resource.account, region: resource.region, origin_kind: origin.kind, document: finding },
    ...{ department_id: departmentId, owner_reason: ownerReason, environment, due_at: dueAt },
    ...{ exposed: exposedOf(instance?.exposure?.state), risk: instance?.risk?.score ?? null },
  };
}

function exposedOf(state: 'reachable' | 'not-reachable' | 'unknown' | undefined): boolean | null {
  return state === 'reachable' ? true : state === 'not-reachable' ? false : null;
}

const COLUMNS = `source_id uuid, fingerprint text, check_id text, title jsonb, message jsonb, verdict text, severity text, severity_rank smallint, state text,
  state_since timestamptz, resource_type text, resource_id text, resource_name text, provider text, account text, region text, origin_kind text,
  department_id text, owner_reason jsonb, environment text, exposed boolean, risk real, due_at timestamptz, exception_id uuid, hold_until date,
  first_seen timestamptz, last_seen timestamptz, judged_at timestamptz, stale_since timestamptz, reopen_count integer, run_id uuid, document jsonb`;
const NAMES = COLUMNS.split(',').map((each) => each.trim().split(' ')[0] ?? '');
/** Whoever answers for a finding by hand keeps it: an owner that people set is no rule's business (owner_reason says so). */
const KEPT = ['source_id', 'fingerprint', 'first_seen', 'department_id', 'owner_reason'];
const MANUAL = `findings.owner_reason->>'kind' = 'manual'`;

/** One JSON document a statement: as many parameters as columns times rows are slow in the embedded database. */
async function upsert(tx: StoreTransaction, rows: readonly unknown[]): Promise<void> {
  if (rows.length === 0) return;
  const updates = NAMES.filter((name) => !KEPT.includes(name)).map((name) => `${name} = excluded.${name}`);
  const owner = ['department_id', 'owner_reason'].map(
    (name) => `${name} = case when ${MANUAL} then findings.${name} else excluded.${name} end`,
  );
  await sql`insert into findings (${sql.raw(NAMES.join())}) select ${sql.raw(NAMES.join())}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as new (${sql.raw(COLUMNS)})
    on conflict (source_id, fingerprint) do update set ${sql.raw([...updates, ...owner].join())}`.execute(tx);
}

const STATE_COLUMNS = `fingerprint text, source_id uuid, verdict text, severity text, severity_rank smallint, state text, state_since timestamptz, first_seen timestamptz,
  last_seen timestamptz, judged_at timestamptz, stale_since timestamptz, reopen_count integer, exception_id uuid, hold_until date`;
const STATE_NAMES = STATE_COLUMNS.split(',').map((each) => each.trim().split(' ')[0] ?? '');

/** Findings that the scan did not list: their texts stay. */
async function moveOn(tx: StoreTransaction, findings: readonly TrackedFinding[]): Promise<void> {
  if (findings.length === 0) return;
  const rows = findings.map((each) => ({ ...trackedColumns(each), source_id: each.target, fingerprint: each.fingerprint }));
  const updates = STATE_NAMES.slice(2).map((name) => `${name} = new.${name}`);
  await sql`update findings set ${sql.raw(updates.join())} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as new (${sql.raw(STATE_COLUMNS)})
    where findings.source_id = new.source_id and findings.fingerprint = new.fingerprint`.execute(tx);
}

async function writeHistory({ tx, runId, scope }: Recording, changes: readonly FindingChange[]): Promise<void> {
  for (const batch of batches(changes)) {
    const rows = batch.map(({ after, entry }) => ({
      ...{ fingerprint: after.fingerprint, at: entry.at, kind: entry.event, from_state: entry.from, to_state: entry.to },
      detail: { reason: entry.reason, runId },
    }));
    await sql`insert into finding_events (finding_id, at, actor, kind, from_state, to_state, detail)
      select findings.id, new.at, 'kumomori', new.kind, new.from_state, new.to_state, new.detail
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as new (fingerprint text, at timestamptz, kind text, from_state text, to_state text, detail jsonb)
      join findings on findings.fingerprint = new.fingerprint and findings.source_id = ${scope.target}::uuid`.execute(tx);
  }
}

function* batches<Item>(items: Iterable<Item>): Generator<readonly Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length >= BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
