/**
 * One line of a Condition block, bound once: operator, key, values. Source: IAM User Guide, "Condition operators" (IfExists, Null) and "Multivalued
 * context keys" (ForAllValues, ForAnyValue).
 */
import { hasHole } from '../glob.ts';
import { classifyKey } from './keys.ts';
import type { BaseOperator, ValueTest } from './operators.ts';
import { baseOperators } from './operators.ts';
import type { RequestContext } from './request.ts';
import { UNKNOWN } from './request.ts';
import type { Three } from '../three.ts';
import { MAYBE, NO, YES, both, either, negate } from '../three.ts';
import type { AccessCondition } from './types.ts';

export interface CompiledCondition {
  /** As written: `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
  /** Lower case. */
  readonly lookup: string;
  /** `${…}` stands for a value of the request; false where the policy's version knows no variables. */
  readonly variables: boolean;
  /** AWS would refuse it: it holds in a Deny and never in an Allow. */
  readonly malformed: 'operator' | 'value' | null;
  test(context: RequestContext): Three;
}

/** A policy's own limit is 10 kB or so; a list that is longer than this is refused. */
const MAX_VALUES = 10_000;

export interface ConditionLine {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

export function compileCondition(line: ConditionLine, variables: boolean): CompiledCondition {
  const lookup = line.key.toLowerCase();
  const base = { ...line, lookup, variables };
  const bad = (malformed: 'operator' | 'value'): CompiledCondition => ({ ...base, malformed, test: () => NO });
  const parsed = parseOperator(line.operator);
  if (hasHole(line.key)) return { ...base, malformed: null, test: () => MAYBE };
  if (!parsed) return hasHole(line.operator) ? { ...base, malformed: null, test: () => MAYBE } : bad('operator');
  if (line.values.length > MAX_VALUES) return bad('value');
  if (parsed.base === 'null') {
    const wanted = line.values.map(wantsAbsent);
    if (wanted.includes(null)) return bad('value');
    return { ...base, malformed: null, test: (context) => nullTest(context.get(lookup), wanted) };
  }
  const tests = line.values.map((value) => parsed.base !== 'null' && parsed.base.test(value, variables));
  if (!tests.every((test): test is ValueTest => typeof test === 'function')) return bad('value');
  return { ...base, malformed: null, test: bind(parsed as ParsedOperator<BaseOperator>, lookup, tests) }; // `null` returned above
}

interface ParsedOperator<Base> {
  readonly set: 'all' | 'any' | null;
  readonly ifExists: boolean;
  readonly base: Base;
}

/** Null for a name that is no operator. Case is not looked at. */
export function parseOperator(text: string): ParsedOperator<BaseOperator | 'null'> | null {
  const match = /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/.exec(text.toLowerCase());
  if (!match) return null;
  const [, set, name = '', ifExists] = match;
  if (name === 'null') return set === undefined && ifExists === undefined ? { set: null, ifExists: false, base: 'null' } : null;
  const base = baseOperators.get(name);
  if (!base) return null;
  return { set: set === undefined ? null : set === 'forallvalues' ? 'all' : 'any', ifExists: ifExists !== undefined, base };
}

function wantsAbsent(value: string): Three | null {
  if (hasHole(value)) return MAYBE;
  const text = value.toLowerCase();
  return text === 'true' ? YES : text === 'false' ? NO : null;
}

function nullTest(values: readonly string[] | null | typeof UNKNOWN, wanted: readonly (Three | null)[]): Three {
  if (values === UNKNOWN) return wanted.includes(YES) && wanted.includes(NO) ? YES : MAYBE;
  const isAbsent = values === null || values.length === 0;
  return wanted.reduce<Three>((best, each) => either(best, each === null ? NO : isAbsent ? each : negate(each)), NO);
}

function bind({ set, ifExists, base }: ParsedOperator<BaseOperator>, key: string, tests: readonly ValueTest[]): CompiledCondition['test'] {
  const whenAbsent = set === 'all' || ifExists || (set === null && base.negated) ? YES : NO;
  const [only] = tests;
  const matches: ValueTest = tests.length === 1 && only ? only : (value, context) => anyOf(tests, value, context);
  const holds: ValueTest = base.negated ? (value, context) => negate(matches(value, context)) : matches;
  return (context) => {
    const values = context.get(key);
    if (values === UNKNOWN) return MAYBE;
    if (values === null || values.length === 0) return whenAbsent;
    if (values.length === 1 && set === null) return holds(values[0] ?? '', context);
    // "An empty data set, such as an empty string": ForAllValues is true, ForAnyValue false.
    if (set !== null && values.every((value) => value === '')) return set === 'all' ? YES : NO;
    // Without a set operator several values count as ForAnyValue, and as none of them for a negated operator.
    if (set === 'any' || (set === null && !base.negated)) return anyValue(values, holds, context);
    return everyValue(values, holds, context);
  };
}

function anyOf(tests: readonly ValueTest[], value: string, context: RequestContext): Three {
  let best: Three = NO;
  for (const test of tests) {
    best = either(best, test(value, context));
    if (best === YES) return YES;
  }
  return best;
}

function anyValue(values: readonly string[], holds: ValueTest, context: RequestContext): Three {
  return values.reduce<Three>((best, value) => either(best, holds(value, context)), NO);
}

function everyValue(values: readonly string[], holds: ValueTest, context: RequestContext): Three {
  return values.reduce<Three>((least, value) => both(least, holds(value, context)), YES);
}

/** The line as a leaf of an expression, in the words of version 2012-10-17: what is no variable in its policy is none there. The same object each time. */
export function leafOf(condition: CompiledCondition): AccessCondition {
  const known = leaves.get(condition);
  if (known) return known;
  const leaf = makeLeaf(condition);
  leaves.set(condition, leaf);
  return leaf;
}

const leaves = new WeakMap<CompiledCondition, AccessCondition>();

function makeLeaf({ operator, key, values: written, variables }: CompiledCondition): AccessCondition {
  const values = variables ? written : written.map((value) => value.replaceAll('${', '${$}{'));
  const unknown = [key, ...values].find(hasHole);
  return unknown !== undefined && hasHole(key)
    ? { kind: 'unknown-value', element: 'condition', text: unknown }
    : { kind: 'test', operator, key, values, keyClass: classifyKey(key) };
}
