/**
 * Predicates as conditions of DuckDB over stored records: for searching a lake backwards. Made from the same compiled form as the closures, and
 * compared with them (packages/app/src/detect/sql-differential.slow.test.ts).
 */
import type { LogSource } from '@kumomori/model';
import { isDerivedField } from '@kumomori/model';
import { actionsOf } from '../action-index.ts';
import { adapted } from '../adapt.ts';
import { actionPlaces, placesOf } from '../field-names.ts';
import type { Predicate } from '../ir.ts';
import type { CompiledRule } from '../rule-set.ts';
import { escapedPattern, patternSql, spelled, testSql } from './tests.ts';
import { presentSql, quoted, textSql, valuesSql } from './values.ts';

export interface SqlColumns {
  /** Expression of the record's JSON text, compact as `JSON.stringify` writes it. */
  readonly raw: string;
  /** Expression that holds what the source calls the action, for a cheap first look; null where there is none. */
  readonly action?: string | null;
  /** Expression of the log source; null when all rows are of one. */
  readonly source?: string | null;
}

export type RuleSql =
  | { readonly kind: 'sql'; readonly where: string }
  /** `atLeast`: what rows have to pass before the closures are asked; null: nothing. */
  | { readonly kind: 'unsupported'; readonly reason: string; readonly atLeast: string | null };

/** Ends the writing; caught in ruleSql and nowhere else. */
class UnsupportedError extends Error {}

/** The condition of a rule over the rows of one source. Never true or false by chance: what DuckDB cannot say is unsupported. */
export function ruleSql(rule: Pick<CompiledRule, 'predicate'>, source: LogSource | null, columns: SqlColumns): RuleSql {
  const predicate = adapted(rule.predicate, source);
  const { raw, action = null, source: sourceColumn = null } = columns;
  const conditions: string[] = [];
  if (sourceColumn !== null && source !== null) conditions.push(`${sourceColumn} = ${quoted(source)}`);
  const places = actionPlaces(source);
  const isAction = (field: string): boolean => placesOf(source, field).every((place) => places.includes(place));
  const actions = action === null || places.length === 0 ? null : actionsOf(predicate, isAction);
  if (actions && actions.size > 0) conditions.push(`lower(${action}) IN (${[...actions].map((each) => quoted(each)).join(', ')})`);
  try {
    conditions.push(conditionOf(predicate, (field) => placesOf(source, field), raw));
  } catch (error) {
    if (error instanceof UnsupportedError)
      return { kind: 'unsupported', reason: error.message, atLeast: conditions.length === 0 ? null : conditions.join(' AND ') };
    throw error;
  }
  return { kind: 'sql', where: conditions.join(' AND ') };
}

type PlacesOf = (field: string) => readonly string[];

function conditionOf(predicate: Predicate, places: PlacesOf, raw: string): string {
  const derived = derivedIn(predicate);
  if (derived !== null) throw new UnsupportedError(`DuckDB cannot work out ${derived}`);
  switch (predicate.kind) {
    case 'and':
    case 'or': {
      const parts = predicate.parts.map((part) => conditionOf(part, places, raw));
      if (parts.length === 0) return predicate.kind === 'and' ? 'TRUE' : 'FALSE';
      return `(${parts.join(predicate.kind === 'and' ? ' AND ' : ' OR ')})`;
    }
    case 'not':
      return `NOT ${conditionOf(predicate.part, places, raw)}`;
    case 'field': {
      const test = testSql(predicate.test);
      if (test === null) throw new UnsupportedError(`DuckDB cannot test ${predicate.field} for this address range`);
      return anySql(valuesSql(raw, places(predicate.field)), test);
    }
    case 'absent':
      return `(len(${valuesSql(raw, places(predicate.field))}) = 0)`;
    case 'present':
      return presentSql(raw, places(predicate.field));
    case 'fields':
      return fieldsSql(predicate, places, raw);
    default:
      return keywordSql(predicate.test, raw);
  }
}

/** A derived field that the predicate itself asks for. */
function derivedIn(predicate: Predicate): string | null {
  const names = 'other' in predicate ? [predicate.field, predicate.other] : 'field' in predicate ? [predicate.field] : [];
  return names.find((name) => isDerivedField(name)) ?? null;
}

/** Whether a test over `p.j` and `p.v` holds for some value. */
function anySql(values: string, test: string): string {
  const pairs = `list_transform(${values}, lambda j: {'j': j, 'v': ${textSql('j')}})`;
  return `(len(list_filter(${pairs}, lambda p: ${test})) > 0)`;
}

function fieldsSql({ field, other, relation, cased }: Extract<Predicate, { kind: 'fields' }>, places: PlacesOf, raw: string): string {
  const texts = (name: string): string => `list_transform(${valuesSql(raw, places(name))}, lambda j: ${spelled(textSql('j'), cased)})`;
  const tests = { equals: 'a = b', contains: 'contains(a, b)', startswith: 'starts_with(a, b)', endswith: 'suffix(a, b)' } as const;
  return `(len(list_filter(${texts(field)}, lambda a: len(list_filter(${texts(other)}, lambda b: ${tests[relation]})) > 0)) > 0)`;
}

function keywordSql(test: Extract<Predicate, { kind: 'keyword' }>['test'], raw: string): string {
  if (test.kind === 'regex') return `regexp_matches(${raw}, ${quoted(test.source)})`;
  const text = spelled(raw, test.cased);
  const escaped = escapedPattern(test.pattern);
  const plain = patternSql(test.pattern, text);
  return escaped === null ? `(${plain})` : `(${plain} OR ${patternSql(escaped, text)})`;
}
