/** A way that is told: from which end to which goals, and step by step. */
import type { Entry, Goal } from './ends.ts';
import type { FactBase } from './facts.ts';
import { isNodePredicate } from './facts.ts';
import type { Deriver, Derivations, HornProgram, Part, Proof } from './graph/index.ts';
import { bodyOf, proofOf, sourceIn } from './graph/index.ts';
import { riskOf } from './score.ts';
import { DAILY } from './select.ts';
import type { PathStep } from './steps.ts';
import { stepsOf } from './steps.ts';
import type { World } from './world.ts';

export interface Compiled {
  readonly world: World;
  readonly facts: FactBase;
  readonly program: HornProgram;
}

/** A way that is told, and what is told along with it. */
export interface Found {
  readonly entry: Entry;
  readonly goal: Goal;
  readonly proof: Proof;
  /** The part of the program in whose numbers the proof is. */
  readonly part: Part;
  readonly steps: readonly PathStep[];
  /** Nodes of others who come this way. */
  readonly alsoFrom: readonly string[];
  /** Further goals at the end of the same way. */
  readonly others: readonly Goal[];
  /** The cost of the cheapest of its goals. */
  readonly least: number;
  /** Who begins here gets there by his rights as well. */
  readonly isAlsoRight: boolean;
}

interface Telling {
  readonly part: Part;
  readonly deriver: Deriver;
  readonly entry: Entry;
  readonly goals: readonly Goal[];
  readonly without: readonly number[];
  readonly alsoFrom: (goals: readonly Goal[]) => readonly string[];
}

/** One way for all goals that differ in the last step only: to the one that is worst to lose. */
export function told(compiled: Compiled, { part, deriver, entry, goals, without, alsoFrom }: Telling): readonly Found[] {
  const derivations = deriver.derive(sourceIn(part, [entry.fact]), { without });
  const groups = new Map<string, Goal[]>();
  for (const goal of goals) {
    const fact = part.factOf(goal.fact) ?? -1;
    if ((derivations.cost[fact] ?? Infinity) === Infinity) continue;
    const key =
      goal.kind === 'admin' || goal.kind === 'domain'
        ? (goalBefore(goals, { part, derivations, fact }) ?? goal).id
        : `${goal.kind} ${lastStepOf(compiled, { part, derivations, fact })}`;
    const known = groups.get(key);
    if (known) known.push(goal);
    else groups.set(key, [goal]);
  }
  const costOf = (goal: Goal): number => derivations.cost[part.factOf(goal.fact) ?? 0] ?? Infinity;
  return [...groups.values()].flatMap((group) => {
    const risk = (goal: Goal): number =>
      riskOf({ entry: entry.kind, goal: goal.kind, dataClass: goal.dataClass, cost: costOf(goal), escalates: true }).risk;
    const [main, ...others] = group.toSorted((a, b) => risk(b) - risk(a) || (a.id < b.id ? -1 : 1));
    const proof = main && proofOf(part.program, derivations, part.factOf(main.fact) ?? -1);
    if (!main || !proof) return [];
    const steps = stepsOf({ ...compiled, part }, proof);
    const least = Math.min(...group.map(costOf));
    return steps.length === 0
      ? []
      : [{ entry, goal: main, proof, part, steps, others, alsoFrom: alsoFrom(group), least, isAlsoRight: false }];
  });
}

interface Ending {
  readonly part: Part;
  readonly derivations: Derivations;
  readonly fact: number;
}

/** Another goal that this one follows from at once: whoever administers the directory takes every subscription. */
function goalBefore(goals: readonly Goal[], { part, derivations, fact }: Ending): Goal | undefined {
  const rule = derivations.via[fact] ?? -1;
  if (rule === -1) return undefined;
  const before = new Set([...bodyOf(part.program, rule)].map((each) => part.facts[each] ?? -1));
  return goals.find((each) => each.kind === 'admin' && before.has(each.fact));
}

/** From which node and how a goal is come to. */
function lastStepOf({ facts }: Compiled, { part, derivations, fact }: Ending): string {
  const rule = derivations.via[fact] ?? -1;
  const edge = facts.meanings[part.program.meta[rule] ?? 0]?.edge ?? '';
  let at = rule;
  while (at !== -1) {
    const [first] = bodyOf(part.program, at);
    if (first === undefined) break;
    if (isNodePredicate(facts.parse(part.facts[first] ?? 0).predicate)) return `${edge} ${first}`;
    at = derivations.via[first] ?? -1;
  }
  return edge;
}

/** A step that is more than the use of rights that were given for it. */
export function isStep({ facts }: Compiled, { program, facts: old }: Part, rule: number): boolean {
  const meaning = facts.meanings[program.meta[rule] ?? 0];
  return meaning !== undefined && !DAILY.has(meaning.edge) && isNodePredicate(facts.parse(old[program.head[rule] ?? 0] ?? 0).predicate);
}
