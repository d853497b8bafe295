/** Which facts follow by way of marked rules, for many sources at once. */
import { bodyOf } from './program.ts';
import type { HornProgram } from './program.ts';
import type { Reach, Source } from './propagate.ts';

export interface Through {
  readonly sources: readonly Source[];
  /** All that each source reaches. */
  readonly reach: Reach;
  /** 1 for each rule that counts. */
  readonly marked: Uint8Array;
  /** 1 for each fact that must not be derived. */
  readonly shut?: Uint8Array | undefined;
}

/**
 * Bit i of a fact: some derivation from source i uses a marked rule. What a source is itself never counts. A derivation may come back to
 * what it began with: more are found than those that make sense, never fewer. O(rules × words) for each wave of bits.
 */
export function reachThrough(program: HornProgram, { sources, reach, marked, shut }: Through): Reach {
  const { words, bits } = reach;
  const through = new Uint32Array(bits.length);
  const own = new Map<number, number[]>();
  sources.forEach((facts, source) => {
    for (const fact of facts) own.set(fact, [...(own.get(fact) ?? []), source]);
  });
  const work: number[] = [];
  for (let rule = 0; rule < program.ruleCount; rule++) if (marked[rule] === 1) use(rule);
  for (let fact = work.pop(); fact !== undefined; fact = work.pop()) {
    const end = program.usesStart[fact + 1] ?? 0;
    for (let at = program.usesStart[fact] ?? 0; at < end; at++) use(program.uses[at] ?? 0);
  }
  return { words, bits: through };

  function use(rule: number): void {
    const head = program.head[rule] ?? 0;
    if (shut?.[head] === 1) return;
    const body = bodyOf(program, rule);
    let isNew = false;
    for (let word = 0; word < words; word++) {
      let all = -1;
      let some = marked[rule] === 1 ? -1 : 0;
      for (const fact of body) {
        all &= bits[fact * words + word] ?? 0;
        some |= through[fact * words + word] ?? 0;
      }
      let gained = all & some & (bits[head * words + word] ?? 0);
      for (const source of own.get(head) ?? []) if (source >>> 5 === word) gained &= ~(1 << (source & 31));
      const before = through[head * words + word] ?? 0;
      const after = (before | gained) >>> 0;
      if (after === before) continue;
      through[head * words + word] = after;
      isNew = true;
    }
    if (isNew) work.push(head);
  }
}
