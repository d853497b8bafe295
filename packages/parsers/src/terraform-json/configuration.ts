/** The `configuration` of a plan: which attributes are written, and what their expressions refer to. */
import type { JsonNode } from '../json/index.ts';
import { items, members, text } from './read.ts';

/** What one attribute's expression says. */
export interface WrittenExpression {
  /** `aws_s3_bucket.logs.id`, `var.name`, `each.key`, `module.logs.arn` … */
  readonly references: readonly string[];
}

export interface WrittenResource {
  readonly attributes: ReadonlyMap<string, WrittenExpression>;
  readonly isCounted: boolean;
}

interface Module {
  /** By `type.name` and `data.type.name`. */
  readonly resources: ReadonlyMap<string, WrittenResource>;
  readonly calls: ReadonlyMap<string, { readonly arguments: ReadonlyMap<string, WrittenExpression>; readonly module: Module }>;
  readonly outputs: ReadonlyMap<string, WrittenExpression>;
}

const MAX_DEPTH = 20;

export class Configuration {
  readonly #root: Module | null;
  /** Provider key → region written in its configuration. */
  readonly regions: ReadonlyMap<string, string>;

  constructor(node: JsonNode | null) {
    const top = members(node ?? undefined);
    const root = top.get('root_module');
    this.#root = root ? readModule(root, 0) : null;
    this.regions = new Map(
      [...members(top.get('provider_config'))].flatMap(([key, config]) => {
        const region = text(members(members(members(config).get('expressions')).get('region')).get('constant_value'));
        return region === null ? [] : [[key.replace(/^.*:/, ''), region] as const];
      }),
    );
  }

  /** Null when the plan has no configuration of the resource. `moduleAddress` may have instance keys. */
  resource(moduleAddress: string, name: string): WrittenResource | null {
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
    let module = this.#root;
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

function readModule(node: JsonNode, depth: number): Module {
  const top = members(node);
  const resources = items(top.get('resources')).map((each) => {
    const resource = members(each);
    const address = text(resource.get('address')) ?? '';
    const isCounted = resource.has('for_each_expression') || resource.has('count_expression');
    return [address, { attributes: expressions(resource.get('expressions')), isCounted }] as const;
  });
  const calls = depth >= MAX_DEPTH ? [] : [...members(top.get('module_calls'))];
  return {
    resources: new Map(resources),
    calls: new Map(
      calls.map(([name, call]) => {
        const module = members(call).get('module');
        const empty: Module = { resources: new Map(), calls: new Map(), outputs: new Map() };
        return [name, { arguments: expressions(members(call).get('expressions')), module: module ? readModule(module, depth + 1) : empty }];
      }),
    ),
    outputs: new Map([...members(top.get('outputs'))].map(([name, output]) => [name, expression(members(output).get('expression'))])),
  };
}

function expressions(node: JsonNode | undefined): ReadonlyMap<string, WrittenExpression> {
  return new Map([...members(node)].map(([name, each]) => [name, expression(each)]));
}

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
  return { references: found };
}
