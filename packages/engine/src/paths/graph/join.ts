/** Several parts of one program side by side, with their axioms in common: a change of a setting counts in all of them. */
import { GrowingList } from './csr.ts';
import type { HornProgram } from './program.ts';
import { bodyOf, programOf } from './program.ts';
import type { Part } from './restrict.ts';

export interface Joined {
  readonly program: HornProgram;
  /** Old numbers of the facts. */
  readonly facts: readonly number[];
  /** Number of an old fact within one of the parts. */
  readonly factOf: (part: number, old: number) => number | undefined;
}

/** O(size of the parts). */
export function joinParts(parts: readonly Part[]): Joined {
  const facts: number[] = [];
  const isAxiom: number[] = [];
  const axioms = new Map<number, number>();
  const places = parts.map((part) =>
    Uint32Array.from(part.facts, (old, fact) => {
      const shared = part.program.isAxiom[fact] === 1 ? axioms.get(old) : undefined;
      if (shared !== undefined) return shared;
      const id = facts.length;
      facts.push(old);
      isAxiom.push(part.program.isAxiom[fact] ?? 0);
      if (part.program.isAxiom[fact] === 1) axioms.set(old, id);
      return id;
    }),
  );
  const [head, starts, body, weight, meta] = [
    new GrowingList(),
    new GrowingList(),
    new GrowingList(),
    new GrowingList(),
    new GrowingList(),
  ];
  parts.forEach(({ program }, index) => {
    const place = places[index] ?? new Uint32Array();
    for (let rule = 0; rule < program.ruleCount; rule++) {
      head.push(place[program.head[rule] ?? 0] ?? 0);
      starts.push(body.length);
      for (const fact of bodyOf(program, rule)) body.push(place[fact] ?? 0);
      weight.push(program.weight[rule] ?? 0);
      meta.push(program.meta[rule] ?? 0);
    }
  });
  starts.push(body.length);
  const program = programOf({
    ...{
      factCount: facts.length,
      isAxiom: Uint8Array.from(isAxiom),
      head: head.toArray(),
      bodyStart: starts.toArray(),
      body: body.toArray(),
    },
    ...{ weight: Uint8Array.from(weight.toArray()), meta: meta.toArray() },
  });
  const factOf = (part: number, old: number): number | undefined => {
    const fact = parts[part]?.factOf(old);
    return fact === undefined ? undefined : places[part]?.[fact];
  };
  return { program, facts, factOf };
}
