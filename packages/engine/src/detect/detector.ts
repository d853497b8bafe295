/** Rules over a stream of events: those that can match are looked up by what happened, then asked one by one. */
import type { LogSource } from '@kumomori/model';
import { LOG_SOURCES } from '@kumomori/model';
import { actionsOf } from './action-index.ts';
import { adapted } from './adapt.ts';
import type { Evaluate, EventView } from './evaluate.ts';
import { evaluator, viewOf } from './evaluate.ts';
import { actionPlaces, placesOf } from './field-names.ts';
import type { Place } from './record-values.ts';
import { placeAt, someValue, textOfValue } from './record-values.ts';
import type { CompiledRule } from './rule-set.ts';

/** A record and which log it is of; null when that is not known. */
export interface DetectedEvent {
  readonly source: LogSource | null;
  readonly record: Readonly<Record<string, unknown>>;
}

interface Runner {
  readonly rule: CompiledRule;
  readonly evaluate: Evaluate;
}

interface SourceRules {
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

  /** The rules that match, in their order. O(rules that name the event's action + rules that name none). */
  detect({ source, record }: DetectedEvent): readonly CompiledRule[] {
    const { places, byAction, always } = this.#rulesOf(source);
    const view = viewOf(record);
    const hits: CompiledRule[] = [];
    const seen = new Set<string>();
    for (const place of places)
      someValue(record, place, (value) => {
        const action = textOfValue(value).toLowerCase();
        if (seen.has(action)) return false;
        seen.add(action);
        const runners = byAction.get(action);
        if (runners) ask(runners, view, hits);
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
  for (const runner of runners) if (runner.evaluate(view)) hits.push(runner.rule);
}

function sourceRules(rules: readonly CompiledRule[], source: LogSource | null): SourceRules {
  const actions = actionPlaces(source);
  const isAction = (field: string): boolean => placesOf(source, field).every((place) => actions.includes(place));
  const byAction = new Map<string, Runner[]>();
  const always: Runner[] = [];
  for (const rule of rules) {
    if (source === null ? rule.sources.length > 0 : !rule.sources.includes(source)) continue;
    const predicate = adapted(rule.predicate, source);
    const runner = { rule, evaluate: evaluator(predicate, (field) => placesOf(source, field)) };
    const names = actions.length === 0 ? null : actionsOf(predicate, isAction);
    if (!names) always.push(runner);
    else for (const name of names) byAction.set(name, [...(byAction.get(name) ?? []), runner]);
  }
  return { places: actions.map((path) => placeAt(path)), byAction, always };
}

/** Logs that at least one rule is for. */
export function sourcesOf(rules: readonly CompiledRule[]): readonly LogSource[] {
  const used = new Set(rules.flatMap(({ sources }) => sources));
  return LOG_SOURCES.filter((source) => used.has(source));
}
