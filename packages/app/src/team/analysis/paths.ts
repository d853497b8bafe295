/** Attack paths and exposure of all sources, as their last runs found them. */
import type { Language, Severity } from '@kumomori/model';
import { severities } from '@kumomori/model';
import type { PathsReport } from '../../use-cases/index.ts';
import type { Asking, Team } from '../context.ts';
import { TeamError } from '../errors.ts';
import { documentOf } from '../runs/index.ts';
import { Kept } from './kept.ts';

type PathEntry = PathsReport['paths'][number];
export type PathNode = PathsReport['nodes'][string];
export type ExposureEntry = PathsReport['exposure'][number];

export interface PathSource {
  readonly sourceId: string;
  readonly sourceName: string;
  /** When the run found it. */
  readonly at: string;
}

export interface NamedNode {
  readonly id: string;
  readonly name: string;
  readonly kind: PathNode['kind'];
}

export interface PathItem extends PathSource {
  readonly id: string;
  readonly query: string;
  readonly title: string;
  readonly severity: Severity;
  readonly score: number;
  readonly entry: NamedNode;
  readonly goal: NamedNode;
  readonly steps: number;
  readonly alternatives: number;
}

export interface PathsList {
  readonly sources: readonly PathSource[];
  /** The gravest first. */
  readonly paths: readonly PathItem[];
  /** Changes by how many paths they close, of the sources that are listed. */
  readonly fixes: readonly (PathSource & PathEntry['fixes'][number])[];
}

export interface PathFilter {
  readonly severity?: readonly Severity[] | undefined;
  readonly query?: readonly string[] | undefined;
  readonly source?: readonly string[] | undefined;
}

export interface PathDetail extends PathSource {
  readonly path: PathEntry;
  /** Those that the path names, by id. */
  readonly nodes: Readonly<Record<string, PathNode & { readonly resourceId: string | null }>>;
}

const MAX_FIXES = 50;
const MAX_EXPOSURE = 5_000;

const documents = new Kept<unknown>(24);

/** Of every source the last report; a source without one has no paths that are known. */
async function reportsOf(team: Team, { asking, language }: Reading): Promise<readonly (PathSource & { readonly report: PathsReport })[]> {
  const rows = await team.store.as(asking.actor, (tx) =>
    tx
      .selectFrom('run_documents')
      .innerJoin('runs', 'runs.id', 'run_documents.run_id')
      .innerJoin('sources', 'sources.id', 'runs.source_id')
      .distinctOn('runs.source_id')
      .select(['runs.source_id', 'sources.name', 'run_documents.run_id', 'run_documents.created_at'])
      .where('run_documents.kind', '=', 'paths')
      .orderBy('runs.source_id')
      .orderBy('run_documents.created_at', 'desc')
      .execute(),
  );
  const reports = [];
  for (const { source_id: sourceId, name: sourceName, run_id: runId, created_at: at } of rows) {
    const document = await documents.get(team, `${runId} ${language}`, () => inLanguage(team, { asking, language }, runId));
    // Written by judging a source, which writes reports of this type.
    reports.push({ sourceId, sourceName, at: at.toISOString(), report: document as PathsReport });
  }
  return reports;
}

interface Reading {
  readonly asking: Asking;
  readonly language: Language;
}

async function inLanguage(team: Team, { asking, language }: Reading, runId: string): Promise<unknown> {
  const japanese = language === 'ja' ? await documentOf(team, asking, { runId, kind: 'paths-ja' }) : null;
  return japanese ?? documentOf(team, asking, { runId, kind: 'paths' });
}

export async function listPaths(team: Team, reading: Reading, filter: PathFilter): Promise<PathsList> {
  const reports = (await reportsOf(team, reading)).filter(({ sourceId }) => filter.source?.includes(sourceId) ?? true);
  const paths = reports.flatMap(({ report, ...source }) =>
    report.paths
      .filter(({ severity, query }) => (filter.severity?.includes(severity) ?? true) && (filter.query?.includes(query) ?? true))
      .map((path): PathItem => ({
        ...source,
        ...{ id: path.id, query: path.query, title: path.title, severity: path.severity, score: path.score },
        ...{ entry: namedNode(report, path.entry.node), goal: namedNode(report, path.goal.node) },
        ...{ steps: path.steps.length, alternatives: path.alternatives },
      })),
  );
  return {
    sources: reports.map(({ sourceId, sourceName, at }) => ({ sourceId, sourceName, at })),
    paths: paths.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.score - a.score),
    fixes: reports
      .flatMap(({ report, ...source }) => report.fixes.map((fix) => ({ ...source, ...fix })))
      .toSorted((a, b) => b.breaksPaths - a.breaksPaths)
      .slice(0, MAX_FIXES),
  };
}

/** Fails with `not-found` when no last run has it: it was closed. */
export async function readPath(team: Team, reading: Reading, id: string): Promise<PathDetail> {
  for (const { report, ...source } of await reportsOf(team, reading)) {
    const path = report.paths.find((each) => each.id === id);
    if (!path) continue;
    const ways = [path.steps, ...(path.otherWays ?? [])].flat();
    const named = [path.entry.node, path.goal.node, ...path.alsoFrom, ...path.alsoReaches, ...ways.flatMap(({ from, to }) => [from, to])];
    const resources = await resourceIds(team, reading.asking, { sourceId: source.sourceId, addresses: [...new Set(named)] });
    const nodes = Object.fromEntries(
      [...new Set(named)].map((node) => [node, { ...nodeOf(report, node), resourceId: resources.get(node) ?? null }]),
    );
    return { ...source, path, nodes };
  }
  throw new TeamError('not-found', 'no such path');
}

export interface ExposedResource extends PathSource {
  readonly node: string;
  readonly name: string;
  readonly type: string | null;
  readonly account: string | null;
  readonly resourceId: string | null;
  readonly openFindings: number;
  readonly reachable: ExposureEntry['reachable'];
  readonly from: string;
  readonly ports: ExposureEntry['ports'];
  readonly steps: ExposureEntry['steps'];
  readonly oneChangeAway: ExposureEntry['oneChangeAway'];
}

/** What is reached first, then what nobody can say, then what a change away is. */
export async function listExposure(team: Team, reading: Reading): Promise<readonly ExposedResource[]> {
  const found: ExposedResource[] = [];
  for (const { report, ...source } of await reportsOf(team, reading)) {
    const addresses = [...new Set(report.exposure.map(({ node }) => node))];
    const asked = { sourceId: source.sourceId, addresses };
    const resources = await resourceIds(team, reading.asking, asked);
    const findings = await findingCounts(team, reading.asking, asked);
    for (const { node, reachable, from, ports, steps, oneChangeAway, ...rest } of report.exposure) {
      const type: unknown = 'type' in rest ? rest.type : null;
      const { name, account, type: known } = nodeOf(report, node);
      found.push({
        ...source,
        ...{ node, name, account, type: known ?? (typeof type === 'string' ? type : null), reachable, ports, oneChangeAway },
        ...{ from: from === 'internet' ? from : nodeOf(report, from).name, steps },
        ...{ resourceId: resources.get(node) ?? null, openFindings: findings.get(node) ?? 0 },
      });
    }
  }
  return found.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, MAX_EXPOSURE);
}

function rankOf({ reachable, from, oneChangeAway }: Pick<ExposedResource, 'reachable' | 'from' | 'oneChangeAway'>): number {
  if (reachable === true) return from === 'internet' ? 0 : 1;
  if (reachable === 'unknown') return 2;
  return oneChangeAway === null || oneChangeAway.length === 0 ? 4 : 3;
}

interface InSource {
  readonly sourceId: string;
  readonly addresses: readonly string[];
}

async function resourceIds({ store }: Team, { actor }: Asking, { sourceId, addresses }: InSource): Promise<ReadonlyMap<string, string>> {
  if (addresses.length === 0) return new Map();
  const rows = await store.as(actor, (tx) =>
    tx
      .selectFrom('resources')
      .select(['id', 'address'])
      .where('source_id', '=', sourceId)
      .where('address', 'in', addresses)
      .where('is_aspect', '=', false)
      .execute(),
  );
  return new Map(rows.map(({ id, address }) => [address, id]));
}

async function findingCounts({ store }: Team, { actor }: Asking, { sourceId, addresses }: InSource): Promise<ReadonlyMap<string, number>> {
  if (addresses.length === 0) return new Map();
  const rows = await store.as(actor, (tx) =>
    tx
      .selectFrom('findings')
      .select(['resource_id'])
      .select((builder) => builder.fn.countAll().as('count'))
      .where('source_id', '=', sourceId)
      .where('is_open', '=', true)
      .where('resource_id', 'in', addresses)
      .groupBy('resource_id')
      .execute(),
  );
  return new Map(rows.map((row) => [row.resource_id, Number(row.count)]));
}

function nodeOf({ nodes }: PathsReport, id: string): PathNode {
  const known = Object.hasOwn(nodes, id) ? nodes[id] : undefined;
  return known ?? { kind: 'other', name: id, type: null, account: null, file: null, line: null };
}

function namedNode(report: PathsReport, id: string): NamedNode {
  const { name, kind } = nodeOf(report, id);
  return { id, name, kind };
}
