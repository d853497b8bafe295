/** What the newest run of every source says about the controls, put together. */
import { gunzipSync } from 'node:zlib';
import type { ControlStatus, CoverageGap, FrameworkCoverage } from '@kumomori/model';
import type { Asking, Team } from '../context.ts';

export interface SourceCoverage {
  readonly sourceId: string;
  readonly sourceName: string;
  readonly runId: string;
  readonly at: string;
  readonly frameworks: readonly FrameworkCoverage[];
  readonly gaps: readonly CoverageGap[];
}

export interface CombinedFramework {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** In the order of the framework; the worst that any source says. */
  readonly controls: ReadonlyMap<string, CombinedControl>;
  /** Names of the sources that said something. */
  readonly sources: readonly string[];
  /** ISO 8601, of the newest run. */
  readonly at: string;
}

export interface CombinedControl {
  readonly status: ControlStatus;
  readonly checks: readonly string[];
}

/** One source that fails fails the control; what one passes and another does not look at passes. */
const WORST_FIRST: readonly ControlStatus[] = ['fail', 'unknown', 'pass', 'not-assessed', 'manual'];

interface Kept {
  readonly frameworks: readonly FrameworkCoverage[];
  readonly gaps: readonly CoverageGap[];
}

/** A run's document never changes: it is unpacked once. Only that of the newest run of each source is kept. */
const kept = new WeakMap<Team, Map<string, Kept>>();

/** Of those sources that the actor sees. */
export async function coverageOfSources(team: Team, { actor }: Asking): Promise<readonly SourceCoverage[]> {
  const known = kept.get(team) ?? new Map<string, Kept>();
  kept.set(team, known);
  const rows = await team.store.as(actor, async (tx) => {
    const newest = await tx
      .selectFrom('run_documents')
      .innerJoin('runs', 'runs.id', 'run_documents.run_id')
      .innerJoin('sources', 'sources.id', 'runs.source_id')
      .distinctOn('runs.source_id')
      .select(['runs.source_id', 'sources.name', 'run_documents.run_id', 'run_documents.created_at'])
      .where('run_documents.kind', '=', 'result')
      .orderBy('runs.source_id')
      .orderBy('run_documents.created_at', 'desc')
      .execute();
    const missing = newest.flatMap(({ run_id }) => (known.has(run_id) ? [] : [run_id]));
    const documents =
      missing.length === 0
        ? []
        : await tx
            .selectFrom('run_documents')
            .select(['run_id', 'document'])
            .where('kind', '=', 'result')
            .where('run_id', 'in', missing)
            .execute();
    for (const { run_id, document } of documents) known.set(run_id, keptOf(JSON.parse(gunzipSync(document).toString('utf8'))));
    return newest;
  });
  const current = new Set(rows.map(({ run_id }) => run_id));
  for (const runId of known.keys()) if (!current.has(runId)) known.delete(runId);
  return rows
    .map((row) => ({
      ...{ sourceId: row.source_id, sourceName: row.name, runId: row.run_id, at: row.created_at.toISOString() },
      ...(known.get(row.run_id) ?? { frameworks: [], gaps: [] }),
    }))
    .toSorted((a, b) => (a.sourceName < b.sourceName ? -1 : 1));
}

/** What our own process wrote (runs/execute-run.ts). */
interface ResultDocument {
  readonly frameworks?: readonly FrameworkCoverage[];
  readonly coverage?: readonly CoverageGap[];
}

function keptOf({ frameworks = [], coverage = [] }: ResultDocument): Kept {
  return { frameworks, gaps: coverage };
}

/** By `id@version`. */
export function combine(sources: readonly SourceCoverage[]): ReadonlyMap<string, CombinedFramework> {
  const combined = new Map<string, CombinedFramework & { readonly controls: Map<string, CombinedControl> }>();
  for (const { sourceName, at, frameworks } of sources)
    for (const { framework: id, version, name, results } of frameworks) {
      const key = `${id}@${version}`;
      const before = combined.get(key);
      const controls = before?.controls ?? new Map<string, CombinedControl>();
      for (const { control, status, checks } of results) controls.set(control, worse(controls.get(control), { status, checks }));
      const newest = before && before.at > at ? before.at : at;
      combined.set(key, { id, version, name, controls, sources: [...(before?.sources ?? []), sourceName], at: newest });
    }
  return combined;
}

function worse(before: CombinedControl | undefined, now: CombinedControl): CombinedControl {
  if (!before) return now;
  const { status } = WORST_FIRST.indexOf(before.status) <= WORST_FIRST.indexOf(now.status) ? before : now;
  return { status, checks: [...new Set([...before.checks, ...now.checks])] };
}
