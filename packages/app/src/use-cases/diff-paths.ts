/** Two states of the same thing, before and after a change → the attack paths that the change opens and closes. */
import type { ExposureEntry, PathEntry, PathsDiff, PathsReport } from '../outputs/index.ts';
import type { FindPathsOptions } from './find-paths.ts';
import { analyzePaths, reportOf, withEverything } from './find-paths.ts';
import { readingMemory } from './read-estate.ts';

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
  const started = options.now();
  const memory = readingMemory();
  const asked = (targets: readonly string[]): FindPathsOptions => ({ ...options, targets, memory, maxPaths: MAX_PATHS, onlyWays: true });
  const old = reportOf(await analyzePaths(asked(before)), asked(before), started);
  const analysis = await analyzePaths(asked(after));
  const ways = reportOf(analysis, asked(after), started);
  const earlier = new Set(old.paths.flatMap(pairsOf));
  // Fixes are looked for where there is something to fix.
  const isQuiet = ways.paths.every((path) => pairsOf(path).every((pair) => earlier.has(pair)));
  const now = isQuiet ? ways : reportOf(withEverything(analysis, asked(after)), asked(after), started);
  const [known, current] = [earlier, new Set(now.paths.flatMap(pairsOf))];
  const isIn = (pairs: ReadonlySet<string>) => (path: PathEntry) => pairsOf(path).every((pair) => pairs.has(pair));
  const wasThere = isIn(known);
  const [exposedBefore, exposedAfter] = [exposedIn(old), exposedIn(now)];
  const diff: PathsDiff = {
    schemaVersion: '1',
    before,
    after,
    opened: now.paths.filter((path) => !wasThere(path)),
    closed: old.paths.filter((path) => pairsOf(path).every((pair) => !current.has(pair))),
    kept: now.paths.filter((path) => wasThere(path)).length,
    exposed: [...exposedAfter].flatMap(([key, entry]) => (exposedBefore.has(key) ? [] : [entry])),
    noLongerExposed: [...exposedBefore].flatMap(([key, entry]) => (exposedAfter.has(key) ? [] : [entry])),
    nodes: { ...old.nodes, ...now.nodes },
  };
  return { diff, after: now };
}

/** All of them: of a cut list nobody could say what is new. */
const MAX_PATHS = 100_000;

/**
 * Everybody who comes a way, with every goal at its end: which of them the way is told of may change, and who comes anew must be told. Steps
 * between may change.
 */
function pairsOf({ entry, goal, alsoFrom, alsoReaches }: PathEntry): readonly string[] {
  const goals = [goal.node, ...alsoReaches];
  return [entry.node, ...alsoFrom].flatMap((from) => goals.map((to) => `${from} -> ${to}`));
}

/** By node and ports: another port is another opening. */
function exposedIn({ exposure }: PathsReport): ReadonlyMap<string, ExposureEntry> {
  const open = exposure.filter(({ reachable, from }) => reachable === true && from === 'internet');
  return new Map(open.map((each) => [`${each.node} ${JSON.stringify(each.ports)}`, each]));
}
