/** Evaluation of one expression: dispatch over the kinds of nodes. Every result is bounded in size, the whole in steps and depth. */
import type { Range, TemplateValue, UnknownValue, Value } from '@kumomori/model';
import { boolValue, listValue, mapValue, nullValue, numberValue, stringValue, unknownValue, withDependencies } from '@kumomori/model';
import type { Expression, ObjectEntry } from '../hcl/index.ts';
import { attributeOf, elementOf, failure } from './access.ts';
import { evaluateCall } from './calls.ts';
import { toStringValue } from '../values/index.ts';
import { evaluateFor, evaluateSplat } from './loops.ts';
import { binary, conditional, unary } from './operators.ts';
import { lookupFrame, resolveTraversal } from './references.ts';
import type { Scope } from './scope.ts';
import { rangeOf } from './scope.ts';
import { structureOfLiteral } from './structure.ts';
import { evaluateTemplate } from './templates.ts';
import { bounded } from './weight.ts';

type Node<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

/**
 * The value of an expression. Never throws: what cannot be evaluated is an unknown value with the reason. Lazy like Terraform in
 * `try`, `can`, `&&`, `||` and conditionals.
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  if (expression.kind === 'literal') return literal(expression, scope);
  const { run } = scope;
  const range = rangeOf(scope, expression);
  if (!run.spend(1, range)) return outOfSteps(range);
  if (run.depth >= run.limits.depth) {
    run.report(range, { code: 'limit', message: 'expressions and references are nested too deeply; the value is treated as unknown' });
    return unknownValue('limit', 'nested too deeply', range);
  }
  run.depth += 1;
  const value = evaluateNode(expression, scope);
  run.depth -= 1;
  return value;
}

function outOfSteps(range: Range): UnknownValue {
  return unknownValue('limit', 'the step limit of the evaluation was reached', range);
}

function evaluateNode(node: Exclude<Expression, { kind: 'literal' }>, scope: Scope): Value {
  switch (node.kind) {
    case 'template':
      return bounded(evaluateTemplate(node, scope), scope.run, rangeOf(scope, node));
    case 'list':
      return evaluateList(node, scope);
    case 'object':
      return evaluateObject(node, scope);
    case 'name':
    case 'attribute':
    case 'index':
      return evaluateTraversal(node, scope);
    case 'splat':
      return evaluateSplat(node, scope);
    case 'splat-item':
      return lookupFrame(scope, '*')?.value ?? failure('a splat outside of a list', rangeOf(scope, node));
    case 'call':
      return bounded(evaluateCall(node, scope), scope.run, rangeOf(scope, node));
    case 'unary':
      return unary(node.operator, evaluate(node.operand, scope), rangeOf(scope, node));
    case 'binary':
      return binary(node, scope);
    case 'conditional':
      return conditional(node, scope);
    case 'for':
      return bounded(evaluateFor(node, scope), scope.run, rangeOf(scope, node));
    case 'invalid':
      return unknownValue('unsupported', 'the expression could not be parsed', rangeOf(scope, node));
  }
}

function literal(node: Node<'literal'>, scope: Scope): Value {
  const range = rangeOf(scope, node);
  if (typeof node.value === 'string') return stringValue(node.value, range, structureOfLiteral(node, node.value, scope.source));
  if (typeof node.value === 'number') return numberValue(node.value, range);
  return node.value === null ? nullValue(range) : boolValue(node.value, range);
}

function evaluateList(node: Node<'list'>, scope: Scope): Value {
  const range = rangeOf(scope, node);
  if (!scope.run.spend(node.items.length, range)) return outOfSteps(range);
  const items = node.items.map((item) => evaluate(item, scope));
  return bounded(listValue(items, range), scope.run, range);
}

function evaluateObject(node: Node<'object'>, scope: Scope): Value {
  const range = rangeOf(scope, node);
  if (!scope.run.spend(node.entries.length, range)) return outOfSteps(range);
  const entries = new Map<string, Value>();
  const unnamed: (readonly [TemplateValue, Value])[] = [];
  let rest: UnknownValue | null = null;
  for (const entry of node.entries) {
    const key = objectKey(entry, scope);
    if (key.kind === 'string') entries.set(key.value, withDependencies(evaluate(entry.value, scope), [key]));
    else if (key.kind === 'unknown') rest ??= withDependencies(key, [evaluate(entry.value, scope)]);
    else rest ??= unknownValue('unsupported', 'a key of the object is not known', rangeOf(scope, entry.key));
    if (key.kind === 'template') unnamed.push([key, evaluate(entry.value, scope)]);
  }
  const value = mapValue(entries, range, rest);
  return bounded(unnamed.length > 0 ? { ...value, unnamed } : value, scope.run, range);
}

/** The parser has made a bare name a literal; whatever else stands there is made a string. */
function objectKey(entry: ObjectEntry, scope: Scope): Value {
  return toStringValue(evaluate(entry.key, scope));
}

/** `a.b[c].d`: the root decides how far a reference goes; what is left over selects inside its value. */
function evaluateTraversal(node: Node<'name' | 'attribute' | 'index'>, scope: Scope): Value {
  const steps: Node<'attribute' | 'index'>[] = [];
  let root: Expression = node;
  while (root.kind === 'attribute' || root.kind === 'index') {
    steps.push(root);
    root = root.target;
  }
  steps.reverse();
  const resolved = root.kind === 'name' ? resolveTraversal(root, steps, scope) : { value: evaluate(root, scope), used: 0 };
  let { value } = resolved;
  for (const step of steps.slice(resolved.used)) {
    const range = rangeOf(scope, step);
    value = step.kind === 'attribute' ? attributeOf(value, step.name, range) : elementOf(value, evaluate(step.key, scope), range);
  }
  return value;
}
