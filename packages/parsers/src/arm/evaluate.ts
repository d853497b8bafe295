/** Values of an ARM template, expressions in them evaluated. */
import type { Range, Value } from '@kumomori/model';
import { listValue, mapValue, stringValue, unknownValue, withDependencies } from '@kumomori/model';
import { callFunction, truth } from './functions.ts';
import type { Scope } from './scope.ts';
import { expandLoop } from './scope.ts';
import type { ArmExpression } from './syntax.ts';
import { isExpression, parseExpression, plainText } from './syntax.ts';
import { member, unknownFrom } from './values.ts';

/** The value with all its expressions carried out. Positions stay those of the text that says it. */
export function evaluate(value: Value, scope: Scope): Value {
  if (!scope.budget.step()) return unknownValue('limit', 'the template is too large to be evaluated', value.range);
  switch (value.kind) {
    case 'string':
      return evaluateText(value.value, value.range, scope);
    case 'list':
      return listValue(
        value.items.map((item) => evaluate(item, scope)),
        value.range,
      );
    case 'map':
      return evaluateMap(value.entries, value.range, scope);
    default:
      return value;
  }
}

function evaluateMap(entries: ReadonlyMap<string, Value>, range: Range | null, scope: Scope): Value {
  const result = new Map<string, Value>();
  for (const [key, entry] of entries) {
    if (key === 'copy' && entry.kind === 'list') {
      for (const loop of entry.items) {
        const name = member(loop, 'name');
        if (name?.kind === 'string') result.set(name.value, expandLoop(loop, scope));
      }
    } else result.set(isExpression(key) ? keyText(key, scope) : key, evaluate(entry, scope));
  }
  return mapValue(result, range);
}

function keyText(key: string, scope: Scope): string {
  const value = evaluateText(key, null, scope);
  return value.kind === 'string' ? value.value : key;
}

function evaluateText(text: string, range: Range | null, scope: Scope): Value {
  if (!isExpression(text)) return stringValue(plainText(text), range);
  const expression = parseExpression(text);
  if (expression === null) return unknownValue('unsupported', 'the expression cannot be read', range);
  const value = evaluateExpression(expression, range, scope);
  return value.range === null ? { ...value, range } : value;
}

function evaluateExpression(expression: ArmExpression, range: Range | null, scope: Scope): Value {
  if (!scope.budget.step()) return unknownValue('limit', 'the template is too large to be evaluated', range);
  switch (expression.kind) {
    case 'literal':
      return typeof expression.value === 'string'
        ? stringValue(expression.value)
        : { ...stringValue(''), kind: 'number', value: expression.value };
    case 'member':
      return within(evaluateExpression(expression.of, range, scope), stringValue(expression.name));
    case 'index':
      return within(evaluateExpression(expression.of, range, scope), evaluateExpression(expression.index, range, scope));
    case 'call':
      return evaluateCall(expression.name, expression.args, range, scope);
  }
}

function within(value: Value, key: Value): Value {
  if (value.kind === 'unknown') return value;
  if (key.kind === 'number' && value.kind === 'list') {
    const item = value.items.at(key.value);
    return item ?? unknownFrom(value.rest ? [value.rest] : [], `there is no element ${key.value}`);
  }
  if (key.kind === 'string' && value.kind === 'map') {
    const found = member(value, key.value);
    if (found) return found;
    return unknownFrom(value.rest ? [value.rest] : [], `there is no property "${key.value}"`);
  }
  return unknownFrom([key, value], 'it cannot be looked into');
}

function evaluateCall(name: string, args: readonly ArmExpression[], range: Range | null, scope: Scope): Value {
  const lower = name.toLowerCase();
  const [first] = args;
  if (lower === 'if') return evaluateIf(args, range, scope);
  const values = args.map((arg) => evaluateExpression(arg, range, scope));
  const [value] = values;
  switch (lower) {
    case 'parameters':
      return value?.kind === 'string' ? scope.parameter(value.value, range) : unknownFrom(values, 'the name of a parameter is not known');
    case 'variables':
      return value?.kind === 'string' ? scope.variable(value.value, range) : unknownFrom(values, 'the name of a variable is not known');
    case 'copyindex':
      return copyIndex(values, scope);
    case 'resourceid':
    case 'subscriptionresourceid':
    case 'tenantresourceid':
      return scope.resourceId(values);
    case 'extensionresourceid':
      return scope.resourceId(values.slice(1));
    case 'reference':
      return value ? scope.reference(value) : unknownValue('failed-function', 'reference() needs a name');
    default:
      break;
  }
  const own = scope.call(name, values);
  if (own) return own;
  // listKeys() and its kin give secrets of the resource they are asked about.
  if (lower.startsWith('list') && first)
    return { ...withDependencies(unknownValue('computed', `${name}() is asked at deployment`), values), sensitive: true };
  return callFunction(name, values);
}

/** Only the branch that is taken is evaluated. */
function evaluateIf(args: readonly ArmExpression[], range: Range | null, scope: Scope): Value {
  const [condition, yes, no] = args.map((arg) => () => evaluateExpression(arg, range, scope));
  const asked = condition?.();
  const decided = truth(asked);
  if (!asked || !yes || !no) return unknownValue('failed-function', 'if() needs three arguments', range);
  if (decided !== null) return withDependencies((decided ? yes : no)(), [asked]);
  return withDependencies(unknownFrom([asked], 'a condition is not known', range), [yes(), no()]);
}

function copyIndex(values: readonly Value[], scope: Scope): Value {
  const [first, second] = values;
  const name = first?.kind === 'string' ? first.value : '';
  const offset = first?.kind === 'number' ? first : second;
  const index = scope.loopIndex(name);
  if (!index) return unknownValue('unresolved-reference', 'copyIndex() stands in no loop');
  if (index.kind !== 'number') return index;
  return offset?.kind === 'number' ? { ...index, value: index.value + offset.value } : index;
}
