/**
 * Permissions as facts: `may ACTION OBJECT` follows when the attacker has a principal that is allowed it. Made on demand, once for each
 * action and list of objects; principals of one class are asked once, and a grant on all objects is one rule, not one for each.
 */
import type { FactBase, Reason } from './facts.ts';
import { HEAD } from './facts.ts';
import type { AccessQuestion, AskedObject, PathCondition, PathEvidence, PathGrant, PathPrincipal, PathSetting } from './inputs.ts';
import type { World } from './world.ts';

/** A way to be allowed: on one object (its id), or on all of the question. */
interface Allowed {
  readonly condition: PathCondition | null;
  readonly setting: PathSetting | null;
  readonly evidence: readonly PathEvidence[];
}

type Answers = Map<string, readonly PathGrant[]>;

const MAX_WAYS = 4;

export class Capabilities {
  readonly #world: World;
  readonly #facts: FactBase;
  /** Each list of objects has a number. */
  readonly #lists = new Map<readonly AskedObject[], number>();
  /** Facts about all objects of a question, and which single ones follow from them already. */
  readonly #made = new Map<string, { readonly hub: number | undefined; readonly bridged: Set<number> }>();
  readonly #isOneOfAll: ReturnType<FactBase['prepare']>;
  readonly #representatives: readonly PathPrincipal[];
  /** By objects, action, service that is passed to, and principal. */
  readonly #answers = new Map<readonly AskedObject[], Map<string, Map<string | null, Answers>>>();

  constructor(world: World, facts: FactBase) {
    this.#world = world;
    this.#facts = facts;
    this.#isOneOfAll = facts.prepare({ edge: 'MEMBER_OF', reason: { id: 'one-of-all', args: [] }, isLink: true });
    const classes = new Map<string, PathPrincipal>();
    for (const principal of world.inputs.principals) {
      const name = principal.accessClass;
      if (name !== null) {
        facts.rule(facts.fact('class', name), [facts.fact('has', principal.id)], {
          ...{ edge: 'MEMBER_OF', reason: { id: 'class', args: [] }, isLink: true },
        });
      }
      const key = name ?? `principal ${principal.id}`;
      if (!classes.has(key)) classes.set(key, principal);
    }
    this.#representatives = [...classes.values()];
  }

  /** Principals of which each is asked; those of a class stand for all of it. */
  get askers(): readonly PathPrincipal[] {
    return this.#representatives;
  }

  /** The fact that the attacker has this principal or one like it. */
  holderFact({ id, accessClass }: PathPrincipal): number {
    return accessClass === null ? this.#facts.fact('has', id) : this.#facts.fact('class', accessClass);
  }

  /** The fact that somebody the attacker has may do this on one object of the list. */
  mayFact(action: string, object: AskedObject, objects: readonly AskedObject[]): number {
    const list = this.#lists.get(objects) ?? this.#lists.size;
    this.#lists.set(objects, list);
    const scope = `${action} all:${list}`;
    if (!this.#made.has(scope)) {
      this.#emit(action, objects, scope);
      this.#made.set(scope, { hub: this.#facts.find('may', scope), bridged: new Set() });
    }
    const fact = this.#factOn(action, object.id);
    const { hub, bridged } = this.#made.get(scope) ?? { hub: undefined, bridged: new Set() };
    if (hub !== undefined && !bridged.has(fact)) {
      bridged.add(fact);
      this.#facts.add(fact, [hub], this.#isOneOfAll);
    }
    return fact;
  }

  #emit(action: string, objects: readonly AskedObject[], scope: string): void {
    const answers = this.#answersTo(action, objects, null);
    for (const asker of this.#representatives) {
      const grants = this.#answered(answers, { principal: asker.id, action, objects, passedTo: null });
      if (grants.length === 0) continue;
      const body = [this.holderFact(asker)];
      for (const { on, condition, setting, evidence } of grants) {
        const prepared = this.#facts.prepare({
          ...{ edge: 'CAN_INVOKE', reason: mayReason(this.#world.nodeOf(asker.id), action, on === 'all' ? '*' : HEAD), isLink: true },
          ...{ conditions: [condition], settings: [setting], evidence },
        });
        if (on === 'all') this.#facts.add(this.#facts.fact('may', scope), body, prepared);
        else for (const id of on) this.#facts.add(this.#factOn(action, id), body, prepared);
      }
    }
  }

  readonly #factsOn = new Map<string, Map<string, number>>();

  #factOn(action: string, id: string): number {
    const known = this.#factsOn.get(action) ?? new Map<string, number>();
    this.#factsOn.set(action, known);
    const before = known.get(id);
    if (before !== undefined) return before;
    const fact = this.#facts.fact('may', `${action} ${id}`);
    known.set(id, fact);
    return fact;
  }

  grants(principal: PathPrincipal, action: string, objects: readonly AskedObject[], passedTo: string | null = null): readonly PathGrant[] {
    return this.#answered(this.#answersTo(action, objects, passedTo), { principal: principal.id, action, objects, passedTo });
  }

  #answered(answers: Answers, question: AccessQuestion): readonly PathGrant[] {
    const known = answers.get(question.principal);
    if (known) return known;
    const answer = this.#world.inputs.access(question);
    answers.set(question.principal, answer);
    return answer;
  }

  #answersTo(action: string, objects: readonly AskedObject[], passedTo: string | null): Answers {
    const ofObjects = kept(this.#answers, objects, () => new Map<string, Map<string | null, Answers>>());
    const ofAction = kept(ofObjects, action, () => new Map<string | null, Answers>());
    return kept(ofAction, passedTo, () => new Map<string, readonly PathGrant[]>());
  }

  /** The same, or undefined when nobody in the estate may. */
  possible(action: string, object: AskedObject, objects: readonly AskedObject[]): number | undefined {
    const fact = this.mayFact(action, object, objects);
    return this.#facts.isPossible(fact) ? fact : undefined;
  }

  /** Ways to be allowed all of several actions on each object; `parts` are the grants of each action. At most 4 ways an object. */
  together(
    parts: readonly (readonly PathGrant[])[],
    objects: readonly AskedObject[],
  ): ReadonlyMap<string, readonly (readonly Allowed[])[]> {
    const ways = new Map<string, readonly (readonly Allowed[])[]>();
    if (parts.some((grants) => grants.length === 0)) return ways;
    for (const { id } of objects) {
      let found: readonly (readonly Allowed[])[] = [[]];
      for (const grants of parts) {
        const fitting = grants.filter(({ on }) => on === 'all' || on.includes(id));
        if (fitting.length === 0) found = [];
        found = found.flatMap((way) => fitting.map((grant) => [...way, grant])).slice(0, MAX_WAYS);
      }
      if (found.length > 0) ways.set(id, found);
    }
    return ways;
  }
}

function kept<K, V>(all: Map<K, V>, key: K, make: () => V): V {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = make();
  all.set(key, made);
  return made;
}

export function mayReason(principal: string, action: string, object: string): Reason {
  return { id: 'may', args: [principal, action, object] };
}
