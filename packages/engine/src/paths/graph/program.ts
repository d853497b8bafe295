/**
 * A Horn program: facts and rules `head ← body₁ ∧ … ∧ bodyₙ`. It is the AND/OR graph of an attack: a fact is "the attacker has this",
 * a rule is one way to get there, and several rules with one head are alternatives. All in typed arrays; facts and rules are numbers.
 */
import { groupByKey, GrowingList } from './csr.ts';

export interface HornProgram {
  readonly factCount: number;
  readonly ruleCount: number;
  /** Fact that a rule gives. */
  readonly head: Uint32Array;
  /** `body[bodyStart[r]] … body[bodyStart[r + 1] - 1]`: facts that rule r needs, without duplicates, in the order they were given. */
  readonly bodyStart: Uint32Array;
  readonly body: Uint32Array;
  /** How hard the step is, 0 to 15; costs of a derivation add up. */
  readonly weight: Uint8Array;
  /** The builder's own number for each rule: what it is, why it holds. */
  readonly meta: Uint32Array;
  /** Rules that need a fact. */
  readonly usesStart: Uint32Array;
  readonly uses: Uint32Array;
  /** Rules that give a fact. */
  readonly makesStart: Uint32Array;
  readonly makes: Uint32Array;
  /** 1 where a fact holds by itself: a setting of the estate. */
  readonly isAxiom: Uint8Array;
  /** How many facts of the body are no axioms. */
  readonly pending: Uint16Array;
  /** Rules that need nothing but axioms. */
  readonly ready: readonly number[];
}

const MAX_WEIGHT = 15;

/** Weight and meaning of a rule. */
export interface RuleParts {
  /** 0 to 15; others are moved to the nearest. */
  readonly weight?: number;
  readonly meta?: number;
}

/** Collects facts and rules. Facts are interned by their key; the same key gives the same number. */
export class HornBuilder {
  private readonly ids = new Map<string, number>();
  private readonly names: string[] = [];
  private readonly axioms = new Set<number>();
  private readonly heads = new GrowingList();
  private readonly starts = new GrowingList();
  private readonly bodies = new GrowingList();
  private readonly weights = new GrowingList();
  private readonly metas = new GrowingList();

  get factCount(): number {
    return this.names.length;
  }

  get ruleCount(): number {
    return this.heads.length;
  }

  fact(key: string): number {
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = this.names.length;
    this.ids.set(key, id);
    this.names.push(key);
    return id;
  }

  /** The fact of a key if anybody spoke of it. */
  find(key: string): number | undefined {
    return this.ids.get(key);
  }

  key(fact: number): string {
    return this.names[fact] ?? '';
  }

  /** A fact that holds by itself. */
  axiom(key: string): number {
    const fact = this.fact(key);
    this.axioms.add(fact);
    return fact;
  }

  rule(head: number, body: readonly number[], { weight = 1, meta = 0 }: RuleParts = {}): number {
    const id = this.heads.length;
    this.heads.push(head);
    this.starts.push(this.bodies.length);
    for (let index = 0; index < body.length; index++) {
      const fact = body[index] ?? 0;
      if (body.indexOf(fact) === index) this.bodies.push(fact);
    }
    this.weights.push(Math.min(MAX_WEIGHT, Math.max(0, Math.round(weight))));
    this.metas.push(meta);
    return id;
  }

  build(): HornProgram {
    const starts = new GrowingList();
    for (const start of this.starts.toArray()) starts.push(start);
    starts.push(this.bodies.length);
    const isAxiom = new Uint8Array(this.factCount);
    for (const fact of this.axioms) isAxiom[fact] = 1;
    return programOf({
      ...{ factCount: this.factCount, isAxiom, head: this.heads.toArray(), bodyStart: starts.toArray(), body: this.bodies.toArray() },
      ...{ weight: Uint8Array.from(this.weights.toArray()), meta: this.metas.toArray() },
    });
  }
}

export type HornParts = Pick<HornProgram, 'factCount' | 'head' | 'bodyStart' | 'body' | 'weight' | 'meta' | 'isAxiom'>;

/** Adds both indexes and the counters. O(facts + sum of bodies). */
export function programOf(parts: HornParts): HornProgram {
  const { factCount, head, bodyStart, body, isAxiom } = parts;
  const ruleCount = head.length;
  const owner = new Uint32Array(body.length);
  const pending = new Uint16Array(ruleCount);
  const ready: number[] = [];
  for (let rule = 0; rule < ruleCount; rule++) {
    const end = bodyStart[rule + 1] ?? 0;
    let open = 0;
    for (let at = bodyStart[rule] ?? 0; at < end; at++) {
      owner[at] = rule;
      if (isAxiom[body[at] ?? 0] === 0) open++;
    }
    pending[rule] = open;
    if (open === 0) ready.push(rule);
  }
  const uses = groupByKey(factCount, body, owner);
  const makes = groupByKey(factCount, head);
  return { ...parts, ruleCount, usesStart: uses.start, uses: uses.items, makesStart: makes.start, makes: makes.items, pending, ready };
}

/** Facts that a rule needs. */
export function bodyOf(program: HornProgram, rule: number): Uint32Array {
  return program.body.subarray(program.bodyStart[rule] ?? 0, program.bodyStart[rule + 1] ?? 0);
}

/** Rules that give a fact. */
export function makersOf(program: HornProgram, fact: number): Uint32Array {
  return program.makes.subarray(program.makesStart[fact] ?? 0, program.makesStart[fact + 1] ?? 0);
}
