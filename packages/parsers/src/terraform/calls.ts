/** Function calls: the lazy ones here, all others through the function table. */
import type { Range, UnknownValue, Value } from '@kumomori/model';
import { boolValue, unknownValue, withDependencies } from '@kumomori/model';
import type { Expression } from '../hcl/index.ts';
import { failure, failureIn, selectChild } from './access.ts';
import { asComputed } from './always-set.ts';
import type { FunctionContext } from './functions/index.ts';
import { callFunction, fileOf } from './functions/index.ts';
import { isWrittenHere, withWay, knownLength } from '../values/index.ts';
import type { Scope } from './scope.ts';
import { rangeOf } from './scope.ts';
import { renderTemplateText } from './template-text.ts';
import { spendOn } from './weight.ts';

type CallNode = Extract<Expression, { kind: 'call' }>;

/** These hand on elements of their arguments, which must not forget the way the argument went. */
const KEEPS_ELEMENTS = new Set(
  'chunklist coalescelist compact concat distinct element flatten list lookup map matchkeys merge one reverse setintersection setproduct setsubtract setunion slice sort tolist tomap toset values zipmap'.split(
    ' ',
  ),
);
/** These answer null only when that is what they were given. */
const KEEPS_NULL = new Set(['coalesce', 'nonsensitive', 'one', 'sensitive', 'tostring']);
/** These look at one element, whatever the size of the collection. */
const CHEAP = new Set(['lookup', 'element', 'one']);
const MAX_MOVED_ELEMENTS = 2_000;

export function evaluateCall(node: CallNode, scope: Scope): Value {
  if (node.name === 'try') return evaluateTry(node, scope);
  if (node.name === 'can') return evaluateCan(node, scope);
  const range = rangeOf(scope, node);
  const args = evaluateArguments(node, scope);
  if (!Array.isArray(args)) return withDependencies({ ...args, range: args.range ?? range }, [args]);
  if (!CHEAP.has(node.name) && !spendOn(args, scope, range))
    return unknownValue('limit', 'the step limit of the evaluation was reached', range);
  if (node.name === 'yamldecode' && !scope.run.spend(costOfYaml(args), range))
    return unknownValue('limit', 'the step limit of the evaluation was reached', range);
  const moved = KEEPS_ELEMENTS.has(node.name) ? args.map(moveElements) : args;
  const result = callFunction(node.name, moved, functionContext(scope, range));
  scope.run.spend(cost(result), range);
  if (result.kind === 'unknown') return KEEPS_NULL.has(node.name) ? result : asComputed(result);
  return isComputed(result, range) ? withWay(result, args) : result;
}

/** The arguments, or the unknown that makes their number unknown. */
function evaluateArguments(node: CallNode, scope: Scope): Value[] | UnknownValue {
  const args = node.args.map((arg) => scope.run.evaluate(arg, scope));
  if (!node.expandLast) return args;
  const last = args.pop();
  if (last === undefined) return args;
  if (last.kind === 'unknown') return withDependencies(last, args);
  if (last.kind !== 'list' && last.kind !== 'set') return failure('only a list can be expanded with ...', rangeOf(scope, node));
  const items = last.items.map((item) => selectChild(last, item));
  // merge, concat and the like accept an unknown argument anywhere, which is just what an unknown rest means.
  return last.rest ? [...args, ...items, withDependencies(last.rest, [last])] : [...args, ...items];
}

/** The first argument that neither fails nor holds anything that does: an unknown that only the cloud knows counts as an answer. */
function evaluateTry(node: CallNode, scope: Scope): Value {
  let last: Value = failure('try() without arguments', rangeOf(scope, node));
  for (const arg of node.args) {
    last = scope.run.evaluate(arg, scope);
    const failed = failureIn(last);
    if (failed === null) return last;
    last = failed;
  }
  return last;
}

function evaluateCan(node: CallNode, scope: Scope): Value {
  const range = rangeOf(scope, node);
  const [arg] = node.args;
  if (arg === undefined) return failure('can() without an argument', range);
  const value = scope.run.evaluate(arg, scope);
  const failed = failureIn(value);
  if (value.kind === 'unknown' && failed === null) return value;
  return withDependencies(withWay(boolValue(failed === null, range), [value]), [value]);
}

/** A document knows the ways of its parts; that one of them was put in says nothing about the others. */
function isComputed(value: Value, call: Range): boolean {
  if (value.kind === 'string' || value.kind === 'template') return value.structure === null;
  return value.kind === 'number' || value.kind === 'bool' || (value.range === call && isWrittenHere(value));
}

function moveElements(value: Value): Value {
  if (value.via === null && value.refs.length === 0 && !value.sensitive) return value;
  if ((value.kind === 'list' || value.kind === 'set') && value.items.length <= MAX_MOVED_ELEMENTS) {
    return { ...value, items: value.items.map((item) => selectChild(value, item)) };
  }
  if (value.kind !== 'map' || value.entries.size > MAX_MOVED_ELEMENTS) return value;
  const entries = new Map<string, Value>();
  for (const [key, entry] of value.entries) entries.set(key, selectChild(value, entry));
  return { ...value, entries };
}

function functionContext(scope: Scope, range: Range): FunctionContext {
  const { module } = scope;
  return {
    range,
    moduleDir: module.dir === '' ? '.' : module.dir,
    rootDir: module.rootDir === '' ? '.' : module.rootDir,
    readText: (path) => module.files.readText(path),
    listFiles: (dir) => module.files.listFiles(dir),
    renderTemplate: (template, variables) => renderTemplateText({ ...template, variables }, scope, range),
  };
}

function cost(value: Value): number {
  if (value.kind === 'list' || value.kind === 'set') return value.items.length;
  if (value.kind === 'map') return value.entries.size;
  return value.kind === 'string' ? value.value.length >> 8 : 0;
}

/** A step for every 8 characters: the parser of YAML is slow (1 to 2 MB/s), and only what a file says is parsed once. */
function costOfYaml(args: readonly Value[]): number {
  let cost = 0;
  for (const arg of args) {
    if ((arg.kind !== 'string' && arg.kind !== 'template') || arg.structure !== null) continue;
    if (arg.kind === 'template' || fileOf(arg) === null) cost += knownLength(arg.kind === 'string' ? [arg.value] : arg.parts) >> 3;
  }
  return cost;
}
