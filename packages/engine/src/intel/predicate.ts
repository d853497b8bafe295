/** Comparisons of STIX patterns over the values of one event. What no log shows is never true, negated or not: unknown is no yes. */
import type { StixComparison, StixConstant, StixTest } from '@kumomori/model';
import { addressNumber, compileRegex, normalValue, rangeOf, stixPlace } from '@kumomori/model';
import type { Observed } from './observed.ts';

export type Predicate = (observed: readonly Observed[]) => boolean;

/** Patterns of others run in linear time; one that our engine refuses never holds. */
export function predicateOf(comparison: StixComparison): Predicate {
  if ('items' in comparison) {
    const items = comparison.items.map((item) => predicateOf(item));
    return comparison.op === 'and'
      ? (observed) => items.every((each) => each(observed))
      : (observed) => items.some((each) => each(observed));
  }
  const place = stixPlace(comparison.path);
  if (!place) return () => false;
  const fits = ({ kind, role }: Observed): boolean =>
    (place.kind === 'domain' ? kind === 'host' : kind === place.kind) && (place.role === null || place.role === role);
  // An event says of few things that they are not there: absence is not claimed.
  if (comparison.op === 'exists') return comparison.negated ? () => false : (observed) => observed.some((each) => fits(each));
  const holds = valueTest(comparison, place.kind);
  const { negated } = comparison;
  return (observed) => observed.some((each) => fits(each) && holds(each.value) !== negated);
}

type ValueTest = (value: string) => boolean;

function valueTest({ operator, values }: StixTest, kind: string): ValueTest {
  const [constant] = values;
  if (!constant) return () => false;
  switch (operator) {
    case '=':
    case 'IN': {
      const tests = values.map((each) => equalTo(each, kind));
      return (value) => tests.some((test) => test(value));
    }
    case '!=': {
      const same = equalTo(constant, kind);
      return (value) => !same(value);
    }
    case '<':
    case '>':
    case '<=':
    case '>=':
      return ordered(operator, constant);
    case 'LIKE':
      return likeTest(String(constant.value), kind);
    case 'MATCHES': {
      const regex = compileRegex(String(constant.value));
      return regex.kind === 'regex' ? (value) => regex.test(value) : () => false;
    }
    case 'ISSUBSET':
      return within(String(constant.value));
    case 'ISSUPERSET':
      return (value) => rangeOf(value) !== null && within(value)(String(constant.value));
  }
}

function equalTo(constant: StixConstant, kind: string): ValueTest {
  const text = String(constant.value);
  if (kind === 'address') return within(text);
  if (kind === 'domain') {
    const name = normalValue('domain', text);
    return name === null ? () => false : (value) => value === name || value.endsWith(`.${name}`);
  }
  if (kind === 'url' || kind === 'hash' || kind === 'email') {
    const normal = normalValue(kind, text);
    return normal === null ? () => false : (value) => value === normal;
  }
  return (value) => value === text;
}

/** Address or block within a block. */
function within(block: string): ValueTest {
  const outer = rangeOf(block);
  if (!outer) return () => false;
  return (value) => {
    const inner = addressNumber(value);
    if (inner) return inner.family === outer.family && inner.number >= outer.first && inner.number <= outer.last;
    const range = rangeOf(value);
    return range !== null && range.family === outer.family && range.first >= outer.first && range.last <= outer.last;
  };
}

function ordered(operator: '<' | '>' | '<=' | '>=', constant: StixConstant): ValueTest {
  const limit = constant.value;
  return (value) => {
    const other = typeof limit === 'number' ? (/^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN) : value;
    if (typeof other === 'number' && Number.isNaN(other)) return false;
    const difference = other < limit ? -1 : other > limit ? 1 : 0;
    return operator === '<' ? difference < 0 : operator === '>' ? difference > 0 : operator === '<=' ? difference <= 0 : difference >= 0;
  };
}

/** `%` any text, `_` any character. Names, URLs, hashes and mail addresses are compared in lower case, as they are told. */
function likeTest(like: string, kind: string): ValueTest {
  const folds = kind === 'domain' || kind === 'hash' || kind === 'email';
  const parts = (folds ? like.toLowerCase() : like).split('%');
  return (value) => likeMatches(parts, value);
}

/** Greedy from the left: O(parts × text) at worst, and parts without `_` are found by search. */
function likeMatches(parts: readonly string[], value: string): boolean {
  const [first = '', ...rest] = parts;
  if (!fitsAt(value, first, 0)) return false;
  const last = rest.pop();
  if (last === undefined) return value.length === first.length;
  let at = first.length;
  for (const part of rest) {
    const next = findPart(value, part, at);
    if (next < 0) return false;
    at = next + part.length;
  }
  return value.length - last.length >= at && fitsAt(value, last, value.length - last.length);
}

function findPart(value: string, part: string, from: number): number {
  if (!part.includes('_')) return value.indexOf(part, from);
  for (let at = from; at + part.length <= value.length; at++) if (fitsAt(value, part, at)) return at;
  return -1;
}

function fitsAt(value: string, part: string, at: number): boolean {
  if (!part.includes('_')) return value.startsWith(part, at);
  if (at + part.length > value.length) return false;
  for (let index = 0; index < part.length; index++) {
    const code = part.charCodeAt(index);
    if (code !== 95 && code !== value.charCodeAt(at + index)) return false;
  }
  return true;
}
