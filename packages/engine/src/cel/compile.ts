/** Trees of expressions → closures over the state of a run. Three-valued: what is unknown stays unknown unless the rest decides. */
import type { CelExpr, CelLiteral } from '@kumomori/model';
import { Unanswered } from '@kumomori/model';
import { calculate, negate } from './arithmetic.ts';
import { compileComprehension } from './comprehensions.ts';
import { compare, equals } from './equality.ts';
import { faults } from './faults.ts';
import type { CelClosure, CelScope } from './scope.ts';
import { asCondition, undecidedBy, withVariable } from './scope.ts';
import { compileCall } from './calls.ts';
import type { CelRun } from './run.ts';
import { charge } from './run.ts';
import type { CelKey, CelValue } from './values.ts';
import {
  ArrayList,
  CelFault,
  CelList,
  CelMap,
  CelOptional,
  CelPartial,
  CelTypeValue,
  CelUint,
  EntryMap,
  NO_VALUE,
  isKnown,
  keyOf,
  shortTypeName,
} from './values.ts';

const typeNames: ReadonlyMap<string, string> = new Map([
  ...['bool', 'int', 'uint', 'double', 'string', 'bytes', 'list', 'map', 'null_type', 'type'].map((name) => [name, name] as const),
  ['timestamp', 'google.protobuf.Timestamp'],
  ['duration', 'google.protobuf.Duration'],
]);

/** Names that types have in expressions. */
export function isTypeName(name: string): boolean {
  return typeNames.has(name);
}

/** O(nodes). Depth is bounded by the parser. */
export function compileExpression(expression: CelExpr, scope: CelScope): CelClosure {
  const inner = (each: CelExpr): CelClosure => compileExpression(each, scope);
  switch (expression.kind) {
    case 'literal': {
      const value = literalValue(expression.value);
      return () => value;
    }
    case 'name':
      return compileName(expression.name, scope);
    case 'select':
      return compileSelect(inner(expression.of), expression.field, expression.optional);
    case 'index':
      return compileIndex(inner(expression.of), inner(expression.index), expression.optional);
    case 'call':
      return compileCall(expression, inner);
    case 'and':
      return compileLogic(expression.operands.map(inner), false);
    case 'or':
      return compileLogic(expression.operands.map(inner), true);
    case 'not': {
      const operand = inner(expression.operand);
      return (run) => {
        const value = operand(run);
        return typeof value === 'boolean' ? !value : asCondition(value);
      };
    }
    case 'negate': {
      const operand = inner(expression.operand);
      return (run) => negate(operand(run));
    }
    case 'binary':
      return compileBinary(expression, inner);
    case 'conditional':
      return compileConditional(inner(expression.test), inner(expression.yes), inner(expression.no));
    case 'list':
      return compileList(expression.items.map(inner));
    case 'map':
      return compileMap(expression.entries.map(([key, value]) => [inner(key), inner(value)] as const));
    case 'has':
      return compileHas(inner(expression.of), expression.field);
    case 'bind': {
      const value = inner(expression.value);
      const { scope: within, slot } = withVariable(scope, expression.variable);
      const body = compileExpression(expression.body, within);
      return (run) => {
        run.slots[slot] = value(run);
        return body(run);
      };
    }
    case 'comprehension':
      return compileComprehension(expression, scope, compileExpression);
  }
}

function literalValue(literal: CelLiteral): CelValue {
  return typeof literal === 'object' && literal !== null && 'uint' in literal ? new CelUint(literal.uint) : literal;
}

function compileName(name: string, scope: CelScope): CelClosure {
  const slot = scope.slots.get(name);
  if (slot !== undefined) return (run) => run.slots[slot] ?? null;
  const type = typeNames.get(name);
  const value = type === undefined ? faults.noVariable(name) : new CelTypeValue(type);
  return () => value;
}

function compileSelect(of: CelClosure, field: string, optional: boolean): CelClosure {
  if (optional) return (run) => optionalMember(of(run), field);
  return (run) => {
    const value = of(run);
    if (value instanceof CelMap) {
      const found = value.get(field);
      return found === undefined ? faults.noField(field) : found;
    }
    if (value instanceof CelOptional) return optionalMember(value, field);
    return isKnown(value) ? faults.noOverload(`.${field}`, [shortTypeName(value)]) : value;
  };
}

/** `a.?b`, `a[?b]`: no value where the key is missing. */
function optionalMember(value: CelValue, key: CelKey): CelValue {
  if (value instanceof CelOptional) return value.value === undefined ? NO_VALUE : optionalMember(value.value, key);
  if (value instanceof CelMap) {
    const found = value.get(key);
    return found === undefined ? NO_VALUE : wrapped(found);
  }
  if (value instanceof CelList && typeof key === 'bigint') {
    if (value.open) return value.open;
    return key >= 0n && key < BigInt(value.length) ? wrapped(value.at(Number(key))) : NO_VALUE;
  }
  return isKnown(value) ? faults.noOverload('.?', [shortTypeName(value)]) : value;
}

function wrapped(value: CelValue): CelValue {
  return isKnown(value) ? new CelOptional(value) : value;
}

function compileIndex(of: CelClosure, index: CelClosure, optional: boolean): CelClosure {
  return (run) => {
    const value = of(run);
    const at = index(run);
    if (value instanceof Unanswered) return value;
    if (!isKnown(at)) return at;
    if (at instanceof CelPartial) return at.unknown;
    const key = keyOf(at);
    if (key === undefined) return isKnown(value) ? faults.noOverload('[]', [shortTypeName(value), shortTypeName(at)]) : value;
    return optional || value instanceof CelOptional ? optionalMember(value, key) : member(value, key);
  };
}

function member(value: CelValue, key: CelKey): CelValue {
  if (value instanceof CelMap) {
    const found = value.get(key);
    return found === undefined ? faults.noKey(String(key)) : found;
  }
  if (value instanceof CelList && typeof key === 'bigint') {
    if (value.open) return value.open;
    return key >= 0n && key < BigInt(value.length) ? value.at(Number(key)) : faults.noIndex(String(key), value.length);
  }
  return isKnown(value) ? faults.noOverload('[]', [shortTypeName(value), typeof key]) : value;
}

/** `&&` (decided by false) and `||` (decided by true). Evidence keeps only what the operand read that decides. */
function compileLogic(operands: readonly CelClosure[], decisive: boolean): CelClosure {
  return (run) => {
    const { reads } = run.tracker;
    const mark = reads.length;
    let undecided: Unanswered | CelFault | null = null;
    for (const operand of operands) {
      const before = reads.length;
      const value = operand(run);
      if (value === decisive) {
        if (before > mark) reads.splice(mark, before - mark);
        return decisive;
      }
      if (value !== !decisive) undecided = undecidedBy(undecided, asCondition(value));
    }
    return undecided ?? !decisive;
  };
}

function compileConditional(test: CelClosure, then: CelClosure, otherwise: CelClosure): CelClosure {
  return (run) => {
    const value = test(run);
    if (value === true) return then(run);
    return value === false ? otherwise(run) : asCondition(value);
  };
}

function compileBinary({ operator, left, right }: Extract<CelExpr, { kind: 'binary' }>, inner: (each: CelExpr) => CelClosure): CelClosure {
  const a = inner(left);
  const b = inner(right);
  switch (operator) {
    case '==':
      return (run) => equals(a(run), b(run), run);
    case '!=':
      return (run) => {
        const same = equals(a(run), b(run), run);
        return typeof same === 'boolean' ? !same : same;
      };
    case '<':
      return (run) => ordered(a(run), b(run), { operator, holds: (order) => order < 0 });
    case '<=':
      return (run) => ordered(a(run), b(run), { operator, holds: (order) => order <= 0 });
    case '>':
      return (run) => ordered(a(run), b(run), { operator, holds: (order) => order > 0 });
    case '>=':
      return (run) => ordered(a(run), b(run), { operator, holds: (order) => order >= 0 });
    case 'in':
      return (run) => contains(b(run), a(run), run);
    default:
      return (run) => calculate(operator, a(run), b(run), run);
  }
}

interface Ordering {
  readonly operator: string;
  readonly holds: (order: number) => boolean;
}

function ordered(left: CelValue, right: CelValue, { operator, holds }: Ordering): CelValue {
  const order = compare(left, right);
  if (typeof order === 'number') return holds(order);
  if (order !== undefined) return order;
  return faults.noOverload(
    operator,
    [left, right].map((each) => (isKnown(each) ? shortTypeName(each) : '?')),
  );
}

/** `x in list`: true when an element certainly is x, unknown when one may be. */
export function contains(holder: CelValue, wanted: CelValue, run: CelRun): CelValue {
  if (holder instanceof Unanswered || holder instanceof CelFault) return wanted instanceof Unanswered ? wanted : holder;
  if (!isKnown(wanted)) return wanted;
  if (holder instanceof CelMap) {
    if (wanted instanceof CelPartial) return wanted.unknown;
    const key = keyOf(wanted);
    return key === undefined ? false : holder.has(key);
  }
  if (!(holder instanceof CelList)) return faults.noOverload('in', [shortTypeName(wanted), shortTypeName(holder)]);
  const { reads } = run.tracker;
  const mark = reads.length;
  let undecided: Unanswered | CelFault | null = null;
  for (let index = 0; index < holder.length; index++) {
    charge(run, 1);
    const before = reads.length;
    const same = equals(holder.at(index), wanted, run);
    if (same === true && !holder.isUncertain(index)) {
      if (before > mark) reads.splice(mark, before - mark);
      return true;
    }
    if (same === true) undecided = undecidedBy(undecided, holder.open ?? faults.noIndex(String(index), holder.length));
    else if (same !== false) undecided = undecidedBy(undecided, same);
  }
  if (reads.length === mark) holder.look();
  return undecided ?? holder.rest ?? false;
}

function compileList(items: readonly CelClosure[]): CelClosure {
  return (run) => {
    const values = items.map((item) => item(run));
    return values.find((value) => value instanceof CelFault) ?? new ArrayList(values);
  };
}

function compileMap(entries: readonly (readonly [CelClosure, CelClosure])[]): CelClosure {
  return (run) => {
    const made = new Map<CelKey, CelValue>();
    for (const [keyOfEntry, valueOfEntry] of entries) {
      const key = keyOfEntry(run);
      const value = valueOfEntry(run);
      if (!isKnown(key)) return key;
      if (value instanceof CelFault) return value;
      if (key instanceof CelPartial) return key.unknown;
      const name = keyOf(key);
      if (name === undefined) return faults.noOverload('{}', [shortTypeName(key)]);
      if (made.has(name)) return faults.badValue('{}', `the key ${String(name)} is there twice`);
      made.set(name, value);
    }
    return new EntryMap(made);
  };
}

function compileHas(of: CelClosure, field: string): CelClosure {
  return (run) => {
    const value = of(run);
    if (value instanceof CelMap) return value.hasField(field);
    if (value instanceof CelOptional) {
      const found = optionalMember(value, field);
      return found instanceof CelOptional ? found.value !== undefined : found;
    }
    return isKnown(value) ? faults.noOverload(`has(.${field})`, [shortTypeName(value)]) : value;
  };
}
