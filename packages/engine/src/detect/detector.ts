/** Rules over a stream of events: those that can match are looked up by what happened, then asked one by one. */
import type { LogSource } from '@kumomori/model';
import { LOG_SOURCES } from '@kumomori/model';
import { actionsOf } from './action-index.ts';
import { adapted } from './adapt.ts';
import { compiler, viewOf } from './evaluate.ts';
import type { EventView } from './evaluate.ts';
import { actionPlaces, keyPlaces, placesOf } from './field-names.ts';
import type { Place } from './record-values.ts';
import { placeAt, someValue, textOfValue } from './record-values.ts';
import type { CompiledRule } from './rule-set.ts';
import type { RuleLeft, Runner } from './rule-tree.ts';
import { RuleTree } from './rule-tree.ts';

/** A record and which log it is of; null when that is not known. */
export interface DetectedEvent {
  readonly source: LogSource | null;
  readonly record: Readonly<Record<string, unknown>>;
}

interface SourceRules {
  /** For records whose keys are plain; null for logs without keys. */
  readonly tree: RuleTree | null;
  readonly places: readonly Place[];
  readonly byAction: ReadonlyMap<string, readonly Runner[]>;
  readonly always: readonly Runner[];
}

/** State: closures, made for each source when its first event comes. */
export class Detector {
  readonly #rules: readonly CompiledRule[];
  readonly #sources = new Map<LogSource | null, SourceRules>();

  constructor(rules: readonly CompiledRule[]) {
    this.#rules = rules;
  }

  /** The rules that match, in their order. O(rules that what the event's keys say leaves open). */
  detect({ source, record }: DetectedEvent): readonly CompiledRule[] {
    const { tree, places, byAction, always } = this.#rulesOf(source);
    const hits: CompiledRule[] = [];
    const runners = tree?.runners(record);
    if (runners) {
      if (runners.length > 0) ask(runners, viewOf(record), hits);
      return hits;
    }
    const view = viewOf(record);
    const seen = new Set<string>();
    for (const place of places)
      someValue(record, place, (value) => {
        const action = textOfValue(value).toLowerCase();
        if (seen.has(action)) return false;
        seen.add(action);
        const named = byAction.get(action);
        if (named) ask(named, view, hits);
        return false;
      });
    const before = hits.length;
    ask(always, view, hits);
    if (hits.length < 2 || (before === 0 && seen.size < 2)) return hits;
    return [...new Set(hits)].toSorted((a, b) => a.order - b.order);
  }

  /** How many rules can match events of a source, and how many of them are asked about every one. */
  counts(source: LogSource | null): { readonly rules: number; readonly always: number } {
    const { byAction, always } = this.#rulesOf(source);
    const indexed = new Set([...byAction.values()].flatMap((runners) => runners.map(({ rule }) => rule)));
    return { rules: indexed.size + always.length, always: always.length };
  }

  #rulesOf(source: LogSource | null): SourceRules {
    const known = this.#sources.get(source);
    if (known) return known;
    const made = sourceRules(this.#rules, source);
    this.#sources.set(source, made);
    return made;
  }
}

function ask(runners: readonly Runner[], view: EventView, hits: CompiledRule[]): void {
  for (const { rule, evaluate } of runners) if (evaluate === null || evaluate(view)) hits.push(rule);
}

function sourceRules(rules: readonly CompiledRule[], source: LogSource | null): SourceRules {
  const actions = actionPlaces(source);
  const isAction = (field: string): boolean => placesOf(source, field).every((place) => actions.includes(place));
  const made = compiler((field) => placesOf(source, field), source);
  const named = new Map<string, RuleLeft[]>();
  const unnamed: RuleLeft[] = [];
  for (const rule of rules) {
    if (source === null ? rule.sources.length > 0 : !rule.sources.includes(source)) continue;
    const whole = { rule, predicate: adapted(rule.predicate, source) };
    const names = actions.length === 0 ? null : actionsOf(whole.predicate, isAction);
    if (!names) unnamed.push(whole);
    else for (const name of names) append(named, name, whole);
  }
  const runnerOf = ({ rule, predicate }: RuleLeft): Runner => ({ rule, evaluate: predicate === true ? null : made.evaluator(predicate) });
  const keys = keyPlaces(source).map((path) => ({ path, place: placeAt(path) }));
  const first = (text: string | null): readonly RuleLeft[] => [...((text !== null && named.get(text.toLowerCase())) || []), ...unnamed];
  return {
    tree: keys.length === 0 ? null : new RuleTree({ keys, placesOf: (field) => placesOf(source, field), compiler: made, first }),
    places: actions.map((path) => placeAt(path)),
    byAction: new Map([...named].map(([name, list]) => [name, list.map(runnerOf)])),
    always: unnamed.map(runnerOf),
  };
}

function append(lists: Map<string, RuleLeft[]>, name: string, left: RuleLeft): void {
  const list = lists.get(name);
  if (list) list.push(left);
  else lists.set(name, [left]);
}

/** Logs that at least one rule is for. */
export function sourcesOf(rules: readonly CompiledRule[]): readonly LogSource[] {
  const used = new Set(rules.flatMap(({ sources }) => sources));
  return LOG_SOURCES.filter((source) => used.has(source));
}
