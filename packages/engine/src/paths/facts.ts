/**
 * The facts an attacker may come to have, their rules, and what each rule means to a reader. A fact is a predicate and the id of a node:
 * `has` a principal's credentials, `run` code in a workload, `admin` of an account, `read` a store … Predicates in {@link NODE_PREDICATES}
 * are shown as nodes of a path; all others (permissions, tags, settings) are requirements of the step that needs them.
 */
import type { EdgeKind } from './edges.ts';
import { conditionText } from './conditions.ts';
import type { ConditionId } from './conditions.ts';
import { CONDITION_WEIGHT, EDGES } from './edges.ts';
import { HornBuilder } from './graph/index.ts';
import type { PathCondition, PathEvidence, PathSetting, TagWanted } from './inputs.ts';

export const NODE_PREDICATES = ['at', 'reach', 'has', 'run', 'admin', 'read', 'write', 'delete', 'copied', 'claimed', 'decrypt'] as const;
export type NodePredicate = (typeof NODE_PREDICATES)[number];

const NODES: ReadonlySet<string> = new Set<NodePredicate>(NODE_PREDICATES);

/** True for facts that are nodes of a path. */
export function isNodePredicate(predicate: string): predicate is NodePredicate {
  return NODES.has(predicate);
}

const SIDE_PREDICATES = ['may', 'granted', 'unbound', 'tag', 'setting', 'class', 'net'] as const;
export type Predicate = NodePredicate | (typeof SIDE_PREDICATES)[number];

/** Why a rule holds, for any language: an id of a sentence and what goes into it. */
export interface Reason {
  readonly id: string;
  readonly args: readonly string[];
}

export interface RuleMeaning {
  readonly edge: EdgeKind;
  readonly reason: Reason;
  /** Path of the catalogue. */
  readonly escalation: string | null;
  readonly condition: string | null;
  readonly evidence: readonly PathEvidence[];
}

export interface RuleInput {
  readonly edge: EdgeKind;
  readonly reason: Reason;
  readonly escalation?: string | null;
  readonly conditions?: readonly (PathCondition | null)[];
  readonly settings?: readonly (PathSetting | null)[];
  readonly evidence?: readonly PathEvidence[];
  /** More weight than the kind of step has. */
  readonly extra?: number;
  /** A mere link between facts, which costs nothing. */
  readonly isLink?: boolean;
}

/** Stands in a reason for the node that the head of the rule is about. */
export const HEAD = '\u0000';

interface Prepared {
  readonly needs: readonly number[];
  readonly weight: number;
  readonly meta: number;
}

/** Facts, rules and their meaning, growing. */
export class FactBase {
  readonly builder = new HornBuilder();
  readonly meanings: RuleMeaning[] = [];
  readonly settings = new Map<number, PathSetting>();
  readonly #settingFacts = new Map<PathSetting, number>();
  /** Tag facts that rules want and nobody has looked for yet. */
  readonly tagsWanted: string[] = [];
  /** 1 for each fact that some rule gives. */
  #possible = new Uint8Array(1024);

  /** Numbers of facts by predicate and id, which are asked for far oftener than there are facts: no text is put together for that. */
  readonly #numbers = new Map<Predicate, Map<string, number>>();

  fact(predicate: Predicate, id: string): number {
    const known = this.#numbers.get(predicate) ?? new Map<string, number>();
    this.#numbers.set(predicate, known);
    const before = known.get(id);
    if (before !== undefined) return before;
    const fact = this.builder.fact(`${predicate} ${id}`);
    known.set(id, fact);
    return fact;
  }

  find(predicate: Predicate, id: string): number | undefined {
    return this.#numbers.get(predicate)?.get(id);
  }

  /** Predicate and id of a fact. */
  parse(fact: number): { readonly predicate: Predicate; readonly id: string } {
    const key = this.builder.key(fact);
    const space = key.indexOf(' ');
    // Every key was made by fact(), which takes a predicate only.
    return { predicate: key.slice(0, space) as Predicate, id: key.slice(space + 1) };
  }

  setting(setting: PathSetting): number {
    const known = this.#settingFacts.get(setting);
    if (known !== undefined) return known;
    const fact = this.builder.axiom(`setting ${setting.id}`);
    if (!this.settings.has(fact)) this.settings.set(fact, setting);
    this.#settingFacts.set(setting, fact);
    return fact;
  }

  /** A rule whose first needed fact is where the step comes from. Tags that conditions want become needs. */
  rule(head: number, body: readonly number[], input: RuleInput): void {
    this.add(head, body, this.prepare(input));
  }

  /** What many rules have in common. A reason may say {@link HEAD} for what the rule's own head is about. */
  prepare({
    edge,
    reason,
    escalation = null,
    conditions = [],
    settings = [],
    evidence = [],
    extra = 0,
    isLink = false,
  }: RuleInput): Prepared {
    const open = conditions.filter((each) => each !== null);
    const needs: number[] = [];
    for (const { tags } of open) for (const tag of tags) needs.push(this.#tag(tagId(tag)));
    for (const setting of settings) if (setting !== null) needs.push(this.setting(setting));
    const texts = [...new Set(open.map(({ text }) => text))];
    const weight = (isLink ? 0 : EDGES[edge]) + extra + open.reduce((sum, { likelihood }) => sum + CONDITION_WEIGHT[likelihood], 0);
    const places = settings.some((each) => each !== null) ? [...evidence, ...settings.flatMap((each) => each?.evidence ?? [])] : evidence;
    const meta = this.meanings.length;
    this.meanings.push({ edge, reason, escalation, condition: texts.length > 0 ? texts.join('; ') : null, evidence: places });
    return { needs, weight, meta };
  }

  add(head: number, body: readonly number[], { needs, weight, meta }: Prepared): void {
    this.builder.rule(head, needs.length === 0 ? body : [...body, ...needs], { weight, meta });
    if (head >= this.#possible.length) {
      const larger = new Uint8Array(Math.max(head + 1, this.#possible.length * 2));
      larger.set(this.#possible);
      this.#possible = larger;
    }
    this.#possible[head] = 1;
  }

  /** Some rule gives this fact. */
  isPossible(fact: number): boolean {
    return this.#possible[fact] === 1;
  }

  #tag(id: string): number {
    if (this.find('tag', id) === undefined) this.tagsWanted.push(id);
    return this.fact('tag', id);
  }
}

/** Name of the fact that a tag has a value. */
function tagId({ object, key, value }: TagWanted): string {
  return JSON.stringify([object, key, value]);
}

/** The parts of {@link tagId}. */
export function parseTagId(id: string): TagWanted {
  // Made by tagId, from three texts.
  const [object, key, value] = JSON.parse(id) as [string, string, string];
  return { object, key, value };
}

/** What must hold and nobody knows, in words of conditions.ts; nothing of it is a tag. */
export function unknownIf(id: ConditionId, ...args: readonly string[]): PathCondition {
  return { text: conditionText({ id, args }), likelihood: 'unknown', tags: [] };
}
