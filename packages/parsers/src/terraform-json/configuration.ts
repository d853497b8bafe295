/** The `configuration` of a plan: which attributes are written, and what their expressions refer to. */
import type { Source } from '@kumomori/model';
import type { JsonNode, JsonPath } from '../json/index.ts';
import { walkJson } from '../json/index.ts';
import { items, members, text } from './read.ts';

/** What one attribute's expression says. */
export interface WrittenExpression {
  /** `aws_s3_bucket.logs.id`, `var.name`, `each.key`, `module.logs.arn` … */
  readonly references: readonly string[];
}

type Written = ReadonlyMap<string, WrittenExpression>;

interface Module {
  /** Attributes by `type.name` and `data.type.name`. */
  readonly resources: Map<string, Written>;
  readonly calls: Map<string, ModuleCall>;
  readonly outputs: Map<string, WrittenExpression>;
}

interface ModuleCall {
  arguments: Written;
  readonly module: Module;
}

const MAX_DEPTH = 20;

/**
 * The configuration of a plan. Its resources are read one by one: the tree of all would take ten times the memory of their text. O(length).
 */
export function readConfiguration(source: Source): Configuration {
  const root = emptyModule();
  const regions = new Map<string, string>();
  walkJson(source, {
    decide,
    value: ([, part, ...path], node) => {
      if (part === 'provider_config') readRegions(node, regions);
      else readPart(root, path, node);
    },
  });
  return new Configuration(root, regions);
}

export class Configuration {
  readonly #root: Module;
  /** Provider key → region written in its configuration. */
  readonly regions: ReadonlyMap<string, string>;

  constructor(root: Module, regions: ReadonlyMap<string, string>) {
    this.#root = root;
    this.regions = regions;
  }

  /** The attributes of a resource; null when the plan has no configuration of it. `moduleAddress` may have instance keys. */
  resource(moduleAddress: string, name: string): Written | null {
    return this.#module(modulePath(moduleAddress))?.resources.get(name) ?? null;
  }

  /**
   * The addresses of resources that a reference leads to, through variables and outputs of modules: absolute, with the instance keys of the
   * module that the reference stands in. At most a few hundred steps.
   */
  resolve(reference: string, moduleAddress: string, depth = 0): readonly ResolvedReference[] {
    if (depth > MAX_DEPTH) return [];
    const parts = reference.split('.');
    const [first = '', second = ''] = parts;
    if (first === 'var') return this.#resolveVariable(bare(second), moduleAddress, depth);
    if (first === 'module') return this.#resolveOutput(parts, moduleAddress, depth);
    if (['local', 'each', 'count', 'path', 'terraform', 'self'].includes(first)) return [];
    const isData = first === 'data';
    const length = isData ? 3 : 2;
    if (parts.length < length) return [];
    const prefix = moduleAddress === '' ? '' : `${moduleAddress}.`;
    return [{ address: prefix + parts.slice(0, length).join('.'), attribute: parts.slice(length).join('.') }];
  }

  #resolveVariable(name: string, moduleAddress: string, depth: number): readonly ResolvedReference[] {
    const path = modulePath(moduleAddress);
    const caller = this.#module(path.slice(0, -1));
    const argument = caller?.calls.get(path.at(-1) ?? '')?.arguments.get(name);
    const outside = parentAddress(moduleAddress);
    return (argument?.references ?? []).flatMap((each) => this.resolve(each, outside, depth + 1));
  }

  #resolveOutput(parts: readonly string[], moduleAddress: string, depth: number): readonly ResolvedReference[] {
    const [, call = '', output] = parts;
    const inner = `${moduleAddress === '' ? '' : `${moduleAddress}.`}module.${call}`;
    const written = output === undefined ? undefined : this.#module(modulePath(inner))?.outputs.get(bare(output));
    return (written?.references ?? []).flatMap((each) => this.resolve(each, inner, depth + 1));
  }

  #module(path: readonly string[]): Module | null {
    let module: Module | null = this.#root;
    for (const name of path) module = module?.calls.get(name)?.module ?? null;
    return module;
  }
}

export interface ResolvedReference {
  readonly address: string;
  readonly attribute: string;
}

/** `module.a["x"].module.b` → `a`, `b`. */
function modulePath(address: string): readonly string[] {
  return address === ''
    ? []
    : address
        .replaceAll(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, '')
        .split('.')
        .filter((_, index) => index % 2 === 1);
}

function parentAddress(address: string): string {
  const steps = address.match(/module\.[^.[]+(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?/g) ?? [];
  return steps.slice(0, -1).join('.');
}

function bare(name: string): string {
  return name.replace(/\[.*$/, '');
}

function emptyModule(): Module {
  return { resources: new Map(), calls: new Map(), outputs: new Map() };
}

/** What stands below a module, behind the calls that lead to it. */
function partOf(path: JsonPath): { readonly calls: readonly string[]; readonly part: JsonPath } {
  const calls: string[] = [];
  let at = 0;
  for (; path[at] === 'module_calls' && path[at + 2] === 'module'; at += 3) calls.push(path[at + 1] ?? '');
  return { calls, part: path.slice(at) };
}

function decide([top, section, ...path]: JsonPath): 'enter' | 'read' | 'skip' {
  if (top === undefined) return 'enter';
  if (top !== 'configuration') return 'skip';
  if (section === undefined) return 'enter';
  if (section !== 'root_module') return section === 'provider_config' ? 'read' : 'skip';
  const { calls, part } = partOf(path);
  const [kind, name, inner] = part;
  if (calls.length > MAX_DEPTH) return 'skip';
  if (kind === undefined) return 'enter';
  if (kind === 'resources' || kind === 'outputs') return name === undefined ? 'enter' : 'read';
  if (kind !== 'module_calls') return 'skip';
  return inner === undefined ? 'enter' : inner === 'expressions' ? 'read' : 'skip';
}

function readPart(root: Module, path: JsonPath, node: JsonNode): void {
  const { calls, part } = partOf(path);
  const [kind, name = ''] = part;
  let module = root;
  for (const call of calls) module = callOf(module, call).module;
  if (kind === 'module_calls') callOf(module, name).arguments = expressions(node);
  else if (kind === 'outputs') module.outputs.set(name, expression(members(node).get('expression')));
  else module.resources.set(text(members(node).get('address')) ?? '', expressions(members(node).get('expressions')));
}

function callOf({ calls }: Module, name: string): ModuleCall {
  let call = calls.get(name);
  if (!call) calls.set(name, (call = { arguments: new Map(), module: emptyModule() }));
  return call;
}

/** Filled. */
function readRegions(node: JsonNode, regions: Map<string, string>): void {
  for (const [key, config] of members(node)) {
    const region = text(members(members(members(config).get('expressions')).get('region')).get('constant_value'));
    if (region !== null) regions.set(key.replace(/^.*:/, ''), region);
  }
}

function expressions(node: JsonNode | undefined): Written {
  return new Map([...members(node)].map(([name, each]) => [name, expression(each)]));
}

/** Most expressions are constants. */
const withoutReferences: WrittenExpression = { references: [] };

/** References of an expression, or of all expressions in nested blocks. */
function expression(node: JsonNode | undefined): WrittenExpression {
  const found: string[] = [];
  const visit = (each: JsonNode | undefined): void => {
    for (const item of items(each)) visit(item);
    const inner = members(each);
    const references = inner.get('references');
    if (references) found.push(...items(references).flatMap((reference) => text(reference) ?? []));
    else for (const [key, value] of inner) if (key !== 'constant_value') visit(value);
  };
  visit(node);
  return found.length === 0 ? withoutReferences : { references: found };
}
