/** Which of the found ways are told: none that is somebody's plain work, none twice. */
import type { EdgeKind } from './edges.ts';
import type { FactBase } from './facts.ts';
import type { Found } from './find-paths.ts';
import { bodyOf } from './graph/index.ts';
import type { Derivations, Part } from './graph/index.ts';

/** What principals do in their daily work; alone it is no attack. */
const DAILY: ReadonlySet<EdgeKind> = new Set(['CAN_READ', 'CAN_DELETE', 'CAN_DECRYPT', 'CAN_ASSUME', 'HAS_ADMIN', 'OWNS', 'RUNS_AS']);

/**
 * Whether the cheapest derivation of a fact has such a step, without writing the steps down: most principals read most of what they read by
 * right. Each fact is looked at once for all goals of a source.
 */
export function escalationIn(facts: FactBase, part: Part, { via }: Derivations): (fact: number) => boolean {
  const { program } = part;
  const known = new Uint8Array(program.factCount);
  const look = (fact: number): boolean => {
    const before = known[fact] ?? 0;
    if (before !== 0) return before === 2;
    known[fact] = 1;
    const rule = via[fact] ?? -1;
    if (rule === -1) return false;
    const meaning = facts.meanings[program.meta[rule] ?? 0];
    const { predicate } = facts.parse(part.facts[fact] ?? 0);
    const isStep = meaning !== undefined && predicate !== 'may' && predicate !== 'class' && !DAILY.has(meaning.edge);
    const escalatesHere = isStep || bodyOf(program, rule).some((needed) => look(needed));
    known[fact] = escalatesHere ? 2 : 1;
    return escalatesHere;
  };
  return look;
}

/** Some step is more than the use of rights that were given for it. */
export function escalates({ steps }: Pick<Found, 'steps'>): boolean {
  return steps.some(({ edge }) => !DAILY.has(edge));
}

/** False for administrators who are administrators, readers who may read, and ways that lead over administrators' rights to data. */
export function isWorthTelling(found: Found): boolean {
  const { entry, goal, steps } = found;
  if (steps.length === 0) return false;
  switch (entry.kind) {
    case 'leaver':
      return goal.kind !== 'deletion';
    case 'dormant':
    case 'workload':
      return goal.kind === 'admin' || (goal.kind === 'data' && escalates(found));
    case 'principal':
      return goal.kind === 'admin' ? !(entry.isAdmin && entry.account === goal.account) : goal.kind === 'data' && escalates(found);
    default:
      return true;
  }
}

export interface Group {
  readonly main: Found;
  readonly alsoFrom: readonly string[];
  readonly alsoReaches: readonly string[];
}

/**
 * Ways that differ only in what lies before another principal's own way belong to that one; ways of one entry that differ only in the last
 * step are one. O(ways × steps).
 */
export function folded(all: readonly Found[]): readonly Group[] {
  const own = new Map(
    all.filter((each) => each.entry.isPrincipal && escalates(each)).map((each) => [`${each.entry.node} -> ${each.goal.id}`, each]),
  );
  const before = new Map<Found, string[]>();
  const rest = all.filter((each) => {
    if (!each.entry.isPrincipal || each.entry.kind === 'leaver') return true;
    const nearer = nearest(each, own);
    if (nearer === undefined) return true;
    before.set(nearer, [...(before.get(nearer) ?? []), each.entry.node]);
    return false;
  });
  const groups = new Map<string, Found[]>();
  for (const each of rest) {
    const key = each.goal.kind !== 'admin' ? `${each.entry.id} ${each.goal.kind} ${wayOf(each)}` : `${each.entry.id} -> ${each.goal.id}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap((group) => {
    const [main, ...others] = group.toSorted((a, b) => a.proof.cost - b.proof.cost || (a.goal.id < b.goal.id ? -1 : 1));
    if (main === undefined) return [];
    const alsoFrom = [...new Set(group.flatMap((each) => before.get(each) ?? []))].filter((node) => node !== main.entry.node).sort();
    return [{ main, alsoFrom, alsoReaches: others.map(({ goal }) => goal.node) }];
  });
}

/** The last principal on the way that has a cheaper way of its own to the same goal. */
function nearest({ entry, goal, steps, proof }: Found, own: ReadonlyMap<string, Found>): Found | undefined {
  for (let at = steps.length - 1; at > 0; at--) {
    const node = steps[at]?.from ?? '';
    const other = own.get(`${node} -> ${goal.id}`);
    if (other && node !== entry.node && other.proof.cost < proof.cost) return other;
  }
  return undefined;
}

function wayOf({ steps }: Found): string {
  return steps
    .slice(0, -1)
    .map(({ from, to, edge }) => `${from} ${edge} ${to}`)
    .concat(steps.at(-1)?.edge ?? '')
    .join(' ');
}

/** 16 hexadecimal digits of FNV-1a (64 bit) over the ends and the question. */
export function pathId(...parts: readonly string[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const char of parts.join('\n')) hash = BigInt.asUintN(64, (hash ^ BigInt(char.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
