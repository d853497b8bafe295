/** What to change so that goals no longer follow. Every claim is checked by deriving anew without the thing. */
import { Deriver, proofOf } from './min-cost.ts';
import type { HornProgram } from './program.ts';
import { bodyOf } from './program.ts';
import type { Source } from './propagate.ts';
import { isReached, propagate } from './propagate.ts';

/** Can this source derive that goal? */
export interface Question {
  readonly source: Source;
  readonly goal: number;
}

export interface Fix {
  /** A fact that must not hold any more. */
  readonly fact: number;
  /** Numbers of the questions that are then answered with no. */
  readonly closes: readonly number[];
}

const SOURCES_A_PASS = 1024;

/** For each question: does the goal follow without these facts? One bit-parallel pass for 1,024. */
export function answers(program: HornProgram, questions: readonly Question[], without: Iterable<number> = []): readonly boolean[] {
  const retracted = new Uint8Array(program.factCount);
  for (const fact of without) retracted[fact] = 1;
  return inPasses(questions, (some) => {
    const reach = propagate(
      program,
      some.map(({ source }) => source),
      { retracted },
    );
    return some.map(({ goal }, index) => isReached(reach, goal, index));
  });
}

interface Doubt extends Question {
  /** An axiom. */
  readonly without: number;
}

/** For each question: does the goal follow without its own axiom? Axioms hold for some bits and not for others, so that one pass does for many. */
function answersWithout(program: HornProgram, doubts: readonly Doubt[]): readonly boolean[] {
  return inPasses(doubts, (some) => {
    const missing = new Map<number, number[]>();
    for (const [index, { without }] of some.entries()) missing.set(without, [...(missing.get(without) ?? []), index]);
    const reach = propagate(
      program,
      some.map(({ source }) => source),
      { missing },
    );
    return some.map(({ goal }, index) => isReached(reach, goal, index));
  });
}

function inPasses<T>(items: readonly T[], answer: (some: readonly T[]) => readonly boolean[]): readonly boolean[] {
  const found: boolean[] = [];
  for (let first = 0; first < items.length; first += SOURCES_A_PASS) found.push(...answer(items.slice(first, first + SOURCES_A_PASS)));
  return found;
}

/**
 * Facts without which the goal does not follow: the dominators of an AND/OR graph. Each of them is part of every derivation, hence of the
 * cheapest one: only its facts are tried. Neither the goal nor the source itself is named. In the order of the derivation.
 */
export function chokePoints(program: HornProgram, { source, goal }: Question): readonly number[] {
  const deriver = new Deriver(program);
  const proof = proofOf(program, deriver.derive(source, { until: goal }), goal);
  if (proof === null) return [];
  const facts = new Set(proof.rules.flatMap((rule) => [...bodyOf(program, rule), program.head[rule] ?? 0]));
  for (const fact of [goal, ...source]) facts.delete(fact);
  return [...facts].filter((fact) => deriver.derive(source, { without: [fact], until: goal }).cost[goal] === Infinity);
}

export interface FixOptions {
  /** Axioms that somebody may change. All of them by default. */
  readonly removable?: (fact: number) => boolean;
  /** At most so many candidates are tried, 500 by default. */
  readonly candidates?: number;
}

/** Single changes, the one that closes most first; those that close nothing are left out. */
export function rankFixes(program: HornProgram, questions: readonly Question[], options: FixOptions = {}): readonly Fix[] {
  const { removable = () => true, candidates = 500 } = options;
  const deriver = new Deriver(program);
  const users = new Map<number, number[]>();
  questions.forEach((question, index) => {
    for (const fact of proofWithout(deriver, program, { question, without: [] })?.axioms ?? []) {
      if (!removable(fact)) continue;
      const known = users.get(fact);
      if (known === undefined) users.set(fact, [index]);
      else known.push(index);
    }
  });
  const tried = [...users].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]).slice(0, candidates);
  // A goal whose cheapest derivation does without the fact follows without it: only the others are asked again.
  const doubts = tried.flatMap(([without, asked]) => asked.flatMap((index) => ({ index, without, ...(questions[index] ?? NO_QUESTION) })));
  const after = answersWithout(program, doubts);
  const closes = new Map<number, number[]>(tried.map(([fact]) => [fact, []]));
  doubts.forEach(({ without, index }, nth) => {
    if (after[nth] === false) closes.get(without)?.push(index);
  });
  return [...closes]
    .map(([fact, closed]) => ({ fact, closes: closed }))
    .filter((each) => each.closes.length > 0)
    .sort((a, b) => b.closes.length - a.closes.length || a.fact - b.fact);
}

const NO_QUESTION: Question = { source: [], goal: 0 };

export interface FixSet {
  /** Facts to retract together. */
  readonly facts: readonly number[];
  /** True when no smaller set closes as much; false when the search ended early and the set was built greedily. */
  readonly isMinimal: boolean;
  /** Questions that no removable fact closes. */
  readonly cannotClose: readonly number[];
  /** Questions that still have an answer because the search ended early. */
  readonly stillOpen: readonly number[];
}

export interface FixSetOptions extends FixOptions {
  /** Nodes of the search for the least set, 20,000 by default. */
  readonly effort?: number;
  /** Times that new derivations are looked for, 100 by default. */
  readonly rounds?: number;
}

/**
 * The fewest removable facts that close all questions: derivations found so far are sets to be hit, a least hitting set is retracted, and
 * what still follows brings new derivations, until nothing does. Exact for small cases, greedy where the search grows too large.
 */
export function leastFixSet(program: HornProgram, questions: readonly Question[], options: FixSetOptions = {}): FixSet {
  const { removable = () => true, effort = 20_000, rounds = 100 } = options;
  const deriver = new Deriver(program);
  const sets = new Map<string, readonly number[]>();
  const everything = Array.from({ length: program.factCount }, (_, fact) => fact).filter(
    (fact) => program.isAxiom[fact] === 1 && removable(fact),
  );
  const cannotClose = new Set(answers(program, questions, everything).flatMap((isOpen, index) => (isOpen ? [index] : [])));
  let chosen: readonly number[] = [];
  let isMinimal = true;
  const stillOpen = () => {
    const still = answers(program, questions, chosen);
    return questions.flatMap((question, index) => (still[index] === true && !cannotClose.has(index) ? [{ question, index }] : []));
  };
  let open = stillOpen();
  for (let round = 0; round < rounds && open.length > 0; round++) {
    for (const { question } of open) {
      const set = (proofWithout(deriver, program, { question, without: chosen })?.axioms ?? []).filter((fact) => removable(fact));
      sets.set(set.join(), set);
    }
    const hit = leastHittingSet(smallest([...sets.values()]), effort);
    chosen = hit.facts;
    isMinimal &&= hit.isMinimal;
    open = stillOpen();
  }
  return {
    facts: chosen.toSorted((a, b) => a - b),
    isMinimal: isMinimal && open.length === 0,
    cannotClose: [...cannotClose].sort((a, b) => a - b),
    stillOpen: open.map(({ index }) => index),
  };
}

interface Asked {
  readonly question: Question;
  readonly without: readonly number[];
}

function proofWithout(deriver: Deriver, program: HornProgram, { question: { source, goal }, without }: Asked) {
  return proofOf(program, deriver.derive(source, { without, until: goal }), goal);
}

/** Whatever hits a set hits all that contain it. Of many sets only the shortest are compared. */
function smallest(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const kept: (readonly number[])[] = [];
  for (const set of sets.toSorted((a, b) => a.length - b.length)) {
    const own = new Set(set);
    if (kept.length > 500 || !kept.some((other) => other.every((fact) => own.has(fact)))) kept.push(set);
  }
  return kept;
}

/** Branch and bound from the greedy answer; keeps that one when the effort is spent. */
function leastHittingSet(sets: readonly (readonly number[])[], effort: number): { facts: readonly number[]; isMinimal: boolean } {
  let best = greedyHittingSet(sets);
  let left = effort;
  const search = (chosen: readonly number[], open: readonly (readonly number[])[]) => {
    if (left-- <= 0 || chosen.length >= best.length) return;
    const smallest = open.reduce<readonly number[] | undefined>(
      (least, set) => (least && least.length <= set.length ? least : set),
      undefined,
    );
    if (smallest === undefined) {
      best = chosen;
      return;
    }
    if (chosen.length + 1 >= best.length) return;
    for (const fact of smallest) {
      search(
        [...chosen, fact],
        open.filter((set) => !set.includes(fact)),
      );
    }
  };
  search([], sets);
  return { facts: best, isMinimal: left > 0 };
}

function greedyHittingSet(sets: readonly (readonly number[])[]): readonly number[] {
  const chosen: number[] = [];
  let open = sets;
  while (open.length > 0) {
    const counts = new Map<number, number>();
    for (const fact of open.flat()) counts.set(fact, (counts.get(fact) ?? 0) + 1);
    const [fact = 0] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
    chosen.push(fact);
    open = open.filter((set) => !set.includes(fact));
  }
  return chosen;
}
