/** A derivation as steps that a reader can follow: from, to, how, what it needs, under which condition, where that is written. */
import type { EdgeKind } from './edges.ts';
import type { FactBase, Reason, RuleMeaning } from './facts.ts';
import { HEAD, isNodePredicate } from './facts.ts';
import { bodyOf } from './graph/index.ts';
import type { Part, Proof } from './graph/index.ts';
import type { PathEvidence } from './inputs.ts';
import { reasonText } from './texts.ts';
import type { World } from './world.ts';

export interface PathStep {
  readonly from: string;
  readonly to: string;
  readonly edge: EdgeKind;
  /** English; `reason` says the same for other languages. */
  readonly because: string;
  readonly reason: Reason;
  readonly requires: readonly string[];
  readonly requirements: readonly Reason[];
  readonly condition: string | null;
  readonly evidence: readonly PathEvidence[];
  /** Path of the catalogue that the step is. */
  readonly escalation: string | null;
}

export interface StepContext {
  readonly world: World;
  readonly facts: FactBase;
  readonly part: Part;
}

/** Links between facts say nothing to a reader. */
const SILENT: ReadonlySet<string> = new Set(['class', 'one-of-all', 'is-user']);

/** Before the id of an account: no node begins with a space. */
const ADMIN = ' admin of ';

/** Where a fact stands: the node of what it is about; the same for a principal and what stands in for it. */
function placeOf({ world, facts, part }: StepContext, fact: number): string {
  const { predicate, id } = facts.parse(part.facts[fact] ?? 0);
  return predicate === 'admin' ? `${ADMIN}${id}` : world.nodeOf(id);
}

/** The node that is shown: `admin` is reserved. */
function nodeAt(place: string): string {
  return place.startsWith(ADMIN) ? 'admin' : place;
}

/** Steps in the order in which they are done. O(size of the proof). */
export function stepsOf(context: StepContext, proof: Proof): readonly PathStep[] {
  const { program } = context.part;
  const by = new Map(proof.rules.map((rule) => [program.head[rule] ?? 0, rule]));
  const steps: PathStep[] = [];
  const held = new Map<string, PathStep>();
  for (const rule of proof.rules) {
    const head = program.head[rule] ?? 0;
    if (!isNode(context, head)) continue;
    const step = stepOf(context, rule, by);
    const { from, to } = step;
    const before = steps.findIndex((each) => each.to === to);
    const first = held.get(from);
    if (from !== to) steps.push(first ? together(first, step) : step);
    // Reaching a thing and getting into it are one step; so are a change of oneself and what it is for.
    else if (before !== -1 && predicateOf(context, head) === 'run') steps[before] = merged(steps[before] ?? step, step);
    else held.set(to, first ? merged(first, step) : step);
    if (from !== to) held.delete(from);
  }
  return steps.map((step) => ({ ...step, from: nodeAt(step.from), to: nodeAt(step.to) }));
}

function predicateOf({ facts, part }: StepContext, fact: number): string {
  return facts.parse(part.facts[fact] ?? 0).predicate;
}

function isNode(context: StepContext, fact: number): boolean {
  return isNodePredicate(predicateOf(context, fact));
}

/** Of a fact `may ACTION OBJECT`: the node that is asked about; something new has no name yet. */
function askedOn({ world, facts, part }: StepContext, fact: number): string {
  const { id } = facts.parse(part.facts[fact] ?? 0);
  const object = id.slice(id.indexOf(' ') + 1);
  return object.startsWith('new:') ? '*' : world.nodeOf(object);
}

function meaningOf(context: StepContext, rule: number): RuleMeaning {
  const { facts, part } = context;
  const meaning = facts.meanings[part.program.meta[rule] ?? 0];
  if (!meaning) throw new RangeError('a rule without meaning');
  const { reason } = meaning;
  if (!reason.args.includes(HEAD)) return meaning;
  // Only facts `may ACTION OBJECT` are made so.
  const node = askedOn(context, part.program.head[rule] ?? 0);
  return { ...meaning, reason: { id: reason.id, args: reason.args.map((each) => (each === HEAD ? node : each)) } };
}

function stepOf(context: StepContext, rule: number, by: ReadonlyMap<number, number>): PathStep {
  const { part } = context;
  const own = meaningOf(context, rule);
  const side = sideMeanings(context, rule, by);
  const requirements = unique(side.filter(({ reason }) => !SILENT.has(reason.id)).map(({ reason }) => reason));
  const conditions = new Set([own, ...side].map(({ condition }) => condition).filter((each) => each !== null));
  return {
    from: originOf(context, rule, by),
    to: placeOf(context, part.program.head[rule] ?? 0),
    edge: own.edge,
    because: reasonText(own.reason),
    reason: own.reason,
    requires: requirements.map((each) => reasonText(each)),
    requirements,
    condition: conditions.size > 0 ? [...conditions].join('; ') : null,
    evidence: uniqueEvidence([own, ...side].flatMap(({ evidence }) => evidence)),
    escalation: own.escalation ?? side.find(({ escalation }) => escalation !== null)?.escalation ?? null,
  };
}

/** The node that the first need of a rule stands on. */
function originOf(context: StepContext, rule: number, by: ReadonlyMap<number, number>): string {
  let at: number | undefined = rule;
  while (at !== undefined) {
    const [first] = bodyOf(context.part.program, at);
    if (first === undefined) return '';
    if (isNode(context, first)) return placeOf(context, first);
    at = by.get(first);
  }
  return '';
}

/** What a rule needs that is no node: permissions, tags, things prepared, in their order; each once. */
function sideMeanings(context: StepContext, rule: number, by: ReadonlyMap<number, number>): readonly RuleMeaning[] {
  const { program } = context.part;
  const found: RuleMeaning[] = [];
  const seen = new Set<number>();
  const visit = (at: number) => {
    for (const fact of bodyOf(context.part.program, at)) {
      const next = by.get(fact);
      if (next === undefined || seen.has(next) || isNode(context, fact)) continue;
      seen.add(next);
      visit(next);
      const meaning = asHeld(context, next, by);
      const isOneOfAll = meaningOf(context, at).reason.id === 'one-of-all' && predicateOf(context, program.head[at] ?? 0) === 'may';
      found.push(isOneOfAll ? on(askedOn(context, program.head[at] ?? 0), meaning) : meaning);
    }
  };
  visit(rule);
  return found;
}

/** Permissions are asked of one of a class; told is the one whom the attacker has. */
function asHeld(context: StepContext, rule: number, by: ReadonlyMap<number, number>): RuleMeaning {
  const meaning = meaningOf(context, rule);
  const [first] = bodyOf(context.part.program, rule);
  if (meaning.reason.id !== 'may' || first === undefined || predicateOf(context, first) !== 'class') return meaning;
  const [holder] = bodyOf(context.part.program, by.get(first) ?? -1);
  if (holder === undefined) return meaning;
  const [, ...rest] = meaning.reason.args;
  return { ...meaning, reason: { id: 'may', args: [placeOf(context, holder), ...rest] } };
}

/** Who may do something on all things of a kind may do it on this one. */
function on(node: string, meaning: RuleMeaning): RuleMeaning {
  const { id, args } = meaning.reason;
  return id === 'may'
    ? { ...meaning, reason: { id, args: args.map((each, place) => (place === 2 && each === '*' ? node : each)) } }
    : meaning;
}

/** That code runs as somebody is no more than how the next step comes about. */
function together(first: PathStep, second: PathStep): PathStep {
  return first.edge === 'RUNS_AS'
    ? { ...second, evidence: uniqueEvidence([...first.evidence, ...second.evidence]) }
    : merged(first, second);
}

function merged(first: PathStep, second: PathStep): PathStep {
  const conditions = [first.condition, second.condition].filter((each) => each !== null);
  return {
    ...first,
    to: second.to,
    requires: [...first.requires, second.because, ...second.requires],
    requirements: [...first.requirements, second.reason, ...second.requirements],
    condition: conditions.length > 0 ? conditions.join('; ') : null,
    evidence: uniqueEvidence([...first.evidence, ...second.evidence]),
    escalation: first.escalation ?? second.escalation,
  };
}

function unique(reasons: readonly Reason[]): readonly Reason[] {
  return [...new Map(reasons.map((each) => [`${each.id} ${each.args.join('\n')}`, each])).values()];
}

function uniqueEvidence(evidence: readonly PathEvidence[]): readonly PathEvidence[] {
  return [...new Map(evidence.map((each) => [`${each.file}:${each.line}`, each])).values()];
}
