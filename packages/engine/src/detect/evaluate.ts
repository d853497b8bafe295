/** The compiled form as closures over one event. */
import type { DerivedFields, LogSource } from '@kumomori/model';
import { compileRegex, derivedFields, isDerivedField } from '@kumomori/model';
import { addressMatcher } from './addresses.ts';
import type { Ordering, Pattern, Predicate, ValueTest } from './ir.ts';
import { mapTexts, patternMatcher } from './pattern.ts';
import type { Place } from './record-values.ts';
import { hasKey, jsonText, placeAt, someValue, textOfValue } from './record-values.ts';
import { timeOf, timePart } from './times.ts';

/** A record, with its text and its derived fields made at most once. */
export interface EventView {
  readonly record: Readonly<Record<string, unknown>>;
  json: string | null;
  folded: string | null;
  derived: DerivedFields | null;
}

export function viewOf(record: Readonly<Record<string, unknown>>): EventView {
  return { record, json: null, folded: null, derived: null };
}

export type Evaluate = (view: EventView) => boolean;

export interface Compiler {
  readonly evaluator: (predicate: Predicate) => Evaluate;
  /** Whether one value passes; it is never null. */
  readonly tester: (test: ValueTest) => (value: unknown) => boolean;
}

/**
 * `placesOf`: where a field may be in records of the `source` that the closures are for; without it there are no derived fields. What is the same object is compiled once, and so is a regular
 * expression that several rules have: its machine learns from all of them.
 */
export function compiler(placesOf: (field: string) => readonly string[], source: LogSource | null = null): Compiler {
  const evaluators = new Map<Predicate, Evaluate>();
  const testers = new Map<ValueTest, (value: unknown) => boolean>();
  const regexes = new Map<string, (text: string) => boolean>();
  const regex = (source: string): ((text: string) => boolean) => remembered(regexes, source, regexMatcher);
  const tester = (test: ValueTest): ((value: unknown) => boolean) => remembered(testers, test, (each) => valueTester(each, regex));
  const places = (field: string): readonly Place[] => placesOf(field).map((path) => placeAt(path));
  const visitor = (field: string): SomeValue => (isDerivedField(field) ? derivedVisitor(field, source) : anywhere(places(field)));
  const evaluator = (predicate: Predicate): Evaluate =>
    remembered(evaluators, predicate, (each) => compiled(each, { places, visitor, tester, regex, evaluator }));
  return { evaluator, tester };
}

function remembered<K, V>(known: Map<K, V>, key: K, make: (key: K) => V): V {
  const found = known.get(key) ?? make(key);
  known.set(key, found);
  return found;
}

/** True as soon as a value of the field passes. */
type SomeValue = (view: EventView, test: (value: unknown) => boolean) => boolean;

interface Parts extends Compiler {
  readonly places: (field: string) => readonly Place[];
  readonly visitor: (field: string) => SomeValue;
  readonly regex: (source: string) => (text: string) => boolean;
}

function compiled(predicate: Predicate, parts: Parts): Evaluate {
  const { places, visitor, tester, regex, evaluator } = parts;
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return joined(
        predicate.kind,
        predicate.parts.map((part) => evaluator(part)),
      );
    case 'not': {
      const inner = evaluator(predicate.part);
      return (view) => !inner(view);
    }
    case 'field': {
      const [someOf, test] = [visitor(predicate.field), tester(predicate.test)];
      return (view) => someOf(view, test);
    }
    case 'absent': {
      const someOf = visitor(predicate.field);
      return (view) => !someOf(view, () => true);
    }
    case 'present': {
      if (isDerivedField(predicate.field)) {
        const someOf = visitor(predicate.field);
        return (view) => someOf(view, () => true);
      }
      const all = places(predicate.field);
      return ({ record }) => all.some((place) => hasKey(record, place));
    }
    case 'fields':
      return fieldsEvaluator(predicate, visitor);
    default:
      return keywordEvaluator(predicate.test, regex);
  }
}

function joined(kind: 'and' | 'or', parts: readonly Evaluate[]): Evaluate {
  if (kind === 'and')
    return (view) => {
      for (const part of parts) if (!part(view)) return false;
      return true;
    };
  return (view) => {
    for (const part of parts) if (part(view)) return true;
    return false;
  };
}

function anywhere(places: readonly Place[]): SomeValue {
  const [only] = places;
  if (places.length === 1 && only) return ({ record }, test) => someValue(record, only, test);
  return ({ record }, test) => {
    for (const place of places) if (someValue(record, place, test)) return true;
    return false;
  };
}

/** The values of all derived fields are worked out for the first rule that asks. */
function derivedVisitor(field: string, source: LogSource | null): SomeValue {
  const name = field.toLowerCase();
  return (view, test) => {
    const values = (view.derived ??= derivedFields(source, view.record))[name];
    return values !== undefined && values.some((value) => test(value));
  };
}

function valueTester(test: ValueTest, regex: Parts['regex']): (value: unknown) => boolean {
  switch (test.kind) {
    case 'texts': {
      const { cased } = test;
      const texts = new Set(test.texts);
      const [only = ''] = test.texts;
      if (texts.size === 1) return (value) => spelled(textOfValue(value), cased) === only;
      return (value) => texts.has(spelled(textOfValue(value), cased));
    }
    case 'text': {
      const plain = patternMatcher(test.pattern);
      const inJson = textMatcher(test);
      return (value) => (typeof value === 'object' ? inJson(textOfValue(value)) : plain(spelled(textOfValue(value), test.cased)));
    }
    case 'regex': {
      const matches = regex(test.source);
      return (value) => matches(textOfValue(value));
    }
    case 'number':
      return (value) => numberPasses(value, test.ordering, test.value);
    case 'cidr': {
      const matches = addressMatcher(test.text);
      return (value) => typeof value === 'string' && matches(value);
    }
    default:
      return (value) => {
        const time = timeOf(value);
        return time !== null && ordered(timePart(time, test.unit), test.ordering, test.value);
      };
  }
}

function spelled(text: string, cased: boolean): string {
  return cased ? text : text.toLowerCase();
}

/** Over JSON text, where quotes and backslashes of values are escaped: the pattern as it is, or escaped the same way. */
function textMatcher({ pattern, cased }: { readonly pattern: Pattern; readonly cased: boolean }): (json: string) => boolean {
  const escaped = mapTexts(pattern, (text) => JSON.stringify(text).slice(1, -1));
  const [plain, inside] = [patternMatcher(pattern), patternMatcher(escaped)];
  const isSame = escaped.every((piece, index) => JSON.stringify(piece) === JSON.stringify(pattern[index]));
  return (json) => {
    const text = spelled(json, cased);
    return plain(text) || (!isSame && inside(text));
  };
}

/** Texts whose answer is remembered: callers, addresses and networks come again and again. */
const MAX_REMEMBERED = 2000;
const MAX_REMEMBERED_LENGTH = 200;

/** The pattern was compiled when its rule was; one that fails here matches nothing. */
function regexMatcher(source: string): (text: string) => boolean {
  const regex = compileRegex(source);
  if (regex.kind !== 'regex') return () => false;
  const answers = new Map<string, boolean>();
  return (text) => {
    if (text.length > MAX_REMEMBERED_LENGTH) return regex.test(text);
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = regex.test(text);
    if (answers.size >= MAX_REMEMBERED) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}

const NUMBER = /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d{1,3})?$/;

function numberPasses(value: unknown, ordering: Ordering, wanted: number): boolean {
  if (typeof value === 'number') return ordered(value, ordering, wanted);
  if (typeof value !== 'string') return false;
  if (ordering === 'eq') return value === String(wanted);
  return value.length < 400 && NUMBER.test(value) && ordered(Number(value), ordering, wanted);
}

function ordered(value: number, ordering: Ordering, wanted: number): boolean {
  switch (ordering) {
    case 'lt':
      return value < wanted;
    case 'lte':
      return value <= wanted;
    case 'gt':
      return value > wanted;
    case 'gte':
      return value >= wanted;
    default:
      return value === wanted;
  }
}

/** Values of one field that are compared with those of another; more are not looked at. */
const MAX_COMPARED = 1000;

function fieldsEvaluator({ field, other, relation, cased }: Extract<Predicate, { kind: 'fields' }>, visitor: Parts['visitor']): Evaluate {
  const [left, right] = [visitor(field), visitor(other)];
  return (view) => {
    const texts: string[] = [];
    right(view, (value) => texts.push(spelled(textOfValue(value), cased)) >= MAX_COMPARED);
    if (texts.length === 0) return false;
    return left(view, (value) => {
      const text = spelled(textOfValue(value), cased);
      return texts.some((each) => {
        if (relation === 'equals') return text === each;
        if (relation === 'contains') return text.includes(each);
        return relation === 'startswith' ? text.startsWith(each) : text.endsWith(each);
      });
    });
  };
}

function keywordEvaluator(test: Extract<Predicate, { kind: 'keyword' }>['test'], regex: Parts['regex']): Evaluate {
  if (test.kind === 'regex') {
    const matches = regex(test.source);
    return (view) => matches((view.json ??= jsonText(view.record)));
  }
  const { cased } = test;
  // The text is in lower case already.
  const matches = textMatcher({ pattern: test.pattern, cased: true });
  return (view) => {
    const json = (view.json ??= jsonText(view.record));
    return matches(cased ? json : (view.folded ??= json.toLowerCase()));
  };
}
