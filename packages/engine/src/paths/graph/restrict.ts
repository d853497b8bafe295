/** The part of a program that matters for some goals: what follows from a source and leads to a goal. Later questions run on that part. */
import { GrowingList } from './csr.ts';
import type { HornProgram } from './program.ts';
import { bodyOf, makersOf, programOf } from './program.ts';
import type { Reach, Source } from './propagate.ts';

export interface Part {
  readonly program: HornProgram;
  /** Old numbers of the part's facts and rules. */
  readonly facts: Uint32Array;
  readonly rules: Uint32Array;
  /** New number of an old fact; undefined when it is not in the part. */
  readonly factOf: (old: number) => number | undefined;
}

/**
 * Keeps the rules that some source can use (by `reach`; without: all) and whose heads lead to a goal. Derivations from these sources of
 * these goals are the same as before. O(size of the part + facts).
 */
export function restrictTo(program: HornProgram, goals: Iterable<number>, reach: Reach | null): Part {
  const { facts, rules, place } = relevant(program, goals, reach);
  const starts = new GrowingList();
  const body = new GrowingList();
  for (const rule of rules) {
    starts.push(body.length);
    for (const fact of bodyOf(program, rule)) body.push((place[fact] ?? 1) - 1);
  }
  starts.push(body.length);
  const part = programOf({
    factCount: facts.length,
    head: rules.map((rule) => (place[program.head[rule] ?? 0] ?? 1) - 1),
    bodyStart: starts.toArray(),
    body: body.toArray(),
    weight: Uint8Array.from(rules, (rule) => program.weight[rule] ?? 1),
    meta: rules.map((rule) => program.meta[rule] ?? 0),
    isAxiom: Uint8Array.from(facts, (fact) => program.isAxiom[fact] ?? 0),
  });
  return { program: part, facts, rules, factOf: (old) => ((place[old] ?? 0) === 0 ? undefined : (place[old] ?? 1) - 1) };
}

/** A source in the numbers of a part; facts outside lead nowhere. */
export function sourceIn(part: Part, source: Source): Source {
  return source.map((fact) => part.factOf(fact)).filter((fact) => fact !== undefined);
}

interface Relevant {
  readonly facts: Uint32Array;
  readonly rules: Uint32Array;
  /** New number plus one; 0 where a fact does not matter. */
  readonly place: Uint32Array;
}

function relevant(program: HornProgram, goals: Iterable<number>, reach: Reach | null): Relevant {
  const place = new Uint32Array(program.factCount);
  const facts = new GrowingList();
  const rules: number[] = [];
  const stack: number[] = [];
  const visit = (fact: number) => {
    if (place[fact] !== 0) return;
    facts.push(fact);
    place[fact] = facts.length;
    stack.push(fact);
  };
  for (const goal of goals) visit(goal);
  for (let fact = stack.pop(); fact !== undefined; fact = stack.pop()) {
    for (const rule of makersOf(program, fact)) {
      if (reach !== null && !isUsable(program, rule, reach)) continue;
      rules.push(rule);
      for (const needed of bodyOf(program, rule)) visit(needed);
    }
  }
  return { facts: facts.toArray(), rules: Uint32Array.from(rules).sort(), place };
}

function isUsable(program: HornProgram, rule: number, { words, bits }: Reach): boolean {
  const body = bodyOf(program, rule);
  for (let word = 0; word < words; word++) {
    let all = 0xffffffff;
    for (const fact of body) all &= bits[fact * words + word] ?? 0;
    if (all !== 0) return true;
  }
  return false;
}
