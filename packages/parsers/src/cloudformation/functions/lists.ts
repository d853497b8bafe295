/** Fn::Select, Fn::Length, Fn::GetAZs, Fn::Cidr. */
import type { Value } from '@kumomori/model';
import { listValue, numberValue, stringValue, withDependencies } from '@kumomori/model';
import { toNumberValue, toStringValue, withWay } from '../../values/index.ts';
import type { Call } from './call.ts';
import { failure, unknownBecause, unknownFrom, written } from './call.ts';
import { subnetsOf } from './cidr.ts';

export function select({ argument, range, evaluate }: Call): Value {
  const [at, from] = written(argument) ?? [];
  if (!at || !from) return failure('Fn::Select needs an index and a list', range);
  const index = toNumberValue(evaluate(at));
  const list = evaluate(from);
  if (list.kind === 'unknown') return unknownBecause(list, [index, list], range);
  if (list.kind !== 'list') return failure('Fn::Select needs a list', range);
  if (index.kind === 'unknown') return unknownBecause(index, [index, list], range);
  if (list.rest !== null) return unknownBecause(list.rest, [index, list], range);
  const item = index.kind === 'number' ? list.items[index.value] : undefined;
  return item ? withDependencies(item, [index]) : failure('Fn::Select asks for an element that the list does not have', range);
}

export function lengthOf({ argument, range, evaluate }: Call): Value {
  const list = evaluate(argument);
  if (list.kind === 'unknown') return unknownBecause(list, [list], range);
  if (list.kind !== 'list') return failure('Fn::Length needs a list', range);
  if (list.rest !== null) return unknownBecause(list.rest, [list], range);
  return withDependencies(numberValue(list.items.length, range), [list]);
}

export function getAZs({ argument, range, evaluate }: Call): Value {
  return unknownFrom('data-source', 'availability zones are known when the stack is made', { range, inputs: [evaluate(argument)] });
}

export function cidr({ argument, range, evaluate, scope }: Call): Value {
  const [block, count, bits] = (written(argument) ?? []).map((each) => evaluate(each));
  if (!block || !count) return failure('Fn::Cidr needs a range and a number', range);
  const inputs = bits ? [block, count, bits] : [block, count];
  const [text, number, size] = [toStringValue(block), toNumberValue(count), bits ? toNumberValue(bits) : null];
  if (text.kind === 'string' && number.kind === 'number' && (size === null || size.kind === 'number')) {
    const subnets = subnetsOf(text.value, Math.min(number.value, scope.run.limits.elements), size?.value ?? null);
    if (subnets === null) return failure('Fn::Cidr asks for more than the range holds', range);
    const items = subnets.map((subnet) => withDependencies(withWay(stringValue(subnet, text.range ?? range), [text]), inputs));
    return withDependencies(listValue(items, range), inputs);
  }
  return unknownFrom('computed', 'depends on an address range that is not known', { range, inputs });
}
