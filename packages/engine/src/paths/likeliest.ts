/**
 * Of whom a way is not told because somebody else's is told, or because he has a right to the goal as well: told after all where his is the
 * likeliest. So no further permission ever hides the likeliest way to a goal.
 */
import { EDGES } from './edges.ts';
import type { Entry, Goal } from './ends.ts';
import { cheapestProofs, reachThrough, restrictTo, sourceIn } from './graph/index.ts';
import type { Deriver, Part, Proof, Reach, Source } from './graph/index.ts';
import type { PathStep } from './steps.ts';
import { stepsOf } from './steps.ts';
import type { Compiled, Found } from './tell.ts';
import { isStep, told } from './tell.ts';

/** What many entries reach, in the numbers of a part. */
export interface Pass {
  readonly part: Part;
  readonly entries: readonly Entry[];
  readonly sources: readonly Source[];
  readonly reach: Reach;
  readonly deriver: Deriver;
  readonly retracted: Uint8Array | undefined;
  /** Facts that ways must do without. */
  readonly closed: readonly number[];
}

/** Of each goal (by its kind and id) the cost of the cheapest way that is told. */
function leastCosts(found: readonly Found[]): Map<string, number> {
  const costs = new Map<string, number>();
  for (const { goal, others, least } of found)
    for (const each of [goal, ...others]) costs.set(nameOf(each), Math.min(least, costs.get(nameOf(each)) ?? Infinity));
  return costs;
}

/** Ways that are cheaper than all told ones to the same goal, each goal once. */
export function onlyLikelier(more: readonly Found[], found: readonly Found[]): readonly Found[] {
  const costs = leastCosts(found);
  return more
    .toSorted((a, b) => a.least - b.least || (a.entry.id < b.entry.id ? -1 : 1))
    .filter((each) => {
      const goals = [each.goal, ...each.others].filter((goal) => each.least < (costs.get(nameOf(goal)) ?? Infinity));
      for (const goal of goals) costs.set(nameOf(goal), each.least);
      return goals.length > 0;
    });
}

function nameOf({ kind, id }: Goal): string {
  return `${kind} ${id}`;
}

interface Comers extends Pass {
  /** Numbers of entries, and all goals that each gains. */
  readonly comers: ReadonlyMap<number, readonly Goal[]>;
}

/**
 * Who comes to somebody else first and goes his way is named there. With his own rights besides, the way may be easier for him than for the
 * other: then it is told of him. As many derivations as classes of comers, none deeper than the cheapest told way.
 */
export function likelierComers(
  compiled: Compiled,
  { part, entries, sources, deriver, closed, comers }: Comers,
  found: readonly Found[],
): readonly Found[] {
  const costs = leastCosts(found);
  const cheaper: { readonly index: number; readonly goal: Goal; readonly cost: number }[] = [];
  for (const index of oneOfEach(entries, comers.keys())) {
    const goals = comers.get(index) ?? [];
    const below = Math.max(0, ...goals.map((goal) => costs.get(nameOf(goal)) ?? 0));
    const { cost } = deriver.derive(sources[index] ?? [], { below, without: closed });
    for (const goal of goals) {
      const own = cost[part.factOf(goal.fact) ?? -1] ?? Infinity;
      if (own < (costs.get(nameOf(goal)) ?? 0)) cheaper.push({ index, goal, cost: own });
    }
  }
  const best = new Map<number, Goal[]>();
  const done = new Set<Goal>();
  for (const { index, goal } of cheaper.sort((a, b) => a.cost - b.cost || a.index - b.index)) {
    if (done.has(goal)) continue;
    done.add(goal);
    best.set(index, [...(best.get(index) ?? []), goal]);
  }
  return [...best].flatMap(([index, goals]) => {
    const entry = entries[index];
    return entry ? told(compiled, { part, deriver, entry, goals, without: closed, alsoFrom: () => [] }) : [];
  });
}

/** Principals of one class may do the same. */
function oneOfEach(entries: readonly Entry[], indexes: Iterable<number>): readonly number[] {
  const classes = new Map<string, number>();
  for (const index of indexes) {
    const { accessClass = null, kind = '', id = '' } = entries[index] ?? {};
    const name = accessClass === null ? id : `${kind} ${accessClass}`;
    const known = classes.get(name);
    if (known === undefined || id < (entries[known]?.id ?? '')) classes.set(name, index);
  }
  return [...classes.values()];
}

interface Rights extends Pass {
  readonly goals: readonly Goal[];
  readonly isDaily: Uint8Array;
  readonly byRight: Reach;
}

/** Pairs of ends that are looked at, derivations of each, searches for each. */
const PAIRS = 200;
const PROOFS = 8;
const SEARCHES = 40;

interface Beside {
  readonly entry: Entry;
  readonly goal: Goal;
  readonly proof: Proof;
  readonly steps: readonly PathStep[];
  readonly part: Part;
}

/**
 * Who gets to data by his rights and by an escalation as well: the escalation, where nothing told leads there as easily. It stays when the
 * right is taken away.
 */
export function waysBesideRights(compiled: Compiled, rights: Rights, found: readonly Found[]): readonly Found[] {
  const { entries } = rights;
  const costs = leastCosts(found);
  const having = goalsBesideRights(rights);
  const beside: Beside[] = [];
  let left = PAIRS;
  for (const index of oneOfEach(entries, having.keys())) {
    for (const goal of having.get(index) ?? []) {
      const known = costs.get(nameOf(goal)) ?? Infinity;
      if (known <= LEAST || left-- <= 0) continue;
      const way = besideRight(compiled, rights, { index, goal });
      if (way && way.proof.cost < known) beside.push(way);
    }
  }
  return together(beside);
}

/** No escalation with what comes of it costs less. */
const LEAST = EDGES.CAN_GRANT_SELF;

/** Numbers of entries, and the goals that each gets to both ways. */
function goalsBesideRights({ part, sources, goals, isDaily, reach, byRight, retracted }: Rights): ReadonlyMap<number, readonly Goal[]> {
  const { words, bits } = reachThrough(part.program, { sources, reach, marked: isDaily.map((each) => 1 - each), shut: retracted });
  const having = new Map<number, Goal[]>();
  for (const goal of goals) {
    const at = (part.factOf(goal.fact) ?? 0) * words;
    for (let word = 0; word < words; word++) {
      let both = (bits[at + word] ?? 0) & (byRight.bits[at + word] ?? 0);
      for (let bit = 0; both !== 0; bit++, both >>>= 1) {
        const index = word * 32 + bit;
        if ((both & 1) === 0) continue;
        const known = having.get(index);
        if (known) known.push(goal);
        else having.set(index, [goal]);
      }
    }
  }
  return having;
}

/** The cheapest way that is more than the use of rights. */
function besideRight(
  compiled: Compiled,
  { part: whole, entries, sources, reach }: Rights,
  { index, goal }: { readonly index: number; readonly goal: Goal },
): Beside | undefined {
  const [entry, old] = [entries[index], whole.factOf(goal.fact)];
  if (!entry || old === undefined) return undefined;
  const small = restrictTo(whole.program, [old], reach);
  const part = { ...small, facts: small.facts.map((fact) => whole.facts[fact] ?? 0) };
  const source = sourceIn(small, sources[index] ?? []);
  const proofs = cheapestProofs(small.program, source, small.factOf(old) ?? -1, { limit: PROOFS, searches: SEARCHES });
  const proof = proofs.find(({ rules }) => rules.some((rule) => isStep(compiled, part, rule)));
  return (
    proof && {
      entry,
      goal,
      proof,
      part: reaching(part, whole, small),
      steps: stepsOf({ ...compiled, part }, proof),
    }
  );
}

/** The part of a part, asked by the numbers of the whole program. */
function reaching(part: Part, whole: Part, small: Part): Part {
  const factOf = (old: number) => {
    const fact = whole.factOf(old);
    return fact === undefined ? undefined : small.factOf(fact);
  };
  return { ...part, factOf };
}

/** Each goal once, the cheapest first; goals that one entry gets to by the same way but the last step are one way. */
function together(beside: readonly Beside[]): readonly Found[] {
  const done = new Set<string>();
  const ways = new Map<string, Found>();
  for (const each of beside.toSorted((a, b) => a.proof.cost - b.proof.cost || (a.entry.id < b.entry.id ? -1 : 1))) {
    if (done.has(nameOf(each.goal)) || each.steps.length === 0) continue;
    done.add(nameOf(each.goal));
    const { from = '', edge = '' } = each.steps.at(-1) ?? {};
    const way = `${each.entry.id} ${from} ${edge}`;
    const known = ways.get(way);
    if (known) ways.set(way, { ...known, others: [...known.others, each.goal] });
    else ways.set(way, { ...each, alsoFrom: [], others: [], least: each.proof.cost, isAlsoRight: true });
  }
  return [...ways.values()];
}
