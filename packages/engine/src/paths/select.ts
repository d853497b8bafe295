/** Which of the found ways are told: none that is somebody's plain work, none twice. */
import type { EdgeKind } from './edges.ts';
import type { Found } from './tell.ts';

/** What principals do in their daily work; alone it is no attack. */
export const DAILY: ReadonlySet<EdgeKind> = new Set([
  'CAN_READ',
  'CAN_DELETE',
  'CAN_DECRYPT',
  'CAN_ASSUME',
  'HAS_ADMIN',
  'OWNS',
  'RUNS_AS',
]);

/** Some step is more than the use of rights that were given for it. */
export function escalates({ steps }: Pick<Found, 'steps'>): boolean {
  return steps.some(({ edge }) => !DAILY.has(edge));
}

/**
 * A way that strangers can walk is not told again of everybody of the house who joins it halfway: he is named there. O(steps of both).
 */
export function withoutJoiners(all: readonly Found[], house: readonly Found[]): readonly Found[] {
  const open = new Set(all.filter(isOpenToAll).flatMap(({ goal, others }) => [goal, ...others].map(({ id }) => id)));
  const strangers = all.filter((each) => isOpenToAll(each) || ![each.goal, ...each.others].every(({ id }) => open.has(id)));
  const ways = new Map<string, { readonly found: Found; readonly nodes: ReadonlySet<string> }[]>();
  for (const found of strangers) {
    const way = { found, nodes: nodesOn(found) };
    for (const { id } of [found.goal, ...found.others]) ways.set(id, [...(ways.get(id) ?? []), way]);
  }
  const joined = new Map<Found, string[]>();
  const own = house.filter((each) => {
    const nodes = nodesOn(each);
    const joins = [each.goal, ...each.others].map(({ id }) =>
      ways.get(id)?.find((way) => isOpenToAll(way.found) || [...nodes].some((node) => way.nodes.has(node))),
    );
    if (joins.some((way) => way === undefined)) return true;
    for (const way of new Set(joins))
      if (way && !isOpenToAll(way.found)) joined.set(way.found, [...(joined.get(way.found) ?? []), each.entry.node, ...each.alsoFrom]);
    return false;
  });
  const named = strangers.map((each) => {
    const more = joined.get(each);
    if (!more) return each;
    const way = nodesOn(each);
    return { ...each, alsoFrom: [...new Set([...each.alsoFrom, ...more])].filter((node) => !way.has(node)).sort() };
  });
  return [...named, ...own];
}

/** What everybody has at once is no news of anybody. */
function isOpenToAll({ entry, steps }: Found): boolean {
  return entry.kind === 'internet' && steps.length === 1;
}

/** All nodes of a way but its goal, which everybody who gets there has in common. */
function nodesOn({ entry, steps, goal }: Found): ReadonlySet<string> {
  const nodes = new Set([entry.node, ...steps.flatMap(({ from, to }) => [from, to])]);
  nodes.delete(goal.node);
  return nodes;
}

/** 16 hexadecimal digits of FNV-1a (64 bit) over the ends and the question. */
export function pathId(...parts: readonly string[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const char of parts.join('\n')) hash = BigInt.asUintN(64, (hash ^ BigInt(char.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
