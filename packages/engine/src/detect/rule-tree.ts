/**
 * Rules by what an event says in a few fields that have few values: name and service of the call, error, kind of caller. For each combination that
 * comes up it is worked out once what is left of every rule, so that an event is asked only what these fields leave open; for most, nothing.
 */
import type { Compiler, Evaluate } from './evaluate.ts';
import type { Predicate } from './ir.ts';
import type { Place } from './record-values.ts';
import { plainText } from './record-values.ts';
import type { CompiledRule } from './rule-set.ts';
import type { KnownText } from './specialize.ts';
import { fieldsIn, specialized } from './specialize.ts';

/** A rule, or what is left of it. */
export interface RuleLeft {
  readonly rule: CompiledRule;
  readonly predicate: Predicate | true;
}

export interface Runner {
  readonly rule: CompiledRule;
  /** Null: it matches. */
  readonly evaluate: Evaluate | null;
}

interface Node {
  /** At the end of a way. */
  readonly runners: readonly Runner[] | null;
  /** Of the keys: which one is asked next. */
  readonly key: number;
  readonly rules: readonly RuleLeft[];
  readonly next: Map<string | null, Node>;
}

interface Key {
  readonly path: string;
  readonly place: Place;
}

export interface RuleTreeOptions {
  /** Where the fields lie, those first that leave the fewest rules. */
  readonly keys: readonly Key[];
  /** Where a field of a rule may lie. */
  readonly placesOf: (field: string) => readonly string[];
  readonly compiler: Compiler;
  /** The rules that may match for a text of the first key. */
  readonly first: (text: string | null) => readonly RuleLeft[];
}

/** Combinations that are remembered: far more than honest logs have, so that made-up names cost neither memory nor more time than without a tree. */
const MAX_NODES = 5000;
/** Longer texts are no names. */
const MAX_TEXT = 200;

/** State: the combinations seen so far. */
export class RuleTree {
  readonly #options: RuleTreeOptions;
  readonly #byFirst = new Map<string | null, Node>();
  #nodes = 0;

  constructor(options: RuleTreeOptions) {
    this.#options = options;
  }

  /** What has to be asked of a record, in the order of the rules; null for records that are none of the tree's: ask all rules. */
  runners(record: Readonly<Record<string, unknown>>): readonly Runner[] | null {
    const { keys } = this.#options;
    let key = 0;
    let node: Node | undefined;
    for (;;) {
      const at = keys[key];
      if (!at) return null;
      const text = plainText(record, at.place);
      if (text === undefined) return null;
      const found: Node | null = (node ? node.next : this.#byFirst).get(text) ?? this.#grow(node, key, text);
      if (found === null || found.runners !== null) return found?.runners ?? null;
      node = found;
      key = found.key;
    }
  }

  /** Null where there are too many already. */
  #grow(from: Node | undefined, key: number, text: string | null): Node | null {
    if (this.#nodes >= MAX_NODES || (text !== null && text.length > MAX_TEXT)) return null;
    this.#nodes++;
    const { keys, placesOf, first, compiler } = this.#options;
    const { tester } = compiler;
    const path = keys[key]?.path ?? '';
    const isKey = (field: string, wanted: string): boolean => {
      const places = placesOf(field);
      return places.length === 1 && places[0] === wanted;
    };
    const known = (field: string): KnownText => (isKey(field, path) ? text : undefined);
    const rules = (from ? from.rules : first(text)).flatMap(({ rule, predicate }): readonly RuleLeft[] => {
      const left = predicate === true || specialized(predicate, { known, tester });
      return left === false ? [] : [{ rule, predicate: left }];
    });
    const open = new Set(rules.flatMap(({ predicate }) => (predicate === true ? [] : fieldsIn(predicate))));
    const next = keys.findIndex(({ path: other }, index) => index > key && [...open].some((field) => isKey(field, other)));
    const runners = next >= 0 ? null : this.#runnersOf(rules);
    const node: Node = { runners, key: next, rules, next: new Map() };
    (from ? from.next : this.#byFirst).set(text, node);
    return node;
  }

  #runnersOf(rules: readonly RuleLeft[]): readonly Runner[] {
    const { evaluator } = this.#options.compiler;
    const runners = rules.map(({ rule, predicate }) => ({ rule, evaluate: predicate === true ? null : evaluator(predicate) }));
    return runners.toSorted((a, b) => a.rule.order - b.rule.order);
  }
}
