/** One run from its beginning to its end: judge the source in a process of its own, then put everything into the database in one transaction. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScanGap, ScanScope } from '@kumomori/engine';
import type { SourceRow, StoreTransaction } from '../../store/index.ts';
import type { JudgedFinding, JudgedResult, SeenResource } from '../../use-cases/index.ts';
import { JUDGED_FILES } from '../../use-cases/index.ts';
import type { Team } from '../context.ts';
import { placementIn, recordFindings } from '../findings/index.ts';
import { newsOf, sendSoon, tell } from '../notifications/index.ts';
import { recordResources } from '../resources/index.ts';
import { afterScan } from './after-scan.ts';
import { runJudge } from './judge-process.ts';
import { linesOf } from './line-files.ts';
import { readLogs, recordLogs } from './run-logs.ts';
import { keepDocument } from './runs.ts';

import { targetsOf } from './source-targets.ts';

/** Progress goes into the database at most this often. */
const TELL_MS = 1_000;

/** Kinds of documents and the files that they come in. */
const ANALYSES = [
  ['paths', JUDGED_FILES.paths],
  ['paths-ja', JUDGED_FILES.pathsInJapanese],
] as const;

export interface ExecuteOptions {
  readonly runId: string;
  /** Name of the process that does it. */
  readonly worker: string;
  /** Where clones and snapshots are kept. */
  readonly dataFolder: string;
  readonly signal: AbortSignal;
}

/** False when somebody else has the run, or it was cancelled. Never fails for what is wrong with a source: the run says it. */
export async function executeRun(team: Team, options: ExecuteOptions): Promise<boolean> {
  const { store, now, publish } = team;
  const { runId, worker, signal } = options;
  const source = await store.system(async (tx) => {
    const run = await tx
      .updateTable('runs')
      .set({ state: 'running', started_at: now(), worker })
      .where('id', '=', runId)
      .where('state', '=', 'queued')
      .returning('source_id')
      .executeTakeFirst();
    return run ? tx.selectFrom('sources').selectAll().where('id', '=', run.source_id).executeTakeFirst() : undefined;
  });
  if (!source) return false;
  publish({ kind: 'run', id: runId });
  const folder = mkdtempSync(join(tmpdir(), 'kumomori-run-'));
  const watch = new CancelWatch(team, runId, signal);
  try {
    const told = (progress: unknown): void => watch.tell(progress);
    const looking = { source, runId, folder, dataFolder: options.dataFolder, watch, told };
    if (source.kind === 'logs') await lookAtLogs(team, looking);
    else await lookAtResources(team, looking);
  } catch (error) {
    await watch.end();
    const message = error instanceof Error ? error.message : String(error);
    await sendSoon(team, await store.system((tx) => fail(tx, { runId, source, reason: message, at: now() })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  publish({ kind: 'run', id: runId });
  return true;
}

interface Looking {
  readonly source: SourceRead;
  readonly runId: string;
  /** For what is written on the way. */
  readonly folder: string;
  readonly dataFolder: string;
  readonly watch: CancelWatch;
  readonly told: (progress: unknown) => void;
}

async function lookAtResources(team: Team, { source, runId, folder, dataFolder, watch, told }: Looking): Promise<void> {
  const { store, now } = team;
  const ready = await targetsOf({ source, dataFolder, now, signal: watch.signal, onProgress: told });
  const output = join(folder, 'judged');
  const order = { ...ready, output, temporaryFolder: folder };
  await runJudge({ order, cwd: folder, signal: watch.signal, onProgress: told });
  await watch.end();
  await sendSoon(team, await store.system((tx) => record(tx, { source, runId, output, at: now() })));
  await team.jobs.send('daily', { duty: 'score' });
}

async function lookAtLogs(team: Team, { source, runId, folder, dataFolder, watch, told }: Looking): Promise<void> {
  const path = source.settings['path'];
  if (typeof path !== 'string') throw new Error('the source names no logs');
  const logs = await readLogs({ path, dataFolder, folder, signal: watch.signal, onProgress: told });
  await watch.end();
  const found = await team.store.system((tx) => recordLogs(tx, { source, runId, logs, at: team.now() }));
  for (const id of found) team.publish({ kind: 'incident', id });
}

interface SourceRead {
  readonly id: string;
  readonly kind: SourceRow['kind'];
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly department_id: string | null;
}

interface RecordOptions {
  readonly source: SourceRead;
  readonly runId: string;
  readonly output: string;
  readonly at: Date;
}

interface Failed extends Omit<RecordOptions, 'output'> {
  readonly reason: string;
}

/** How many messages wait. Nobody is told of a run that was cancelled. */
async function fail(tx: StoreTransaction, { runId, source, reason, at }: Failed): Promise<number> {
  const failed = await tx
    .updateTable('runs')
    .set({ state: 'failed', error: reason, finished_at: at, progress: null })
    .where('id', '=', runId)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst();
  if (!failed) return 0;
  const news = newsOf('scan-failed', `source:${source.id}`, { at: at.toISOString(), severity: 'high', department: source.department_id });
  return tell(tx, [{ news, event: { id: news.id, at: news.at, kind: 'scan-failed', scan: runId, target: source.name, reason } }], at);
}

/** How many messages wait. */
async function record(tx: StoreTransaction, { source, runId, output, at }: RecordOptions): Promise<number> {
  const result: JudgedResult = JSON.parse(readFileSync(join(output, JUDGED_FILES.result), 'utf8'));
  const place = await placementIn(tx, source);
  const resources = await recordResources({
    tx,
    sourceId: source.id,
    runId,
    at,
    place,
    resources: () => linesOf<SeenResource>(join(output, JUDGED_FILES.resources)),
  });
  const recorded = await recordFindings({
    ...{ tx, runId, scope: scopeOf(result, { sourceId: source.id, runId }), isPresent: (address) => resources.present.has(address) },
    findings: () => linesOf<JudgedFinding>(join(output, JUDGED_FILES.findings)),
    place: place.finding,
  });
  const { summary, coverage, diagnostics, frameworks } = result;
  const counts = { found: recorded.found, reopened: recorded.reopened, closed: recorded.closed, gone: resources.gone };
  await tx
    .updateTable('runs')
    .set({
      state: 'done',
      finished_at: at,
      progress: null,
      summary: JSON.stringify({ ...summary, ...counts, gaps: coverage.length, diagnostics: diagnostics.length }),
    })
    .where('id', '=', runId)
    .where('state', '=', 'running')
    .execute();
  await keepDocument(tx, { runId, kind: 'result', text: JSON.stringify({ coverage, diagnostics, frameworks, checks: result.checks }), at });
  for (const [kind, file] of ANALYSES) {
    const text = textIn(join(output, file));
    if (text !== null) await keepDocument(tx, { runId, kind, text, at });
  }
  return afterScan(tx, { sourceId: source.id, changes: recorded.changes, at });
}

/** A refused call hides what it would have told: `aws:123456789012:ap-northeast-1:s3` names account, region and service. */
function scopeOf(
  { startedAt, finishedAt, checks, coverage, unreadable }: JudgedResult,
  { sourceId, runId }: { readonly sourceId: string; readonly runId: string },
): ScanScope {
  const gaps = coverage.map(({ scope }): ScanGap => {
    const [, account = null, region = null] = scope.split(':');
    return { account, region: region === 'global' ? null : region, resourceTypes: null, checks: null };
  });
  return {
    ...{ scanId: runId, target: sourceId, startedAt, finishedAt, accounts: null, regions: null, checks, gaps },
    isComplete: unreadable.length === 0,
  };
}

function textIn(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Tells progress, and learns that somebody cancelled: perhaps through another server. */
class CancelWatch {
  readonly signal: AbortSignal;
  readonly #abort = new AbortController();
  readonly #team: Team;
  readonly #runId: string;
  readonly #timer: NodeJS.Timeout;
  #progress: unknown = null;
  #told: unknown = null;
  #telling: Promise<void> = Promise.resolve();

  constructor(team: Team, runId: string, signal: AbortSignal) {
    this.#team = team;
    this.#runId = runId;
    this.signal = AbortSignal.any([signal, this.#abort.signal]);
    this.#timer = setInterval(() => {
      this.#telling = this.#tick();
    }, TELL_MS);
  }

  tell(progress: unknown): void {
    this.#progress = progress;
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#telling;
  }

  async #tick(): Promise<void> {
    const progress = this.#progress;
    const { store, publish } = this.#team;
    const run = await store.system((tx) => {
      const alive = tx.updateTable('runs').where('id', '=', this.#runId).where('state', '=', 'running');
      return alive
        .set({ progress: progress === null ? null : JSON.stringify(progress) })
        .returning('id')
        .executeTakeFirst();
    });
    if (!run) this.#abort.abort();
    else if (progress !== this.#told) publish({ kind: 'run', id: this.#runId });
    this.#told = progress;
  }
}
