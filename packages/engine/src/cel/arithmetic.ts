/** `+ - * / %` and the sign: int and uint of 64 bits without wrapping, double, text, bytes, lists, times. */
import { Unanswered } from '@kumomori/model';
import { knownItems } from './equality.ts';
import { faults } from './faults.ts';
import type { CelRun } from './run.ts';
import { charge } from './run.ts';
import type { CelValue, KnownCelValue } from './values.ts';
import { ArrayList, CelFault, CelList, CelPartial, CelTime, CelUint, isKnown, shortTypeName, worseOf } from './values.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

const MIN_INT = -(2n ** 63n);
const MAX_INT = 2n ** 63n - 1n;
const MAX_UINT = 2n ** 64n - 1n;
/** Years 1 to 9999, as in CEL. */
const MIN_TIME = -62_135_596_800_000_000_000n;
const MAX_TIME = 253_402_300_799_999_999_999n;
/** Longest text that an expression may make. */
const MAX_TEXT = 1_000_000;

export function intOf(value: bigint): CelValue {
  return value < MIN_INT || value > MAX_INT ? faults.overflow() : value;
}
export function uintOf(value: bigint): CelValue {
  return value < 0n || value > MAX_UINT ? faults.overflow() : new CelUint(value);
}
export function timestampOf(nanoseconds: bigint): CelValue {
  return nanoseconds < MIN_TIME || nanoseconds > MAX_TIME ? faults.timeRange() : new CelTime('timestamp', nanoseconds);
}
export function durationOf(nanoseconds: bigint): CelValue {
  return nanoseconds < MIN_INT || nanoseconds > MAX_INT ? faults.timeRange() : new CelTime('duration', nanoseconds);
}

/** Unknown when an operand is; an error for types that do not go together, for overflow and division by zero. */
export function calculate(operator: ArithmeticOperator, left: CelValue, right: CelValue, run: CelRun): CelValue {
  if (typeof left === 'bigint' && typeof right === 'bigint') return integers(operator, left, right, intOf);
  if (!isKnown(left) || !isKnown(right)) return undecided(left, right);
  if (typeof left === 'number' && typeof right === 'number') return doubles(operator, left, right);
  if (left instanceof CelUint && right instanceof CelUint) return integers(operator, left.value, right.value, uintOf);
  // Shapes and JSON have numbers of either kind: they go together, as a double.
  if (typeof left === 'number' && typeof right === 'bigint') return doubles(operator, left, Number(right));
  if (typeof left === 'bigint' && typeof right === 'number') return doubles(operator, Number(left), right);
  const other = operator === '+' ? add(left, right, run) : operator === '-' ? subtract(left, right) : undefined;
  return other ?? faults.noOverload(operator, [shortTypeName(left), shortTypeName(right)]);
}

function undecided(left: CelValue, right: CelValue): CelValue {
  if (left instanceof Unanswered) return right instanceof Unanswered ? worseOf(left, right) : left;
  if (right instanceof Unanswered) return right;
  return left instanceof CelFault ? left : right;
}

export function negate(value: CelValue): CelValue {
  if (typeof value === 'bigint') return intOf(-value);
  if (typeof value === 'number') return -value;
  if (value instanceof CelTime && value.kind === 'duration') return durationOf(-value.nanoseconds);
  return isKnown(value) ? faults.noOverload('-', [shortTypeName(value)]) : value;
}

function integers(operator: ArithmeticOperator, left: bigint, right: bigint, make: (value: bigint) => CelValue): CelValue {
  switch (operator) {
    case '+':
      return make(left + right);
    case '-':
      return make(left - right);
    case '*':
      return make(left * right);
    case '/':
      return right === 0n ? faults.zero() : make(left / right);
    case '%':
      return right === 0n ? faults.zero() : make(left % right);
  }
}

function doubles(operator: ArithmeticOperator, left: number, right: number): CelValue {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return faults.noOverload('%', ['double', 'double']);
  }
}

function add(left: KnownCelValue, right: KnownCelValue, run: CelRun): CelValue | undefined {
  if (left instanceof CelPartial || right instanceof CelPartial) return addPartial(left, right, run);
  if (typeof left === 'string' && typeof right === 'string') return textOf(left + right, run);
  if (left instanceof CelList && right instanceof CelList) return addLists(left, right, run);
  if (left instanceof Uint8Array && right instanceof Uint8Array) {
    charge(run, (left.length + right.length) / 10);
    return left.length + right.length > MAX_TEXT ? faults.overflow() : Uint8Array.from([...left, ...right]);
  }
  if (left instanceof CelTime && right instanceof CelTime) {
    const sum = left.nanoseconds + right.nanoseconds;
    if (left.kind === 'duration') return right.kind === 'duration' ? durationOf(sum) : timestampOf(sum);
    return right.kind === 'duration' ? timestampOf(sum) : undefined;
  }
  return undefined;
}

function addPartial(left: KnownCelValue, right: KnownCelValue, run: CelRun): CelValue | undefined {
  const [a, b] = [left, right].map((each) => (each instanceof CelPartial ? each.text : each));
  const unknown = left instanceof CelPartial ? left.unknown : right instanceof CelPartial ? right.unknown : null;
  if (typeof a !== 'string' || typeof b !== 'string' || !unknown) return undefined;
  const sum = textOf(a + b, run);
  return typeof sum === 'string' ? new CelPartial(sum, unknown) : sum;
}

/** The text, charged by its length; an error when it is longer than a million characters. */
export function textOf(text: string, run: CelRun): CelValue {
  charge(run, text.length / 10);
  return text.length > MAX_TEXT ? faults.badValue('string', `longer than ${MAX_TEXT} characters`) : text;
}

function addLists(left: CelList, right: CelList, run: CelRun): CelValue {
  charge(run, left.length + right.length);
  const uncertain = new Set<number>();
  const items: CelValue[] = [];
  for (const list of [left, right]) {
    for (let index = 0; index < list.length; index++) {
      if (list.isUncertain(index)) uncertain.add(items.length);
      items.push(list.at(index));
    }
  }
  return new ArrayList(items, uncertain.size > 0 ? uncertain : null, left.rest ?? right.rest);
}

function subtract(left: KnownCelValue, right: KnownCelValue): CelValue | undefined {
  if (!(left instanceof CelTime) || !(right instanceof CelTime)) return undefined;
  const difference = left.nanoseconds - right.nanoseconds;
  if (left.kind === right.kind) return durationOf(difference);
  return left.kind === 'timestamp' ? timestampOf(difference) : undefined;
}

/** The numbers of a list, added. */
export function sumOf(list: CelList, run: CelRun): CelValue {
  const items = knownItems(list);
  if (!Array.isArray(items)) return items as CelValue; // an answer that is no list of items is a value
  let sum: CelValue = items[0] ?? 0n;
  for (const item of items.slice(1)) {
    charge(run, 1);
    sum = calculate('+', sum, item, run);
  }
  return sum;
}
