/**
 * The cheapest derivation of every fact: Knuth's generalization of Dijkstra's algorithm to AND/OR graphs (D. E. Knuth, "A generalization of
 * Dijkstra's algorithm", 1977). The cost of a rule's head is its weight plus the costs of all it needs; axioms and sources cost nothing.
 * What two branches share is paid twice: the price of linear time, and harmless for choosing an explanation.
 */
import { CostHeap } from './heap.ts';
import type { HornProgram } from './program.ts';
import { bodyOf } from './program.ts';
import type { Source, Without } from './propagate.ts';

export interface Derivations {
  /** `Infinity` where a fact does not follow. */
  readonly cost: Float64Array;
  /** The last rule of the cheapest derivation; -1 for sources, axioms and what does not follow. */
  readonly via: Int32Array;
}

export interface DeriveOptions extends Without {
  /** 1 for each rule that must not be used. */
  readonly disabled?: Uint8Array | undefined;
  /** Ends as soon as this fact is settled. */
  readonly until?: number;
}

/** O(rules × log rules). */
export function cheapestDerivations(program: HornProgram, source: Source, options: DeriveOptions = {}): Derivations {
  const { retracted, disabled, until } = options;
  const cost = new Float64Array(program.factCount).fill(Infinity);
  const via = new Int32Array(program.factCount).fill(-1);
  const settled = new Uint8Array(program.factCount);
  const open = program.pending.slice();
  const sum = new Float64Array(program.ruleCount);
  const heap = new CostHeap();
  const offer = (fact: number, price: number, rule: number) => {
    if (price >= (cost[fact] ?? 0) || retracted?.[fact] === 1) return;
    cost[fact] = price;
    via[fact] = rule;
    heap.push(price, fact);
  };
  settleAxioms(program, { cost, settled, open, retracted });
  for (const fact of source) if (settled[fact] === 0) offer(fact, 0, -1);
  for (const rule of program.ready) {
    if (open[rule] === 0 && disabled?.[rule] !== 1) offer(program.head[rule] ?? 0, program.weight[rule] ?? 1, rule);
  }
  while (heap.size > 0) {
    const { cost: price, fact } = heap.pop();
    if (settled[fact] === 1) continue;
    settled[fact] = 1;
    if (fact === until) break;
    const end = program.usesStart[fact + 1] ?? 0;
    for (let at = program.usesStart[fact] ?? 0; at < end; at++) {
      const rule = program.uses[at] ?? 0;
      sum[rule] = (sum[rule] ?? 0) + price;
      open[rule] = (open[rule] ?? 0) - 1;
      if (open[rule] === 0 && disabled?.[rule] !== 1) {
        const head = program.head[rule] ?? 0;
        if (settled[head] === 0) offer(head, (sum[rule] ?? 0) + (program.weight[rule] ?? 1), rule);
      }
    }
  }
  return { cost, via };
}

interface Opening {
  readonly cost: Float64Array;
  readonly settled: Uint8Array;
  readonly open: Uint16Array;
  readonly retracted: Uint8Array | undefined;
}

/** Axioms hold at no cost; a rule that needs a retracted one waits for ever. */
function settleAxioms(program: HornProgram, { cost, settled, open, retracted }: Opening): void {
  for (let fact = 0; fact < program.factCount; fact++) {
    if (program.isAxiom[fact] !== 1) continue;
    settled[fact] = 1;
    if (retracted?.[fact] !== 1) {
      cost[fact] = 0;
      continue;
    }
    const end = program.usesStart[fact + 1] ?? 0;
    for (let at = program.usesStart[fact] ?? 0; at < end; at++) {
      const rule = program.uses[at] ?? 0;
      open[rule] = (open[rule] ?? 0) + 1;
    }
  }
}

export interface Proof {
  readonly goal: number;
  readonly cost: number;
  /** What is needed comes before what needs it; each rule once. */
  readonly rules: readonly number[];
  /** Axioms the proof rests on, in ascending order. */
  readonly axioms: readonly number[];
}

/** The cheapest derivation of a fact, or null when it does not follow. */
export function proofOf(program: HornProgram, { cost, via }: Derivations, goal: number): Proof | null {
  if (cost[goal] === Infinity) return null;
  const rules: number[] = [];
  const axioms = new Set<number>();
  const state = new Uint8Array(program.factCount);
  const stack = [goal];
  while (stack.length > 0) {
    const fact = stack.at(-1) ?? 0;
    const rule = via[fact] ?? -1;
    if (state[fact] === 2 || rule === -1) {
      if (rule === -1 && program.isAxiom[fact] === 1) axioms.add(fact);
      state[fact] = 2;
      stack.pop();
    } else if (state[fact] === 1) {
      state[fact] = 2;
      rules.push(rule);
      stack.pop();
    } else {
      state[fact] = 1;
      const body = bodyOf(program, rule);
      for (let index = body.length - 1; index >= 0; index--) if (state[body[index] ?? 0] === 0) stack.push(body[index] ?? 0);
    }
  }
  return { goal, cost: cost[goal] ?? Infinity, rules, axioms: [...axioms].sort((a, b) => a - b) };
}
