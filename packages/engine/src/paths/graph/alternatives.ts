/** Further derivations of one goal, cheapest first. */
import type { Proof } from './min-cost.ts';
import { Deriver, proofOf } from './min-cost.ts';
import type { HornProgram } from './program.ts';
import type { Source } from './propagate.ts';

export interface AlternativeOptions {
  /** At most so many, 5 by default. */
  readonly limit?: number;
  /** At most so many searches, 200 by default. */
  readonly searches?: number;
}

/**
 * The cheapest derivation and up to `limit - 1` more that differ in at least one rule: from each found one, every rule is forbidden in turn
 * and the search repeated (Lawler's scheme with one forbidden set a branch). Run it on a restricted program.
 */
export function cheapestProofs(program: HornProgram, source: Source, goal: number, options: AlternativeOptions = {}): readonly Proof[] {
  const { limit = 5, searches = 200 } = options;
  let left = searches;
  const deriver = new Deriver(program);
  const search = (forbidden: readonly number[]): Branch | null => {
    left--;
    const proof = proofOf(program, deriver.derive(source, { disabled: forbidden, until: goal }), goal);
    return proof === null ? null : { proof, forbidden };
  };
  const found: Proof[] = [];
  const known = new Set<string>();
  const open: Branch[] = [];
  const add = (branch: Branch | null) => {
    if (branch === null) return;
    const name = branch.proof.rules.toSorted((a, b) => a - b).join();
    if (known.has(name)) return;
    known.add(name);
    open.push(branch);
  };
  add(search([]));
  while (found.length < limit && open.length > 0) {
    open.sort((a, b) => a.proof.cost - b.proof.cost);
    const best = open.shift();
    if (best === undefined) break;
    found.push(best.proof);
    if (found.length === limit) break;
    for (const rule of best.proof.rules) if (left > 0) add(search([...best.forbidden, rule]));
  }
  return found;
}

interface Branch {
  readonly proof: Proof;
  readonly forbidden: readonly number[];
}
