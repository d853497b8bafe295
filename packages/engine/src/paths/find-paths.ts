/** Inputs → attack paths, each with its steps, its risk, and what to change so that it ends. */
import { addEscalations } from './escalation.ts';
import type { Rules } from './escalation.ts';
import { addEstate, addTags } from './estate-rules.ts';
import { entriesOf, goalsOf } from './ends.ts';
import type { Entry, Goal } from './ends.ts';
import { FactBase } from './facts.ts';
import { fixesFor } from './find-fixes.ts';
import type { FixPlan, PathFix } from './find-fixes.ts';
import { cheapestDerivations, cheapestProofs, isReached, proofOf, propagate, restrictTo, sourceIn } from './graph/index.ts';
import type { HornProgram, Part, Proof } from './graph/index.ts';
import { Capabilities } from './capabilities.ts';
import type { PathInputs } from './inputs.ts';
import { queryOf } from './queries.ts';
import type { PathRisk, PathSeverity } from './score.ts';
import { riskOf, severityOf } from './score.ts';
import type { PathStep } from './steps.ts';
import { stepsOf } from './steps.ts';
import { escalates, escalationIn, folded, isWorthTelling, pathId } from './select.ts';
import { addWays } from './ways.ts';
import { World } from './world.ts';

export interface AttackPath {
  /** The same as long as entry, goal and question are. */
  readonly id: string;
  readonly query: string;
  /** English; `{0}` and `{1}` of the query's own text are `entry.node` and `goal.node`. */
  readonly title: string;
  readonly severity: PathSeverity;
  readonly entry: { readonly kind: Entry['kind']; readonly node: string };
  readonly goal: { readonly kind: Goal['kind']; readonly node: string; readonly account: string; readonly dataClass: string | null };
  readonly steps: readonly PathStep[];
  readonly fixes: readonly PathFix[];
  readonly risk: PathRisk;
  /** Other principals that come here first and then go the same way. */
  readonly alsoFrom: readonly string[];
  /** Other goals at the end of the same way. */
  readonly alsoReaches: readonly string[];
  /** Other ways from the same entry to the same goal, if they were asked for. */
  readonly alternatives: readonly (readonly PathStep[])[];
  /** What makes it worse, from the goal: not encrypted, not logged. */
  readonly notes: readonly string[];
}

export interface PathOptions {
  /** Most paths of the result, the worst first; 1,000 by default. */
  readonly maxPaths?: number;
  /** Other ways for each path, at most 4; 0 by default. */
  readonly alternatives?: number;
  /** Without: no fixes are looked for. */
  readonly withFixes?: boolean;
}

export interface PathResult {
  readonly paths: readonly AttackPath[];
  /** Paths that were found, also those beyond `maxPaths`. */
  readonly found: number;
  /** The fewest changes that end all paths of the result. */
  readonly plan: FixPlan;
  readonly size: { readonly facts: number; readonly rules: number; readonly entries: number; readonly goals: number };
}

/** A pair of ends between which there is a way. */
export interface Found {
  readonly entry: Entry;
  readonly goal: Goal;
  readonly proof: Proof;
  /** The part of the program in whose numbers the proof is. */
  readonly part: Part;
  readonly steps: readonly PathStep[];
}

const SOURCES_A_PASS = 1024;

/** All attack paths of an estate. Linear in rules for each 1,024 entries, then in the relevant part for each entry that gets somewhere. */
export function findPaths(inputs: PathInputs, options: PathOptions = {}): PathResult {
  const { maxPaths = 1000, alternatives = 0, withFixes = true } = options;
  const { world, facts, program } = compile(inputs);
  const entries = entriesOf(world, facts);
  const goals = goalsOf(world, facts);
  const found: FoundPart[] = [];
  for (let first = 0; first < entries.length; first += SOURCES_A_PASS) {
    found.push(...foundFrom({ world, facts, program, entries: entries.slice(first, first + SOURCES_A_PASS), goals }));
  }
  const all = found.flatMap(({ all: some }) => some);
  const groups = folded(all);
  const made = groups.map((group) => pathOf(world, group));
  const order = made.map((path, index) => ({ path, group: groups[index] })).sort(byRisk);
  const kept = order.slice(0, maxPaths);
  const shown = kept.flatMap(({ group }) => (group ? [group.main] : []));
  const { fixes, plan } = fixesFor(facts, withFixes ? shown : []);
  const paths = kept.map(({ path, group }, index) => {
    const others = group && alternatives > 0 ? otherWays({ world, facts, part: group.main.part }, group.main, alternatives) : [];
    return { ...path, fixes: fixes[index] ?? [], alternatives: others };
  });
  const size = { facts: program.factCount, rules: program.ruleCount, entries: entries.length, goals: goals.length };
  return { paths, found: made.length, plan, size };
}

type Kept = { readonly path: AttackPath };

function byRisk({ path: a }: Kept, { path: b }: Kept): number {
  return b.risk.risk - a.risk.risk || (a.id < b.id ? -1 : 1);
}

interface Compiled {
  readonly world: World;
  readonly facts: FactBase;
  readonly program: HornProgram;
}

/** Inputs → rules. Escalations before the estate's own, which ask whether a principal can be granted rights. */
export function compile(inputs: PathInputs): Compiled {
  const world = new World(inputs);
  const facts = new FactBase();
  const rules: Rules = { world, facts, capabilities: new Capabilities(world, facts) };
  addEscalations(rules);
  addWays(rules);
  addEstate(rules);
  addTags(rules);
  return { world, facts, program: facts.builder.build() };
}

interface Search extends Compiled {
  readonly entries: readonly Entry[];
  readonly goals: readonly Goal[];
}

interface FoundPart {
  readonly part: Part;
  readonly all: readonly Found[];
}

/**
 * Administrators get everything, so ways to data are looked for without them: else one open administrator's role would hide the open port
 * that leads to the same data. What strangers may become is told of strangers, not of everybody of the house once more.
 */
function foundFrom(search: Search): readonly FoundPart[] {
  const { world, facts, program, goals } = search;
  const [admins, open] = [new Uint8Array(program.factCount), new Uint8Array(program.factCount)];
  const mark = (list: Uint8Array, fact: number | undefined) => {
    if (fact !== undefined) list[fact] = 1;
  };
  for (const { id, isAdmin, account } of world.inputs.principals) {
    if (isAdmin !== false) mark(admins, facts.find('has', id));
    mark(admins, facts.find('admin', account));
  }
  for (const { from, to, condition } of world.inputs.trusts)
    if (from.kind === 'anyone' && condition === null) mark(open, facts.find('has', to));
  const both = admins.map((each, fact) => each | (open[fact] ?? 0));
  const outside = search.entries.filter(({ isPrincipal }) => !isPrincipal);
  const inside = search.entries.filter(({ isPrincipal }) => isPrincipal);
  const toAdmin = goals.filter(({ kind }) => kind === 'admin');
  const others = goals.filter(({ kind }) => kind !== 'admin');
  const escalating = foundTo(search, { entries: inside, goals: toAdmin, retracted: open });
  const told = new Set(escalating.all.filter(({ entry }) => entry.kind !== 'leaver').map(({ entry }) => entry));
  return [
    foundTo(search, { entries: outside, goals: toAdmin, retracted: undefined }),
    foundTo(search, { entries: outside, goals: others, retracted: admins }),
    escalating,
    foundTo(search, { entries: inside.filter((entry) => !told.has(entry)), goals: others, retracted: both }),
  ];
}

interface Aim {
  readonly entries: readonly Entry[];
  readonly goals: readonly Goal[];
  readonly retracted: Uint8Array | undefined;
}

function foundTo({ world, facts, program }: Search, { entries, goals, retracted }: Aim): FoundPart {
  const reach = propagate(
    program,
    entries.map(({ fact }) => [fact]),
    { retracted },
  );
  const part = restrictTo(
    program,
    goals.map(({ fact }) => fact),
    reach,
  );
  const all: Found[] = [];
  for (const [index, entry] of entries.entries()) {
    const reached = goals.filter(({ fact }) => isReached(reach, fact, index));
    if (reached.length === 0) continue;
    const derivations = cheapestDerivations(part.program, sourceIn(part, [entry.fact]));
    const isEscalation = entry.isPrincipal && entry.kind !== 'leaver' ? escalationIn(facts, part, derivations) : null;
    for (const goal of reached) {
      if (goal.kind !== 'admin' && isEscalation?.(part.factOf(goal.fact) ?? 0) === false) continue;
      const proof = proofOf(part.program, derivations, part.factOf(goal.fact) ?? -1);
      if (proof === null) continue;
      const each = { entry, goal, proof, part, steps: stepsOf({ world, facts, part }, proof) };
      if (isWorthTelling(each)) all.push(each);
    }
  }
  return { part, all };
}

function pathOf(world: World, { main, alsoFrom, alsoReaches }: ReturnType<typeof folded>[number]): AttackPath {
  const { entry, goal, proof, steps } = main;
  const [first] = steps;
  const begin = first && (world.byNode(first.to) ?? world.byNode(first.from));
  const query = queryOf({
    ...{ entry: entry.kind, goal: goal.kind, steps, firstKind: begin?.kind ?? null, goalKind: goal.storeKind },
    environments: [begin?.environment ?? null, goal.environment],
  });
  const risk = riskOf({ entry: entry.kind, goal: goal.kind, dataClass: goal.dataClass, cost: proof.cost, escalates: escalates(main) });
  return {
    id: pathId(query.id, entry.id, goal.id),
    query: query.id,
    title: query.title.replaceAll('{0}', entry.node).replaceAll('{1}', goal.title),
    severity: severityOf(risk),
    entry: { kind: entry.kind, node: entry.node },
    goal: { kind: goal.kind, node: goal.node, account: goal.account ?? '', dataClass: goal.dataClass },
    ...{ steps, fixes: [], risk, alsoFrom, alsoReaches, alternatives: [], notes: goal.notes },
  };
}

interface Ways {
  readonly world: World;
  readonly facts: FactBase;
  readonly part: Part;
}

function otherWays(context: Ways, { entry, goal, proof }: Found, limit: number): readonly (readonly PathStep[])[] {
  const { part } = context;
  const proofs = cheapestProofs(part.program, sourceIn(part, [entry.fact]), part.factOf(goal.fact) ?? -1, {
    limit: Math.min(limit, 4) + 3,
  });
  const known = new Set([textOf(stepsOf(context, proof))]);
  const others: (readonly PathStep[])[] = [];
  for (const each of proofs) {
    const steps = stepsOf(context, each);
    const text = textOf(steps);
    if (known.has(text) || others.length >= limit) continue;
    known.add(text);
    others.push(steps);
  }
  return others;
}

function textOf(steps: readonly PathStep[]): string {
  return steps.map(({ from, to, edge, because }) => `${from} ${edge} ${to} ${because}`).join('\n');
}
