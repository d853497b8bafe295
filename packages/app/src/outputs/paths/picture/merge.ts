/** Several paths → one small graph: what the picture draws. */
import type { Severity } from '@kumomori/model';
import { severities } from '@kumomori/model';
import type { PathEntry, PathNode } from '../report.ts';

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  /** Edge kinds between the two, each once. */
  readonly kinds: readonly string[];
  /** Of the gravest path that goes along here. */
  readonly severity: Severity;
  /** Number of paths along here. */
  readonly paths: number;
  /** Holds only under a condition, in every path. */
  readonly isConditional: boolean;
}

export interface PictureGraph {
  readonly nodes: readonly { readonly id: string; readonly node: PathNode; readonly isEntry: boolean; readonly isGoal: boolean }[];
  readonly edges: readonly PictureEdge[];
  /** Paths that are drawn; the rest would make it unreadable. */
  readonly drawn: number;
}

/** More boxes cannot be read. */
export const MAX_NODES = 60;

/** Takes paths in their order as long as they fit. O(steps). */
export function mergePaths(
  paths: readonly PathEntry[],
  nodes: Readonly<Record<string, PathNode>>,
  maxNodes: number = MAX_NODES,
): PictureGraph {
  const used = new Set<string>();
  const edges = new Map<string, { -readonly [K in keyof PictureEdge]: PictureEdge[K] }>();
  const [entries, goals] = [new Set<string>(), new Set<string>()];
  let drawn = 0;
  for (const path of paths) {
    const own = new Set(path.steps.flatMap(({ from, to }) => [from, to]));
    if (used.size + [...own].filter((each) => !used.has(each)).length > maxNodes) continue;
    for (const each of own) used.add(each);
    entries.add(path.entry.node);
    goals.add(path.goal.node);
    drawn += 1;
    for (const step of path.steps) {
      const key = JSON.stringify([step.from, step.to]);
      const known = edges.get(key);
      const isConditional = step.condition !== null;
      if (!known) {
        edges.set(key, { from: step.from, to: step.to, kinds: [step.edge], severity: path.severity, paths: 1, isConditional });
        continue;
      }
      if (!known.kinds.includes(step.edge)) known.kinds = [...known.kinds, step.edge];
      known.paths += 1;
      known.isConditional &&= isConditional;
      if (severities.indexOf(path.severity) < severities.indexOf(known.severity)) known.severity = path.severity;
    }
  }
  return {
    nodes: [...used].map((id) => ({ id, node: nodes[id] ?? unnamed(id), isEntry: entries.has(id), isGoal: goals.has(id) })),
    edges: [...edges.values()].filter(({ from, to }) => from !== to),
    drawn,
  };
}

function unnamed(id: string): PathNode {
  const kind = id === 'internet' ? 'internet' : id === 'admin' ? 'admin' : id.startsWith('data:') ? 'data' : 'other';
  return { kind, name: id, type: null, account: null, file: null, line: null };
}
