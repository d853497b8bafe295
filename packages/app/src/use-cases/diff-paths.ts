/** Two states of the same thing, before and after a change → the attack paths that the change opens and closes. */
import type { ExposureEntry, PathEntry, PathsDiff, PathsReport } from '../outputs/index.ts';
import type { FindPathsOptions } from './find-paths.ts';
import { findAttackPaths } from './find-paths.ts';

export interface DiffPathsOptions extends Omit<FindPathsOptions, 'targets'> {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Throws AppErrors like `findAttackPaths`. */
export async function diffAttackPaths({
  before,
  after,
  ...options
}: DiffPathsOptions): Promise<{ readonly diff: PathsDiff; readonly after: PathsReport }> {
  const old = await findAttackPaths({ ...options, targets: before, maxPaths: MAX_PATHS });
  const now = await findAttackPaths({ ...options, targets: after, maxPaths: MAX_PATHS });
  const [known, current] = [new Set(old.paths.map(keyOf)), new Set(now.paths.map(keyOf))];
  const [exposedBefore, exposedAfter] = [exposedIn(old), exposedIn(now)];
  const diff: PathsDiff = {
    schemaVersion: '1',
    before,
    after,
    opened: now.paths.filter((path) => !known.has(keyOf(path))),
    closed: old.paths.filter((path) => !current.has(keyOf(path))),
    kept: now.paths.filter((path) => known.has(keyOf(path))).length,
    exposed: [...exposedAfter].flatMap(([key, entry]) => (exposedBefore.has(key) ? [] : [entry])),
    noLongerExposed: [...exposedBefore].flatMap(([key, entry]) => (exposedAfter.has(key) ? [] : [entry])),
    nodes: { ...old.nodes, ...now.nodes },
  };
  return { diff, after: now };
}

/** All of them: of a cut list nobody could say what is new. */
const MAX_PATHS = 100_000;

/** Entry, goal and question are the path; the steps between may change. */
function keyOf({ id }: PathEntry): string {
  return id;
}

/** By node and ports: another port is another opening. */
function exposedIn({ exposure }: PathsReport): ReadonlyMap<string, ExposureEntry> {
  const open = exposure.filter(({ reachable, from }) => reachable === true && from === 'internet');
  return new Map(open.map((each) => [`${each.node} ${JSON.stringify(each.ports)}`, each]));
}
