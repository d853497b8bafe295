/**
 * The cheapest derivation of every fact: Knuth's generalization of Dijkstra's algorithm to AND/OR graphs (D. E. Knuth, "A generalization of
 * Dijkstra's algorithm", 1977). The cost of a rule's head is its weight plus the costs of all it needs; axioms and sources cost nothing.
 * What two branches share is paid twice: the price of linear time, and harmless for choosing an explanation.
 */
import { CostHeap } from './heap.ts';
import type { HornProgram } from './program.ts';
import { bodyOf } from './program.ts';
import type { Source } from './propagate.ts';

export interface Derivations {
  /** `Infinity` where a fact does not follow. */
  readonly cost: Float64Array;
  /** The last rule of the cheapest derivation; -1 for sources, axioms and what does not follow. */
  readonly via: Int32Array;
}

export interface DeriveOptions {
  /** Facts that must not be used nor derived. */
  readonly without?: readonly number[] | undefined;
  /** Rules that must not be used. */
  readonly disabled?: readonly number[] | undefined;
  /** Ends as soon as this fact is settled. */
  readonly until?: number | undefined;
  /** Ends where all that is left costs as much or more: only lower costs are right then. */
  readonly below?: number | undefined;
}

/** Derives again and again on one program; each time costs as much as what is reached, not as the program is large. */
export class Deriver {
  readonly #program: HornProgram;
  readonly #cost: Float64Array;
  readonly #via: Int32Array;
  readonly #settled: Uint8Array;
  readonly #retracted: Uint8Array;
  readonly #disabled: Uint8Array;
  readonly #open: Uint16Array;
  readonly #sum: Float64Array;
  #facts: number[] = [];
  #rules: number[] = [];
  #last: { readonly without: readonly number[]; readonly disabled: readonly number[] } = { without: [], disabled: [] };

  constructor(program: HornProgram) {
    this.#program = program;
    this.#cost = new Float64Array(program.factCount).fill(Infinity);
    this.#via = new Int32Array(program.factCount).fill(-1);
    this.#settled = new Uint8Array(program.factCount);
    this.#retracted = new Uint8Array(program.factCount);
    this.#disabled = new Uint8Array(program.ruleCount);
    this.#open = program.pending.slice();
    this.#sum = new Float64Array(program.ruleCount);
    for (let fact = 0; fact < program.factCount; fact++) {
      if (program.isAxiom[fact] !== 1) continue;
      this.#settled[fact] = 1;
      this.#cost[fact] = 0;
    }
  }

  /** O(rules reached × log of them). The arrays are the deriver's own: they hold until the next call. */
  derive(source: Source, { without = [], disabled = [], until, below = Infinity }: DeriveOptions = {}): Derivations {
    this.#forget();
    this.#begin(without, disabled);
    const program = this.#program;
    const heap = new CostHeap();
    for (const fact of source) if (this.#settled[fact] === 0) this.#offer(heap, { fact, price: 0, rule: -1 });
    for (const rule of program.ready) {
      if (this.#open[rule] === 0 && this.#disabled[rule] === 0)
        this.#offer(heap, { fact: program.head[rule] ?? 0, price: program.weight[rule] ?? 1, rule });
    }
    while (heap.size > 0) {
      const { cost: price, fact } = heap.pop();
      if (price >= below) break;
      if (this.#settled[fact] === 1) continue;
      this.#settled[fact] = 1;
      if (fact === until) break;
      this.#settle(heap, fact, price);
    }
    return { cost: this.#cost, via: this.#via };
  }

  #offer(heap: CostHeap, { fact, price, rule }: { readonly fact: number; readonly price: number; readonly rule: number }): void {
    if (price >= (this.#cost[fact] ?? 0) || this.#retracted[fact] === 1) return;
    if (this.#cost[fact] === Infinity) this.#facts.push(fact);
    this.#cost[fact] = price;
    this.#via[fact] = rule;
    heap.push(price, fact);
  }

  #settle(heap: CostHeap, fact: number, price: number): void {
    const program = this.#program;
    const end = program.usesStart[fact + 1] ?? 0;
    for (let at = program.usesStart[fact] ?? 0; at < end; at++) {
      const rule = program.uses[at] ?? 0;
      this.#rules.push(rule);
      this.#sum[rule] = (this.#sum[rule] ?? 0) + price;
      this.#open[rule] = (this.#open[rule] ?? 0) - 1;
      if (this.#open[rule] !== 0 || this.#disabled[rule] === 1) continue;
      const head = program.head[rule] ?? 0;
      if (this.#settled[head] === 0) this.#offer(heap, { fact: head, price: (this.#sum[rule] ?? 0) + (program.weight[rule] ?? 1), rule });
    }
  }

  /** A rule that needs a retracted axiom waits for ever. */
  #begin(without: readonly number[], disabled: readonly number[]): void {
    const program = this.#program;
    for (const fact of without) {
      if (this.#retracted[fact] === 1) continue;
      this.#retracted[fact] = 1;
      if (program.isAxiom[fact] !== 1) continue;
      this.#cost[fact] = Infinity;
      const end = program.usesStart[fact + 1] ?? 0;
      for (let at = program.usesStart[fact] ?? 0; at < end; at++) {
        const rule = program.uses[at] ?? 0;
        this.#rules.push(rule);
        this.#open[rule] = (this.#open[rule] ?? 0) + 1;
      }
    }
    for (const rule of disabled) this.#disabled[rule] = 1;
    this.#last = { without, disabled };
  }

  #forget(): void {
    for (const fact of this.#facts) {
      this.#cost[fact] = Infinity;
      this.#via[fact] = -1;
      this.#settled[fact] = 0;
    }
    for (const rule of this.#rules) {
      this.#open[rule] = this.#program.pending[rule] ?? 0;
      this.#sum[rule] = 0;
    }
    for (const fact of this.#last.without) {
      this.#retracted[fact] = 0;
      if (this.#program.isAxiom[fact] === 1) this.#cost[fact] = 0;
    }
    for (const rule of this.#last.disabled) this.#disabled[rule] = 0;
    this.#facts = [];
    this.#rules = [];
  }
}

/** Once: O(program + rules reached × log of them). */
export function cheapestDerivations(program: HornProgram, source: Source, options: DeriveOptions = {}): Derivations {
  return new Deriver(program).derive(source, options);
}

export interface Proof {
  readonly goal: number;
  readonly cost: number;
  /** What is needed comes before what needs it; each rule once. */
  readonly rules: readonly number[];
  /** Axioms the proof rests on, in ascending order. */
  readonly axioms: readonly number[];
}

/** The cheapest derivation of a fact, or null when it does not follow. O(size of the proof). */
export function proofOf(program: HornProgram, { cost, via }: Derivations, goal: number): Proof | null {
  if ((cost[goal] ?? Infinity) === Infinity) return null;
  const rules: number[] = [];
  const axioms = new Set<number>();
  const state = new Map<number, 1 | 2>();
  const stack = [goal];
  while (stack.length > 0) {
    const fact = stack.at(-1) ?? 0;
    const rule = via[fact] ?? -1;
    if (state.get(fact) === 2 || rule === -1) {
      if (rule === -1 && program.isAxiom[fact] === 1) axioms.add(fact);
      state.set(fact, 2);
      stack.pop();
    } else if (state.get(fact) === 1) {
      state.set(fact, 2);
      rules.push(rule);
      stack.pop();
    } else {
      state.set(fact, 1);
      const body = bodyOf(program, rule);
      for (let index = body.length - 1; index >= 0; index--) if (!state.has(body[index] ?? 0)) stack.push(body[index] ?? 0);
    }
  }
  return { goal, cost: cost[goal] ?? Infinity, rules, axioms: [...axioms].sort((a, b) => a - b) };
}
