/** Conditions, three-valued, and Fn::If. */
import type { Range, Value } from '@kumomori/model';
import { boolValue, mapValue, unknownValue, withDependencies } from '@kumomori/model';
import { isWrittenHere, toBoolValue, toStringValue, valuesEqual, withWay } from '../../values/index.ts';
import type { Scope } from '../scope.ts';
import { NO_VALUE } from '../scope.ts';
import type { Call } from './call.ts';
import { failure, written } from './call.ts';

/** What a condition gives: a boolean or unknown. `Condition` is a function here only; elsewhere it may be a property. */
export function evaluateCondition(condition: Value, scope: Scope, evaluate: (value: Value) => Value): Value {
  const [only] = condition.kind === 'map' && condition.entries.size === 1 ? condition.entries : [];
  if (only?.[0] === 'Condition' && only[1].kind === 'string') return scope.condition(only[1].value, condition.range);
  const value = toBoolValue(evaluate(condition));
  return value.kind === 'bool' || value.kind === 'unknown' ? value : failure('a condition must be true or false', condition.range);
}

export function equals({ argument, range, evaluate }: Call): Value {
  const [left, right] = (written(argument) ?? []).map((each) => evaluate(each));
  if (!left || !right) return failure('Fn::Equals needs two values', range);
  const same = valuesEqual(plain(left), plain(right));
  if (same !== null) return withDependencies(withWay(boolValue(same, range), [left, right]), [left, right]);
  const cause = left.kind === 'unknown' ? left : right.kind === 'unknown' ? right : null;
  const unknown = cause ?? unknownValue('computed', 'the compared values are not known', range);
  return withDependencies(unknown, [left, right]);
}

/** CloudFormation compares texts: 1 is "1", and a property without value is an empty text. */
function plain(value: Value): Value {
  return value.kind === 'number' || value.kind === 'bool' ? toStringValue(value) : value;
}

/** Fn::And (`deciding` false) and Fn::Or (true): one operand may decide, whatever the others are. */
export function logical(deciding: boolean): (call: Call) => Value {
  return ({ argument, range, scope, evaluate }) => {
    const operands = (written(argument) ?? []).map((each) => evaluateCondition(each, scope, evaluate));
    if (operands.length === 0) return failure('Fn::And and Fn::Or need conditions', range);
    const decided = operands.find((operand) => operand.kind === 'bool' && operand.value === deciding);
    if (decided) return withDependencies(withWay(boolValue(deciding, range), [decided]), [decided]);
    const unknown = operands.find((operand) => operand.kind === 'unknown');
    return unknown ? withDependencies(unknown, operands) : withDependencies(withWay(boolValue(!deciding, range), operands), operands);
  };
}

export function not({ argument, range, scope, evaluate }: Call): Value {
  const [operand] = written(argument) ?? [argument];
  if (!operand) return failure('Fn::Not needs a condition', range);
  const value = evaluateCondition(operand, scope, evaluate);
  return value.kind === 'bool' ? withDependencies(withWay(boolValue(!value.value, range), [value]), [value]) : value;
}

/** Under a condition that is not known both branches are evaluated, since what they agree on leaves no doubt. */
export function choose({ argument, range, scope, evaluate }: Call): Value {
  const [condition, then, otherwise] = written(argument) ?? [];
  if (!condition || !then || !otherwise) return failure('Fn::If needs a condition and two values', range);
  const test =
    condition.kind === 'string' ? scope.condition(condition.value, condition.range) : evaluateCondition(condition, scope, evaluate);
  if (test.kind === 'bool') {
    const value = evaluate(test.value ? then : otherwise);
    if (value === NO_VALUE) return value;
    // What is written in the branch itself was chosen by the test, and that is where a reader has to look.
    return withDependencies(isWrittenHere(value) ? withWay(value, [test]) : value, [test]);
  }
  return either([evaluate(then), evaluate(otherwise)], test, range);
}

/** One of two values: what they have in common is known, the rest unknown for the reason of the test. */
function either([then, otherwise]: readonly [Value, Value], test: Value, range: Range | null): Value {
  if (then === otherwise || (then !== NO_VALUE && otherwise !== NO_VALUE && valuesEqual(then, otherwise) === true)) return then;
  if (then.kind === 'map' && otherwise.kind === 'map') {
    const entries = new Map<string, Value>();
    for (const key of new Set([...then.entries.keys(), ...otherwise.entries.keys()]))
      entries.set(key, either([then.entries.get(key) ?? NO_VALUE, otherwise.entries.get(key) ?? NO_VALUE], test, range));
    return withDependencies(mapValue(entries, then.range, then.rest ?? otherwise.rest), [test]);
  }
  const reason = test.kind === 'unknown' ? test.reason : { code: 'computed' as const, detail: 'it is not known' };
  const choice = unknownValue(reason.code, `depends on a condition that is not known: ${reason.detail}`, range);
  const mayBeNull = [then, otherwise].some((branch) => branch.kind === 'null' || (branch.kind === 'unknown' && branch.mayBeNull));
  return withDependencies({ ...choice, via: test.via, ...(mayBeNull && { mayBeNull }) }, [test, then, otherwise]);
}
