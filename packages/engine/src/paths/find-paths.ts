/** Inputs → attack paths, each with its steps, its risk, and what to change so that it ends. */
import { adminWorkloads } from './admin-workloads.ts';
import { Capabilities } from './capabilities.ts';
import { entriesOf, goalsOf } from './ends.ts';
import type { Entry, Goal } from './ends.ts';
import { crossings } from './environments.ts';
import { addEscalations } from './escalation.ts';
import type { Rules } from './escalation.ts';
import { addEstate, addTags } from './estate-rules.ts';
import { addLeavings, addOutsideUses } from './leaving-rules.ts';
import { FactBase } from './facts.ts';
import { fixesFor } from './find-fixes.ts';
import type { FixPlan, PathFix } from './find-fixes.ts';
import { cheapestProofs, restrictTo, sourceIn } from './graph/index.ts';
import type { PathInputs } from './inputs.ts';
import { INTERNET } from './places.ts';
import { queryOf } from './queries.ts';
import type { PathRisk, PathSeverity } from './score.ts';
import { riskOf, severityOf } from './score.ts';
import { onlyLikelier } from './likeliest.ts';
import { reachedPairs, waysOfOthers, waysToAdmin, waysToData } from './search.ts';
import { escalates, pathId, withoutJoiners } from './select.ts';
import type { PathStep } from './steps.ts';
import { stepsOf } from './steps.ts';
import type { Compiled, Found } from './tell.ts';
import { addUnbounded } from './unbounded-rules.ts';
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

/**
 * All attack paths of an estate. Linear in rules for each 1,024 principals that can make a step beyond their rights, then in what each way
 * that is told reaches.
 */
export function findPaths(inputs: PathInputs, options: PathOptions = {}): PathResult {
  return searchPaths(inputs)(options);
}

/** All paths of an estate, to be told once or several times: briefly at first, with fixes and other ways once somebody asks for them. */
export interface PathSearch {
  (options: PathOptions): PathResult;
  /** `ENTRY -> GOAL` for every goal that can be derived from every entry, told or not: of two states of one estate, what is new was opened. */
  readonly reached: () => ReadonlySet<string>;
}

/** The search of {@link findPaths}, which is most of its work. */
export function searchPaths(inputs: PathInputs): PathSearch {
  const compiled = compile(inputs);
  const { world, facts, program } = compiled;
  const entries = entriesOf(world, facts);
  const goals = goalsOf(world, facts);
  const made = waysOf(compiled, entries, goals)
    .map((found) => ({ found, path: pathOf(world, found) }))
    .sort(byRisk);
  const size = { facts: program.factCount, rules: program.ruleCount, entries: entries.length, goals: goals.length };
  const search = ({ maxPaths = 1000, alternatives = 0, withFixes = true }: PathOptions): PathResult => {
    const kept = made.slice(0, maxPaths);
    const shown = kept.map(({ found }) => found);
    const { fixes, plan } = fixesFor(facts, withFixes ? shown : []);
    const paths = kept.map(({ path, found }, index) => {
      const others = alternatives > 0 ? otherWays(compiled, found, alternatives) : [];
      return { ...path, fixes: fixes[index] ?? [], alternatives: others };
    });
    return { paths, found: made.length, plan, size };
  };
  return Object.assign(search, { reached: () => reachedPairs(compiled, entries, goals) });
}

type Kept = { readonly path: AttackPath };

function byRisk({ path: a }: Kept, { path: b }: Kept): number {
  return b.risk.risk - a.risk.risk || (a.id < b.id ? -1 : 1);
}

/** Inputs → rules. Escalations before the estate's own, which ask whether a principal can be granted rights. */
export function compile(inputs: PathInputs): Compiled {
  const world = new World(inputs);
  const facts = new FactBase();
  const rules: Rules = { world, facts, capabilities: new Capabilities(world, facts) };
  addEscalations(rules);
  addWays(rules);
  addUnbounded(rules);
  addEstate(rules);
  addLeavings(rules);
  addOutsideUses(rules);
  addTags(rules);
  return { world, facts, program: facts.builder.build() };
}

/**
 * Administrators get everything, so ways to data are looked for without them: else one open administrator's role would hide the open port
 * that leads to the same data. What strangers may become is told of strangers, not of everybody of the house once more.
 */
function waysOf(compiled: Compiled, entries: readonly Entry[], goals: readonly Goal[]): readonly Found[] {
  const { world, facts, program } = compiled;
  const [admins, open] = [new Uint8Array(program.factCount), new Uint8Array(program.factCount)];
  const mark = (list: Uint8Array, fact: number | undefined) => {
    if (fact !== undefined) list[fact] = 1;
  };
  for (const { id, isAdmin, account } of world.inputs.principals) {
    if (isAdmin !== false) mark(admins, facts.find('has', id));
    mark(admins, facts.find('admin', account));
  }
  for (const { from, to, condition } of world.inputs.trusts)
    if ((from.kind === 'anyone' || from.kind === 'any-build') && condition === null) mark(open, facts.find('has', to));
  const both = admins.map((each, fact) => each | (open[fact] ?? 0));
  const outside = entries.filter(({ isPrincipal }) => !isPrincipal);
  const leavers = entries.filter(({ kind }) => kind === 'leaver');
  const inside = entries.filter(({ isPrincipal, kind }) => isPrincipal && kind !== 'leaver');
  const toAdmin = goals.filter(({ kind }) => kind === 'admin');
  const toData = goals.filter(({ kind }) => kind === 'data');
  const others = goals.filter(({ kind }) => kind !== 'admin');
  const leftToAdmin = waysOfOthers(compiled, { entries: leavers, goals: toAdmin, retracted: open });
  const isAdmin = new Set(leftToAdmin.map(({ entry }) => entry));
  const strangers = [
    ...waysOfOthers(compiled, { entries: outside, goals: toAdmin, retracted: null }),
    ...waysOfOthers(compiled, { entries: outside, goals: others, retracted: admins }),
    ...leftToAdmin,
    // Of who becomes administrator anyway only what he may read as he is.
    ...waysOfOthers(compiled, { entries: leavers, goals: toData, retracted: both }).filter(
      (each) => !isAdmin.has(each.entry) || !escalates(each) || isEasier(each, leftToAdmin),
    ),
  ];
  const escalating = waysToAdmin(compiled, { entries: inside, goals: toAdmin, retracted: open });
  const told = new Set(escalating.flatMap(({ entry, alsoFrom }) => [entry.node, ...alsoFrom]));
  const rest = inside.filter(({ node }) => !told.has(node));
  const toDataOf = (some: readonly Entry[]) => waysToData(compiled, { entries: some, goals: toData, retracted: both });
  const [ways, beside] = bySide(toDataOf(rest));
  const house = [...escalating, ...ways];
  const known = new Set(house.flatMap(({ entry, alsoFrom }) => [entry.node, ...alsoFrom]));
  const across = crossings(compiled, { entries: rest, goals: toData, retracted: both }).filter(({ entry }) => !known.has(entry.node));
  const becoming = toDataOf(inside.filter(({ node }) => told.has(node))).filter((each) => isEasier(each, escalating));
  const own = [...house, ...across, ...adminWorkloads(compiled, toAdmin)];
  return withoutJoiners(strangers, [...own, ...onlyLikelier([...beside, ...becoming], own)]);
}

function bySide(found: readonly Found[]): readonly [readonly Found[], readonly Found[]] {
  return [found.filter(({ isAlsoRight }) => !isAlsoRight), found.filter(({ isAlsoRight }) => isAlsoRight)];
}

/** Whoever becomes administrator gets to all data: a way to some is only worth telling of him where it is easier than that. */
function isEasier({ entry, least }: Found, toAdmin: readonly Found[]): boolean {
  return toAdmin.every((each) => least < each.least || (each.entry !== entry && !each.alsoFrom.includes(entry.node)));
}
function pathOf(world: World, found: Found): AttackPath {
  const { entry, goal, proof, steps, alsoFrom, others, isAlsoRight } = found;
  const [first] = steps;
  const begin = world.byNode(entry.node) ?? (first && (world.byNode(first.to) ?? world.byNode(first.from)));
  const query = queryOf({
    ...{ entry: entry.kind, goal: goal.kind, steps, firstKind: begin?.kind ?? null, goalKind: goal.storeKind },
    environments: [begin?.environment ?? null, goal.environment],
  });
  const risk = riskOf({
    entry: entry.kind,
    goal: goal.kind,
    dataClass: goal.dataClass,
    cost: proof.cost,
    escalates: escalates(found) && !isAlsoRight,
  });
  return {
    id: pathId(query.id, entry.id, goal.id),
    query: query.id,
    title: query.title.replaceAll('{0}', entry.node === INTERNET ? 'Anybody on the internet' : entry.node).replaceAll('{1}', goal.title),
    severity: severityOf(risk),
    entry: { kind: entry.kind, node: entry.node },
    goal: { kind: goal.kind, node: goal.node, account: goal.account ?? '', dataClass: goal.dataClass },
    ...{
      steps,
      fixes: [],
      risk,
      alsoFrom,
      alsoReaches: others.map(nameOfGoal).sort(),
      alternatives: [],
      notes: [...goal.notes, ...(isAlsoRight ? [ALSO_RIGHT] : [])],
    },
  };
}

/** The right may be meant; what it hides must not be. */
const ALSO_RIGHT = 'it stays when rights that were given for this goal are taken away';

/** All accounts' administrators are one node: what is told besides names the account. */
function nameOfGoal({ kind, node, account }: Goal): string {
  return kind === 'admin' && account !== null ? account : node;
}

/** Searches for other ways of one path: each is a derivation on the little that leads to its goal. */
const SEARCHES = 24;

function otherWays(compiled: Compiled, { entry, goal, proof, part: whole, steps: own }: Found, limit: number) {
  const old = whole.factOf(goal.fact);
  if (old === undefined) return [];
  const small = restrictTo(whole.program, [old], null);
  const part = { ...small, facts: small.facts.map((fact) => whole.facts[fact] ?? 0) };
  const source = sourceIn(small, sourceIn(whole, [entry.fact]));
  const proofs = cheapestProofs(small.program, source, small.factOf(old) ?? -1, { limit: Math.min(limit, 4) + 3, searches: SEARCHES });
  const known = new Set([textOf(own)]);
  const others: (readonly PathStep[])[] = [];
  for (const each of proofs) {
    const steps = stepsOf({ ...compiled, part }, each);
    const text = textOf(steps);
    if (isDetour(steps, own) || known.has(text) || others.length >= limit || each.cost > 2 * proof.cost + 4) continue;
    known.add(text);
    others.push(steps);
  }
  return others;
}

/** Becoming administrator once more by rights that only an administrator has. */
function isDetour(steps: readonly PathStep[], own: readonly PathStep[]): boolean {
  const last = own.at(-1);
  return last?.edge === 'HAS_ADMIN' && steps.some(({ from, edge }) => from === last.from && edge !== 'HAS_ADMIN');
}

function textOf(steps: readonly PathStep[]): string {
  return steps.map(({ from, to, edge, because }) => `${from} ${edge} ${to} ${because}`).join('\n');
}
