/** What the first names of a traversal mean: variables of loops, `var`, `local`, `module`, `data`, resources, `each`, `count`, `path`. */
import type { Range, Reference, UnknownValue, Value } from '@kumomori/model';
import { boolValue, listValue, mapValue, stringValue, unknownValue, withDependencies, withStep } from '@kumomori/model';
import type { Expression } from '../hcl/index.ts';
import { attributeOf, unresolved } from './access.ts';
import { relativePath } from './paths.ts';
import type { Expandable, Frame, InstanceView, Instances, Scope } from './scope.ts';
import { rangeOf } from './scope.ts';

type NameNode = Extract<Expression, { kind: 'name' }>;
export type Step = Extract<Expression, { kind: 'attribute' | 'index' }>;

/** The value of the root and how many steps of the traversal went into it. */
export interface Resolved {
  readonly value: Value;
  readonly used: number;
}

export function lookupFrame(scope: Scope, name: string): Frame | null {
  for (let frame = scope.frame; frame !== null; frame = frame.next) if (frame.name === name) return frame;
  return null;
}

export function resolveTraversal(root: NameNode, steps: readonly Step[], scope: Scope): Resolved {
  const frame = lookupFrame(scope, root.name);
  if (frame) return frame.iterator ? iteratorValue(frame, { root, steps, scope }) : { value: frame.value, used: 0 };
  if (scope.isolated) return { value: unresolved(`"${root.name}" is not defined here`, rangeOf(scope, root)), used: steps.length };
  const lookup = { root, steps, scope };
  switch (root.name) {
    case 'var':
      return named(lookup, (name) => scope.module.variable(name), { kind: 'variable', noun: 'variable' });
    case 'local':
      return named(lookup, (name) => scope.module.local(name), { kind: 'local', noun: 'local value' });
    case 'module':
      return moduleReference(lookup);
    case 'data':
      return dataReference(lookup);
    case 'each':
    case 'count':
      return instanceReference(lookup);
    case 'path':
    case 'terraform':
    case 'tofu':
      return { value: environmentValue(lookup), used: 1 };
    case 'self':
      return { value: unknownValue('computed', 'self is known when the resource exists', rangeOf(scope, root)), used: steps.length };
    case 'ephemeral':
      return { value: ephemeralValue(lookup), used: steps.length };
    default:
      return steps.length === 0 ? bareWord(lookup) : resourceReference(lookup);
  }
}

/** Values of ephemeral resources exist only while Terraform runs and are secrets by nature. */
function ephemeralValue(lookup: Lookup): Value {
  return {
    ...unknownValue('computed', 'ephemeral values exist only while Terraform runs', spanOf(lookup, lookup.steps.length)),
    sensitive: true,
  };
}

/** `True` is an error in Terraform, yet leaves no doubt about what the author meant. */
function bareWord(lookup: Lookup): Resolved {
  const { root, scope } = lookup;
  const range = rangeOf(scope, root);
  const word = root.name.toLowerCase();
  if (word !== 'true' && word !== 'false') return incomplete(lookup);
  scope.run.report(range, { code: 'bare-word', message: `${root.name} is not a value in Terraform; it was read as ${word}` });
  return { value: boolValue(word === 'true', range), used: 0 };
}

interface Lookup {
  readonly root: NameNode;
  readonly steps: readonly Step[];
  readonly scope: Scope;
}

/** The name a step selects, when it is written out: `.name` or `["name"]`. */
function nameOf(step: Step | undefined): string | null {
  if (step?.kind === 'attribute') return step.name;
  return step?.kind === 'index' && step.key.kind === 'literal' && typeof step.key.value === 'string' ? step.key.value : null;
}

function spanOf({ root, steps, scope }: Lookup, used: number): Range {
  return { source: scope.source, start: root.start, end: steps[used - 1]?.end ?? root.end };
}

function incomplete(lookup: Lookup): Resolved {
  const { steps } = lookup;
  return { value: unresolved(`"${lookup.root.name}" is not a complete reference`, spanOf(lookup, steps.length)), used: steps.length };
}

function named(
  lookup: Lookup,
  find: (name: string) => Value | null,
  { kind, noun }: { kind: 'variable' | 'local'; noun: string },
): Resolved {
  const name = nameOf(lookup.steps[0]);
  if (name === null) return incomplete(lookup);
  const range = spanOf(lookup, 1);
  const value = find(name);
  if (value === null) return { value: unresolved(`${noun} "${name}" is not declared`, range), used: 1 };
  return { value: withStep(value, { kind, name: `${lookup.root.name}.${name}`, range }), used: 1 };
}

function iteratorValue(frame: Frame, lookup: Lookup): Resolved {
  const name = nameOf(lookup.steps[0]);
  if (name === null) return { value: frame.value, used: 0 };
  const range = spanOf(lookup, 1);
  return { value: withStep(attributeOf(frame.value, name, range), { kind: 'each', name: `${frame.name}.${name}`, range }), used: 1 };
}

function instanceReference(lookup: Lookup): Resolved {
  const { root, steps, scope } = lookup;
  const name = nameOf(steps[0]);
  if (name === null) return incomplete(lookup);
  const { instance } = scope;
  const range = spanOf(lookup, 1);
  const value =
    root.name === 'count'
      ? name === 'index'
        ? instance.countIndex
        : null
      : name === 'key'
        ? instance.eachKey
        : name === 'value'
          ? instance.eachValue
          : null;
  if (value === null) return { value: unresolved(`${root.name}.${name} is not available in this block`, range), used: 1 };
  return { value: withStep(value, { kind: 'each', name: `${root.name}.${name}`, range }), used: 1 };
}

function environmentValue(lookup: Lookup): Value {
  const { root, steps, scope } = lookup;
  const name = nameOf(steps[0]);
  const range = spanOf(lookup, 1);
  const { module, run } = scope;
  if (root.name !== 'path')
    return name === 'workspace' ? stringValue(run.workspace, range) : unresolved(`${root.name}.${name} is not known`, range);
  // Both as Terraform prints them when it is run in the root module's folder, which relative file names are resolved against.
  if (name === 'module') return stringValue(relativePath(module.rootDir, module.dir), range);
  if (name === 'root' || name === 'cwd') return stringValue('.', range);
  return unresolved(`path.${name} is not known`, range);
}

function moduleReference(lookup: Lookup): Resolved {
  const name = nameOf(lookup.steps[0]);
  if (name === null) return incomplete(lookup);
  const call = lookup.scope.module.moduleCall(name);
  if (call === null) return undeclared(lookup, `module.${name}`, 1);
  return expandableReference(call, { lookup, used: 1, kind: 'module-output', name: `module.${name}` });
}

function dataReference(lookup: Lookup): Resolved {
  const [type, name] = [nameOf(lookup.steps[0]), nameOf(lookup.steps[1])];
  if (type === null || name === null) return incomplete(lookup);
  const resource = lookup.scope.module.resource('data', type, name);
  if (resource === null) return undeclared(lookup, `data.${type}.${name}`, 2);
  return expandableReference(resource, { lookup, used: 2, kind: 'resource-attribute', name: `data.${type}.${name}` });
}

function resourceReference(lookup: Lookup): Resolved {
  const type = lookup.root.name;
  const name = nameOf(lookup.steps[0]);
  if (name === null) return incomplete(lookup);
  const resource = lookup.scope.module.resource('managed', type, name);
  if (resource === null) return undeclared(lookup, `${type}.${name}`, 1);
  return expandableReference(resource, { lookup, used: 1, kind: 'resource-attribute', name: `${type}.${name}` });
}

/** The edge is kept: two blocks that name the same missing resource still belong together. */
function undeclared(lookup: Lookup, name: string, used: number): Resolved {
  const { module } = lookup.scope;
  const address = module.address === '' ? name : `${module.address}.${name}`;
  const attribute = nameOf(lookup.steps[used]) ?? '';
  const value = unresolved(`${name} is not declared`, spanOf(lookup, used));
  return { value: { ...value, refs: [{ address, attribute }] }, used: lookup.steps.length };
}

interface Target {
  readonly lookup: Lookup;
  /** Steps of the traversal up to and including the name. */
  readonly used: number;
  readonly kind: 'module-output' | 'resource-attribute';
  /** As the author wrote it, without instance key. */
  readonly name: string;
}

/** Instance, attribute, or the whole collection: as far as the written steps say. */
function expandableReference(target: Expandable, { lookup, used, kind, name }: Target): Resolved {
  const instances = target.instances();
  const next = lookup.steps[used];
  if (instances.kind === 'single') {
    const [view] = instances.items;
    if (view === undefined) return absent(lookup, target, used, instances.rest);
    // `x[0]` on a block that is not counted any more is an error in Terraform; the edge is worth more to a reader.
    const skipped = next?.kind === 'index' && next.key.kind === 'literal' && next.key.value === 0 ? used + 1 : used;
    return fromView(view, { lookup, used: skipped, kind, name });
  }
  if (next === undefined) return { value: collectionOf(target, instances, spanOf(lookup, used)), used };
  if (next.kind === 'index') return indexedReference(target, instances, { lookup, used, kind, name });
  const [first] = instances.items;
  return first === undefined ? absent(lookup, target, used) : fromView(first, { lookup, used, kind, name });
}

function absent(lookup: Lookup, target: Expandable, used: number, rest: UnknownValue | null = null): Resolved {
  const attribute = nameOf(lookup.steps[used]) ?? '';
  const value = rest ?? unresolved(`${target.address} has no instance here`, spanOf(lookup, used));
  return { value: { ...value, refs: [{ address: target.address, attribute }] }, used: lookup.steps.length };
}

function indexedReference(target: Expandable, instances: Instances, written: Target): Resolved {
  const { lookup, used } = written;
  const step = lookup.steps[used];
  if (step?.kind !== 'index') return incomplete(lookup);
  const key = lookup.scope.run.evaluate(step.key, lookup.scope);
  const last = instances.rest === null ? undefined : instances.items.at(-1);
  if (key.kind === 'unknown' || key.kind === 'template') {
    const [only] = instances.items;
    if (instances.items.length === 1 && only) return fromView(only, { ...written, used: used + 1 });
    const value = unknownValue('computed', `which instance of ${target.address} is meant is not known`, spanOf(lookup, used + 1));
    const refs: readonly Reference[] = [{ address: target.address, attribute: nameOf(lookup.steps[used + 1]) ?? '' }];
    return { value: withDependencies({ ...value, refs }, [key]), used: lookup.steps.length };
  }
  const wanted = key.kind === 'string' || key.kind === 'number' || key.kind === 'bool' ? String(key.value) : null;
  const view = instances.items.find((item) => item.key !== null && String(item.key) === wanted) ?? last;
  if (view === undefined) return absent(lookup, target, used + 1);
  const found = fromView(view, { ...written, used: used + 1 });
  return key.sensitive || key.refs.length > 0 ? { ...found, value: withDependencies(found.value, [key]) } : found;
}

function fromView(view: InstanceView, { lookup, used, kind, name }: Target): Resolved {
  const attribute = nameOf(lookup.steps[used]);
  if (attribute === null) return { value: view.object(), used };
  const value = view.attribute(attribute);
  if (value.kind === 'unknown' && value.via === null && kind === 'resource-attribute')
    return { value: { ...value, range: spanOf(lookup, used + 1) }, used: used + 1 };
  return { value: withStep(value, { kind, name: `${name}.${attribute}`, range: spanOf(lookup, used + 1) }), used: used + 1 };
}

/** All instances as `x`, `x[*]` or a for-expression sees them: a list for count, a map for for_each. */
function collectionOf(target: Expandable, instances: Instances, range: Range): Value {
  const rest: UnknownValue | null = instances.rest
    ? { ...instances.rest, refs: [{ address: target.address, attribute: '' }, ...instances.rest.refs] }
    : null;
  const certain = instances.items.filter((item) => item.key !== null);
  if (instances.kind === 'count')
    return listValue(
      certain.map((item) => item.object()),
      range,
      rest,
    );
  return mapValue(new Map(certain.map((item) => [String(item.key), item.object()])), range, rest);
}
