/** For-expressions and splats. */
import type { Range, UnknownValue, Value } from '@kumomori/model';
import { listValue, mapValue, unknownValue, withDependencies } from '@kumomori/model';
import type { Expression } from '../hcl/index.ts';
import { failure, firstUnknownIn } from './access.ts';
import { toBoolValue, toStringValue } from '../values/index.ts';
import { iterate } from './iterate.ts';
import type { Scope } from './scope.ts';
import { rangeOf, withFrame } from './scope.ts';

type ForNode = Extract<Expression, { kind: 'for' }>;
type SplatNode = Extract<Expression, { kind: 'splat' }>;

interface Result {
  readonly items: Value[];
  readonly entries: Map<string, Value[]>;
  rest: UnknownValue | null;
  failed: UnknownValue | null;
  readonly inputs: Value[];
}

/** A list or object of the elements that pass the condition; those for which it is unknown make the rest unknown. */
export function evaluateFor(node: ForNode, scope: Scope): Value {
  const range = rangeOf(scope, node);
  const collection = scope.run.evaluate(node.collection, scope);
  if (collection.kind === 'unknown') return collection;
  const elements = iterate(collection, rangeOf(scope, node.collection));
  if (elements.failed) return withDependencies(elements.failed, [collection]);
  const result: Result = { items: [], entries: new Map(), rest: elements.rest, failed: null, inputs: [collection] };
  for (const { key, value } of elements.items) {
    if (!scope.run.spend(1, range)) return unknownValue('limit', 'the step limit of the evaluation was reached', range);
    const withKey = node.keyName === null ? scope : withFrame(scope, node.keyName, key);
    addElement(node, withFrame(withKey, node.valueName, value), result);
    if (result.failed) return withDependencies(result.failed, result.inputs);
  }
  return withDependencies(node.key === null ? listValue(result.items, range, result.rest) : collect(node, result, range), result.inputs);
}

function addElement(node: ForNode, scope: Scope, result: Result): void {
  if (node.condition !== null) {
    const test = toBoolValue(scope.run.evaluate(node.condition, scope));
    if (test.sensitive || test.refs.length > 0) result.inputs.push(test);
    if (test.kind === 'bool' && !test.value) return;
    if (test.kind === 'null') result.failed = failure('the condition of a for-expression is null', rangeOf(scope, node.condition));
    if (test.kind === 'unknown') result.rest ??= test;
    if (test.kind !== 'bool') return;
  }
  if (node.key === null) result.items.push(scope.run.evaluate(node.value, scope));
  else addEntry(node, node.key, { scope, result });
}

function addEntry(node: ForNode, keyNode: Expression, { scope, result }: { scope: Scope; result: Result }): void {
  const key = toStringValue(scope.run.evaluate(keyNode, scope));
  const value = scope.run.evaluate(node.value, scope);
  if (key.kind === 'string') {
    const group = result.entries.get(key.value);
    const keyed = withDependencies(value, [key]);
    if (group && node.grouped) group.push(keyed);
    else result.entries.set(key.value, [keyed]);
  } else if (key.kind === 'null') result.failed = failure('a key of a for-expression is null', rangeOf(scope, keyNode));
  else {
    const unknown = firstUnknownIn(key) ?? unknownValue('unsupported', 'a key is not known', rangeOf(scope, keyNode));
    result.rest ??= withDependencies(unknown, [key, value]);
  }
}

function collect(node: ForNode, result: Result, range: Range): Value {
  const entries = new Map<string, Value>();
  for (const [key, group] of result.entries) {
    const [first] = group;
    if (node.grouped) entries.set(key, listValue(group, range));
    else if (first) entries.set(key, first);
  }
  return mapValue(entries, range, result.rest);
}

/** `list[*].name`: of null an empty list, of a single value a list of one. */
export function evaluateSplat(node: SplatNode, scope: Scope): Value {
  const range = rangeOf(scope, node);
  const target = scope.run.evaluate(node.target, scope);
  if (target.kind === 'unknown') return target;
  if (target.kind === 'null') return withDependencies(listValue([], range), [target]);
  const apply = (item: Value): Value => scope.run.evaluate(node.each, withFrame(scope, '*', item));
  if (target.kind !== 'list' && target.kind !== 'set') return listValue([apply(target)], range);
  const items = iterate(target, range).items.map(({ value }) => apply(value));
  const rest = target.rest === null ? null : apply(target.rest);
  return withDependencies(listValue(items, range, rest === null ? null : asRest(rest, range)), [target]);
}

function asRest(value: Value, range: Range): UnknownValue {
  return firstUnknownIn(value) ?? withDependencies(unknownValue('unsupported', 'there may be more elements', range), [value]);
}
