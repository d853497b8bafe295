/**
 * Which facts follow from which sources, for many sources at once: every fact holds a set of bits, bit i = "follows when the attacker
 * starts at source i". Alternatives are OR, requirements are AND; a worklist runs to the fixpoint. After Dowling and Gallier (1984),
 * with words instead of truth values.
 */
import type { HornProgram } from './program.ts';

/** The facts an attacker begins with. */
export type Source = readonly number[];

export interface Reach {
  /** 32-bit words a fact. */
  readonly words: number;
  /** Fact f has `bits[f * words] … bits[f * words + words - 1]`. */
  readonly bits: Uint32Array;
}

export interface Without {
  /** 1 for each fact that must not be used nor derived. */
  readonly retracted?: Uint8Array | undefined;
  /** 1 for each fact that no rule may give: only a source has it. */
  readonly sealed?: Uint8Array | undefined;
  /** 1 for each rule that must not be used. */
  readonly disabled?: Uint8Array | undefined;
  /** Axioms that do not hold for some of the sources: of the fact, the numbers of these sources. */
  readonly missing?: ReadonlyMap<number, readonly number[]> | undefined;
}

/** O(rules × words) for each wave of bits; in practice each fact is visited a few times. Any number of sources. */
export function propagate(program: HornProgram, sources: readonly Source[], without: Without = {}): Reach {
  const { retracted, sealed, disabled, missing } = without;
  const words = Math.max(1, Math.ceil(sources.length / 32));
  const bits = new Uint32Array(program.factCount * words);
  const work = new Worklist(program.factCount);
  const full = fullWords(sources.length, words);
  for (let fact = 0; fact < program.factCount; fact++) {
    if (program.isAxiom[fact] === 1 && retracted?.[fact] !== 1) bits.set(full, fact * words);
  }
  for (const [fact, those] of missing ?? []) {
    for (const source of those) {
      const at = fact * words + (source >>> 5);
      bits[at] = (bits[at] ?? 0) & ~(1 << (source & 31));
    }
  }
  sources.forEach((facts, source) => {
    for (const fact of facts) {
      if (retracted?.[fact] === 1) continue;
      const at = fact * words + (source >>> 5);
      bits[at] = (bits[at] ?? 0) | (1 << (source & 31));
      work.add(fact);
    }
  });
  const shut = shutHeads(program, retracted, sealed);
  const state: State = { program, words, bits, work, full, shut, disabled, scratch: new Uint32Array(words) };
  // Rules that need nothing but axioms; all others begin with a fact of an attacker.
  for (const rule of program.ready) fire(state, rule);
  while (work.size > 0) {
    const fact = work.take();
    const end = program.usesStart[fact + 1] ?? 0;
    for (let at = program.usesStart[fact] ?? 0; at < end; at++) fire(state, program.uses[at] ?? 0);
  }
  return { words, bits };
}

function shutHeads(program: HornProgram, retracted: Uint8Array | undefined, sealed: Uint8Array | undefined): Uint8Array | undefined {
  if (retracted === undefined || sealed === undefined) return retracted ?? sealed;
  const shut = new Uint8Array(program.factCount);
  for (let fact = 0; fact < shut.length; fact++) shut[fact] = (retracted[fact] ?? 0) | (sealed[fact] ?? 0);
  return shut;
}

/** True when a fact follows from source number `source`. */
export function isReached({ words, bits }: Reach, fact: number, source: number): boolean {
  return ((bits[fact * words + (source >>> 5)] ?? 0) & (1 << (source & 31))) !== 0;
}

interface State {
  readonly program: HornProgram;
  readonly words: number;
  readonly bits: Uint32Array;
  readonly work: Worklist;
  readonly full: Uint32Array;
  readonly shut: Uint8Array | undefined;
  readonly disabled: Uint8Array | undefined;
  readonly scratch: Uint32Array;
}

function fire({ program, words, bits, work, full, shut, disabled, scratch }: State, rule: number): void {
  const head = program.head[rule] ?? 0;
  if (shut?.[head] === 1 || disabled?.[rule] === 1) return;
  const first = program.bodyStart[rule] ?? 0;
  const end = program.bodyStart[rule + 1] ?? 0;
  if (first === end) scratch.set(full);
  for (let at = first; at < end; at++) {
    const base = (program.body[at] ?? 0) * words;
    let any = 0;
    for (let word = 0; word < words; word++) {
      const value = at === first ? (bits[base + word] ?? 0) : (scratch[word] ?? 0) & (bits[base + word] ?? 0);
      scratch[word] = value;
      any |= value;
    }
    if (any === 0) return;
  }
  let isNew = false;
  for (let word = 0, at = head * words; word < words; word++, at++) {
    const before = bits[at] ?? 0;
    const after = (before | (scratch[word] ?? 0)) >>> 0;
    if (after === before) continue;
    bits[at] = after;
    isNew = true;
  }
  if (isNew) work.add(head);
}

function fullWords(sources: number, words: number): Uint32Array {
  const full = new Uint32Array(words).fill(0xffffffff);
  const rest = sources & 31;
  if (rest !== 0) full[words - 1] = 2 ** rest - 1;
  return sources === 0 ? full.fill(0) : full;
}

/** First in, first out, each fact at most once. */
class Worklist {
  private readonly ring: Uint32Array;
  private readonly waiting: Uint8Array;
  private first = 0;
  size = 0;

  constructor(facts: number) {
    this.ring = new Uint32Array(Math.max(1, facts));
    this.waiting = new Uint8Array(facts);
  }

  add(fact: number): void {
    if (this.waiting[fact] === 1) return;
    this.waiting[fact] = 1;
    this.ring[(this.first + this.size++) % this.ring.length] = fact;
  }

  take(): number {
    const fact = this.ring[this.first] ?? 0;
    this.first = (this.first + 1) % this.ring.length;
    this.size--;
    this.waiting[fact] = 0;
    return fact;
  }
}
