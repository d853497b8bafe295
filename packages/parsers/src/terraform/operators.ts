/** Unary, binary and conditional operators with Terraform's conversions, three-valued over unknowns. */
import type { Range, UnknownValue, Value } from '@kumomori/model';
import { boolValue, numberValue, unknownValue, withDependencies } from '@kumomori/model';
import type { BinaryOperator, Expression } from '../hcl/index.ts';
import { failure, firstUnknownIn } from './access.ts';
import { isCertainlySet } from './always-set.ts';
import { toBoolValue, toNumberValue, toStringValue, valuesEqual, isWrittenHere, withWay } from '../values/index.ts';
import type { Scope } from './scope.ts';
import { rangeOf } from './scope.ts';
import { spendOn } from './weight.ts';

type Node<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

export function unary(operator: '-' | '!', operand: Value, range: Range): Value {
  const value = operator === '!' ? toBoolValue(operand) : toNumberValue(operand);
  if (value.kind === 'unknown') return withDependencies(value, [operand]);
  if (value.kind === 'bool') return from(boolValue(!value.value, range), [operand]);
  if (value.kind === 'number') return from(numberValue(-value.value, range), [operand]);
  return withDependencies(failure(`operator ${operator} over null`, range), [operand]);
}

export function binary(node: Node<'binary'>, scope: Scope): Value {
  const range = rangeOf(scope, node);
  if (node.operator === '&&' || node.operator === '||') return logical(node, scope);
  const left = scope.run.evaluate(node.left, scope);
  const right = scope.run.evaluate(node.right, scope);
  if (node.operator === '==' || node.operator === '!=') {
    return spendOn([left, right], scope, range) ? equality(node.operator, [left, right], range) : outOfSteps(range);
  }
  return numeric(node.operator, [left, right], range);
}

/** One definite operand decides, whatever the other is; otherwise the unknown one is the answer. */
function logical(node: Node<'binary'>, scope: Scope): Value {
  const range = rangeOf(scope, node);
  const deciding = node.operator === '||';
  const left = toBoolValue(scope.run.evaluate(node.left, scope));
  if (left.kind === 'bool' && left.value === deciding) return from(boolValue(deciding, range), [left]);
  const right = toBoolValue(scope.run.evaluate(node.right, scope));
  if (right.kind === 'bool' && right.value === deciding) return from(boolValue(deciding, range), [right]);
  for (const side of [left, right]) if (side.kind === 'unknown') return withDependencies(side, [left, right]);
  if (left.kind !== 'bool' || right.kind !== 'bool')
    return withDependencies(failure(`operator ${node.operator} over null`, range), [left, right]);
  return from(boolValue(!deciding, range), [left, right]);
}

function equality(operator: '==' | '!=', sides: readonly [Value, Value], range: Range): Value {
  const same = isNullBesideSet(sides) ? false : valuesEqual(sides[0], sides[1]);
  if (same !== null) return from(boolValue(same === (operator === '=='), range), sides);
  const cause = firstUnknownIn(sides[0]) ?? firstUnknownIn(sides[1]);
  return withDependencies(becauseOf(cause, 'the compared values are not known', range), sides);
}

/** `aws_x.y.id == null`: what it is nobody knows, but null it is not. */
function isNullBesideSet([left, right]: readonly [Value, Value]): boolean {
  return (left.kind === 'null' && isCertainlySet(right)) || (right.kind === 'null' && isCertainlySet(left));
}

function numeric(operator: BinaryOperator, sides: readonly [Value, Value], range: Range): Value {
  const [left, right] = [toNumberValue(sides[0]), toNumberValue(sides[1])];
  for (const side of [left, right]) if (side.kind === 'unknown') return withDependencies(side, sides);
  if (left.kind !== 'number' || right.kind !== 'number') return withDependencies(failure(`operator ${operator} over null`, range), sides);
  if ((operator === '/' || operator === '%') && right.value === 0) return withDependencies(failure('division by zero', range), sides);
  return from(calculate(operator, [left.value, right.value], range), sides);
}

/** A result of known operands: it depends on them and goes back where they come from. */
function from(value: Value, operands: readonly Value[]): Value {
  return withDependencies(value.kind === 'unknown' ? value : withWay(value, operands), operands);
}

function outOfSteps(range: Range): UnknownValue {
  return unknownValue('limit', 'the step limit of the evaluation was reached', range);
}

function calculate(operator: BinaryOperator, [left, right]: readonly [number, number], range: Range): Value {
  switch (operator) {
    case '+':
      return numberValue(left + right, range);
    case '-':
      return numberValue(left - right, range);
    case '*':
      return numberValue(left * right, range);
    case '/':
      return numberValue(left / right, range);
    case '%':
      return numberValue(left % right, range);
    case '<':
      return boolValue(left < right, range);
    case '<=':
      return boolValue(left <= right, range);
    case '>':
      return boolValue(left > right, range);
    case '>=':
      return boolValue(left >= right, range);
    default:
      return failure(`operator ${operator} over numbers`, range);
  }
}

/** Only the branch taken is evaluated; under an unknown test both are, since two equal branches leave no doubt. */
export function conditional(node: Node<'conditional'>, scope: Scope): Value {
  const range = rangeOf(scope, node);
  const test = toBoolValue(scope.run.evaluate(node.test, scope));
  if (test.kind === 'bool') {
    const [taken, other] = test.value ? [node.then, node.else] : [node.else, node.then];
    const value = unified(scope.run.evaluate(taken, scope), other);
    // What is written in the branch itself was chosen by the test, and that is where a reader has to look.
    return withDependencies(isWrittenHere(value) ? withWay(value, [test]) : value, [test]);
  }
  const [then, otherwise] = [scope.run.evaluate(node.then, scope), scope.run.evaluate(node.else, scope)];
  if (spendOn([then, otherwise], scope, range) && valuesEqual(then, otherwise) === true) return withDependencies(then, [test, otherwise]);
  const reason = test.kind === 'unknown' ? test : failure('the test of a conditional is null', range);
  const choice = unknownValue(reason.reason.code, `depends on a condition that is not known: ${reason.reason.detail}`, range);
  const mayBeNull = [then, otherwise].some((branch) => branch.kind === 'null' || (branch.kind === 'unknown' && branch.mayBeNull));
  return withDependencies({ ...choice, via: test.via, ...(mayBeNull && { mayBeNull }) }, [test, then, otherwise]);
}

/** Both branches have one type in the end: beside a text, a number or boolean becomes a text. */
function unified(value: Value, other: Expression): Value {
  if (value.kind !== 'number' && value.kind !== 'bool') return value;
  const isText = other.kind === 'template' ? other.parts.length > 1 : other.kind === 'literal' && typeof other.value === 'string';
  return isText ? toStringValue(value) : value;
}

function becauseOf(cause: UnknownValue | null, fallback: string, range: Range): UnknownValue {
  return cause ? { ...cause, range } : unknownValue('unsupported', fallback, range);
}
