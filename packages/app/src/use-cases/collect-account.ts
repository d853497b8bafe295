/** Live accounts → snapshot folder. */
import { resolve } from 'node:path';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import type { CollectEnvironment, CollectOutcome, CollectProgress } from '@kumomori/collectors';
import type { Changes, EventCounts } from '@kumomori/collectors';
import { CollectError, changesOf } from '@kumomori/collectors';
import type { CloudProvider, CoverageGap, Diagnostic, Language, SnapshotManifest } from '@kumomori/model';
import { dataFolder } from '../data-folder.ts';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn, reasonIn } from '../i18n/index.ts';
import { keepSecrets, openBase, openSnapshotWriter, redactionKey, redactor } from '../snapshots/index.ts';
import { toolVersion } from '../version.ts';
import { collectorOf } from './collectors.ts';
import { CountingSink } from './counting-sink.ts';
import { eventRecords } from './event-records.ts';
import { permissionsUsed } from './permissions-used.ts';
import { explained } from './snapshot-errors.ts';
import { StoppableBudget } from './stoppable-budget.ts';

/** How long a collection that is stopped waits for the calls in flight. */
const LONGEST_WAIT_MS = 15_000;

export type Collector = (options: object, env: CollectEnvironment) => Promise<CollectOutcome>;

export interface CollectOptions {
  readonly provider: CloudProvider;
  /** What the provider's collector takes: profile, regions, subscriptions … */
  readonly asked: object;
  /** The snapshot folder, relative to `cwd`. */
  readonly output: string;
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
  readonly now: () => Date;
  readonly resume: boolean;
  readonly keepSecrets: boolean;
  /** A finished snapshot, relative to `cwd`: what cannot have changed since is taken from it. */
  readonly since?: string | null;
  /** Files and folders of audit logs: of what they tell of only that is asked again. Without them everything that can be listed is. */
  readonly resourcesFrom?: readonly string[];
  readonly maxCalls: number | null;
  readonly parallel: number | null;
  readonly perSecond: number | null;
  /** Stops the collection after the calls in flight. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CollectProgress) => void;
  /** Instead of the provider's. */
  readonly collector?: Collector;
}

export interface CollectReport {
  readonly schemaVersion: '1';
  readonly provider: CloudProvider;
  readonly folder: string;
  readonly startedAt: string;
  /** Null: it was stopped and can be resumed. */
  readonly finishedAt: string | null;
  readonly stoppedBy: 'user' | 'max-calls' | null;
  readonly principal: string | null;
  readonly redaction: SnapshotManifest['redaction'];
  readonly scopes: readonly { readonly account: string; readonly regions: readonly string[]; readonly answers: number }[];
  /** Calls made now, retries included. */
  readonly callsMade: number;
  /** Calls made for the whole snapshot, by `provider:service:operation`. */
  readonly calls: Readonly<Record<string, number>>;
  readonly gaps: readonly CoverageGap[];
  readonly permissionsUsed: readonly string[];
  /** Null: everything was asked. */
  readonly basedOn: BasedOnReport | null;
}

export interface BasedOnReport {
  readonly folder: string;
  /** Null: no audit events were given. */
  readonly events: (EventCounts & { readonly otherAccounts: readonly string[] }) | null;
  /** What could not be read of the events. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Gaps never fail. Throws AppError for wrong usage, missing credentials, folders that cannot be used, and a full disk. */
export async function collectAccount(options: CollectOptions): Promise<CollectReport> {
  const messages = messagesIn(options.language);
  try {
    return await collect(options, messages);
  } catch (error) {
    if (error instanceof CollectError && error.code === 'credentials') {
      const message = messages.live.collect.noCredentials(messages.live.clouds[options.provider]);
      throw new AppError('no-credentials', { message, details: [reasonIn(options.language, error.message)], cause: error });
    }
    if (error instanceof CollectError && error.code === 'usage')
      throw new AppError('usage', { message: reasonIn(options.language, error.message), cause: error });
    throw explained(error, messages);
  }
}

async function collect(options: CollectOptions, messages: Messages): Promise<CollectReport> {
  const { provider, now } = options;
  const collector = options.collector ?? (await collectorOf(provider, messages));
  const redact = options.keepSecrets ? keepSecrets : redactor(redactionKey(dataFolder(options.variables)));
  const startedAt = now().toISOString();
  const redaction = options.keepSecrets ? 'none' : 'keyed-fingerprint';
  const since = sinceOf(options, redaction, messages);
  const writer = openSnapshotWriter(resolve(options.cwd, options.output), {
    provider,
    tool: { name: 'kumomori', version: toolVersion() },
    startedAt,
    redaction,
    resume: options.resume,
    ...(since && { base: since.base }),
  });
  const stop = new AbortController();
  const forward = (): void => stop.abort(options.signal?.reason);
  if (options.signal?.aborted) forward();
  options.signal?.addEventListener('abort', forward, { once: true });
  const sink = new CountingSink(writer, stop);
  const { maxCalls, parallel, perSecond } = options;
  const limits = { maxCalls, ...(parallel !== null && { parallel }), ...(perSecond !== null && { perSecond }) };
  const budget = new StoppableBudget(limits, stop.signal);
  const env: CollectEnvironment = {
    ...{ sink, budget, redact, now, signal: stop.signal, onProgress: options.onProgress ?? (() => {}) },
    ...(since && { earlier: since.base.earlier }),
  };
  try {
    const outcome = await outcomeOf(() => collector(options.asked, env), { signal: options.signal, sink });
    if (outcome === null) await inFlight(budget);
    const gaps = outcome?.gaps ?? [];
    const stoppedBy = outcome === null ? 'user' : gaps.some((gap) => gap.reason === 'BudgetSpent') ? 'max-calls' : null;
    const manifest = await writer.finish({
      principals: outcome?.principal ? [{ provider, principal: outcome.principal }] : [],
      scopes: outcome?.scopes ?? sink.scopes(provider),
      gaps,
      calls: Object.fromEntries(budget.counts),
      finishedAt: stoppedBy === null ? now().toISOString() : null,
    });
    return await reportOf(options, { manifest, sink, callsMade: budget.made, stoppedBy, basedOn: since?.report ?? null });
  } catch (error) {
    writer.close();
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', forward);
  }
}

interface Since {
  readonly base: ReturnType<typeof openBase>;
  readonly report: BasedOnReport;
}

/** Null: everything is asked. Throws AppErrors for events that are not there, SnapshotErrors for the snapshot. */
function sinceOf(options: CollectOptions, redaction: SnapshotManifest['redaction'], messages: Messages): Since | null {
  const { provider, since = null, resourcesFrom = [], cwd } = options;
  if (since === null) {
    if (resourcesFrom.length > 0) throw new AppError('usage', { message: messages.live.collect.needsSince });
    return null;
  }
  const diagnostics: Diagnostic[] = [];
  const report = (each: Diagnostic): void => void diagnostics.push(each);
  const changes: Changes | null =
    resourcesFrom.length === 0 ? null : changesOf(provider, eventRecords(resourcesFrom, { cwd, messages, report }));
  const base = openBase(resolve(cwd, since), { provider, changes, redaction });
  const known = new Set(base.earlier.accounts);
  const otherAccounts = [...(changes?.accounts ?? [])]
    .flatMap((account) => (account === null || known.has(account) ? [] : [account]))
    .sort();
  return { base, report: { folder: since, events: changes && { ...changes.told, otherAccounts }, diagnostics } };
}

/** Null when the user stopped it. What the disk says goes before what the collector made of it. */
async function outcomeOf(
  run: () => Promise<CollectOutcome>,
  { signal, sink }: { readonly signal: AbortSignal | undefined; readonly sink: CountingSink },
): Promise<CollectOutcome | null> {
  try {
    const outcome = await run();
    if (sink.failure) throw sink.failure;
    return outcome;
  } catch (error) {
    if (sink.failure) throw sink.failure;
    if (signal?.aborted) return null;
    throw error;
  }
}

/** Answers of calls that were under way when the user stopped are kept, when they come soon. */
async function inFlight(budget: StoppableBudget): Promise<void> {
  const enough = new AbortController();
  await Promise.race([budget.idle(), sleep(LONGEST_WAIT_MS, undefined, { signal: enough.signal, ref: false }).catch(() => {})]);
  enough.abort();
  // What is answered is recorded in the turn after.
  await turn();
}

interface Collected {
  readonly manifest: SnapshotManifest;
  readonly sink: CountingSink;
  readonly callsMade: number;
  readonly stoppedBy: CollectReport['stoppedBy'];
  readonly basedOn: BasedOnReport | null;
}

async function reportOf(
  { provider, output }: CollectOptions,
  { manifest, sink, callsMade, stoppedBy, basedOn }: Collected,
): Promise<CollectReport> {
  const own = <T extends { readonly provider: CloudProvider }>(list: readonly T[]): readonly T[] =>
    list.filter((each) => each.provider === provider);
  return {
    schemaVersion: '1',
    provider,
    folder: output,
    startedAt: manifest.startedAt,
    finishedAt: manifest.finishedAt,
    stoppedBy,
    principal: own(manifest.principals)[0]?.principal ?? null,
    redaction: manifest.redaction,
    scopes: own(manifest.scopes).map(({ account, regions }) => ({ account, regions, answers: sink.answersOf(account) })),
    callsMade,
    calls: manifest.calls,
    gaps: manifest.gaps.filter(({ scope }) => scope === provider || scope.startsWith(`${provider}:`)),
    permissionsUsed: await permissionsUsed(Object.keys(manifest.calls)),
    basedOn,
  };
}
