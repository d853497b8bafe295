/** Entry point: all root modules below a TARGET, evaluated with everything they call. */
import type { Diagnostic, Range, DeclaredBlock, DeclaredResource, Value } from '@kumomori/model';
import type { HclFile } from '../hcl/index.ts';
import { evaluateAttribute, evaluateBlocks } from './blocks.ts';
import type { Declaration } from './declarations.ts';
import { plainBody } from './declarations.ts';
import { evaluate } from './evaluate.ts';
import type { FileTree } from '../file-tree.ts';
import type { TerraformLimits } from './limits.ts';
import type { ModuleSource } from './loader.ts';
import { Loader } from './loader.ts';
import { findRoots } from './module-graph.ts';
import type { ModuleCall } from './module-call.ts';
import { ModuleInstance } from './module-instance.ts';
import type { ProviderConfig } from './providers.ts';
import { requestedProvider, unwrittenRegion } from './providers.ts';
import type { Resource, ResourceInstance } from './resource.ts';
import type { TerraformMemory } from './reuse.ts';
import { rootOnce } from './reuse.ts';
import { Run } from './run.ts';
import { rangeOf } from './scope.ts';
import { givenVariables } from './variables.ts';

export interface TerraformOptions {
  /** Relative to the root module being evaluated, or to the TARGET; looked up in this order. */
  readonly varFiles?: readonly string[];
  /** `--var` and `TF_VAR_`: raw text, over everything else. */
  readonly variables?: ReadonlyMap<string, string>;
  readonly workspace?: string;
  readonly limits?: Partial<TerraformLimits>;
  /** Shared by runs over nearly the same files; changes what they cost, never what they say. */
  readonly memory?: TerraformMemory;
}

export interface TerraformModuleCall {
  /** Absolute, without instance key. */
  readonly address: string;
  readonly name: string;
  readonly moduleAddress: string;
  /** Folder of the calling module. */
  readonly moduleDir: string;
  readonly source: Value | null;
  readonly version: Value | null;
  /** Folder of the called module; null when its code is not on this disk. */
  readonly dir: string | null;
  readonly range: Range;
  readonly head: Range;
}

/** A block of `terraform { … }`: `backend`, `required_providers`, `cloud` …, and the `terraform` block itself. */
export interface TerraformSetting {
  readonly type: string;
  readonly labels: readonly string[];
  readonly moduleDir: string;
  readonly block: DeclaredBlock;
}

export interface TerraformModuleRoot {
  readonly kind: 'terraform';
  /** `''` for the TARGET itself. */
  readonly dir: string;
  /** Managed and data, of this module and of all modules below it, in the order of the code. */
  readonly resources: readonly DeclaredResource[];
  readonly providers: readonly ProviderConfig[];
  readonly moduleCalls: readonly TerraformModuleCall[];
  readonly outputs: ReadonlyMap<string, Value>;
  readonly settings: readonly TerraformSetting[];
}

export interface TerraformEvaluation {
  /** Sorted by folder. */
  readonly roots: readonly TerraformModuleRoot[];
  /** Every file that was parsed, by path. */
  readonly files: ReadonlyMap<string, HclFile>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Evaluates every folder with Terraform files that no other module of the run calls, and what it calls. Never throws on what the files
 * say: trouble becomes unknown values with reasons and diagnostics; work and memory are bounded by `limits`.
 */
export function evaluateTerraform(tree: FileTree, options: TerraformOptions = {}): TerraformEvaluation {
  const run = new Run(evaluate, options.limits, options.workspace);
  const { memory } = options;
  const loader = new Loader(tree, run, memory);
  const roots = findRoots(loader).map((dir) => {
    const evaluated = (files: ModuleSource) => evaluateRoot(dir, { run, loader: files, options });
    return memory ? rootOnce(dir, { memory, run, files: loader, options }, evaluated) : evaluated(loader);
  });
  return { roots: withoutCalled(roots), files: loader.files, diagnostics: run.diagnostics };
}

/**
 * A folder that is called through a source which had to be evaluated (`"${path.module}/logs"`) looked like a root before. It is left out
 * unless the caller is left out itself.
 */
function withoutCalled(roots: readonly TerraformModuleRoot[]): readonly TerraformModuleRoot[] {
  const callers = new Map<string, Set<string>>();
  for (const root of roots) {
    for (const { dir } of root.moduleCalls) {
      if (dir !== null && dir !== root.dir) callers.set(dir, (callers.get(dir) ?? new Set()).add(root.dir));
    }
  }
  const left = new Set<string>();
  for (const { dir } of roots) if ([...(callers.get(dir) ?? [])].some((caller) => !left.has(caller))) left.add(dir);
  return left.size === 0 ? roots : roots.filter(({ dir }) => !left.has(dir));
}

interface Session {
  readonly run: Run;
  readonly loader: ModuleSource;
  readonly options: TerraformOptions;
}

interface Collected {
  readonly resources: DeclaredResource[];
  readonly providers: ProviderConfig[];
  readonly moduleCalls: TerraformModuleCall[];
  readonly settings: TerraformSetting[];
}

function evaluateRoot(dir: string, { run, loader, options }: Session): TerraformModuleRoot {
  const collected: Collected = { resources: [], providers: [], moduleCalls: [], settings: [] };
  const code = loader.module(dir);
  if (code === null) return { kind: 'terraform', dir, ...collected, outputs: new Map() };
  const given = givenVariables(dir, loader, { varFiles: options.varFiles ?? [], variables: options.variables ?? new Map() });
  const root = new ModuleInstance({ code, run, loader, address: '', rootDir: dir, origin: { kind: 'root', given } });
  collectModule(root, collected);
  const outputs = new Map<string, Value>();
  for (const name of code.outputs.keys()) {
    const value = root.output(name);
    if (value) outputs.set(name, value);
  }
  return { kind: 'terraform', dir, ...collected, outputs };
}

function collectModule(module: ModuleInstance, into: Collected): void {
  for (const provider of module.declaredProviders().values()) into.providers.push(provider);
  for (const declaration of module.code.terraform) for (const setting of settingsOf(declaration, module)) into.settings.push(setting);
  for (const resource of module.resources) collectResource(resource, module, into.resources);
  for (const call of module.calls) {
    const { items } = call.instances();
    into.moduleCalls.push(describeCall(call, module));
    for (const item of items) if (item.module) collectModule(item.module, into);
  }
}

function collectResource(resource: Resource, module: ModuleInstance, into: DeclaredResource[]): void {
  const key = requestedProvider(resource.declaration.body, resource.type);
  const config = module.providerFor(key);
  const provider = config?.key ?? key;
  // Asked first, since expanding a thousand instances in each of thousands of modules is work too.
  if (!module.run.hasRoomForResources) return void module.run.takeResource(resource.headRange());
  const instances = resource.instances().items;
  for (const instance of instances) {
    if (!module.run.takeResource(resource.headRange())) return;
    // With the budget used up each block is still shown, but not a thousand times.
    if (module.run.isExhausted && instance !== instances[0]) return;
    const block = instance.block(instance.uncertain || module.uncertain);
    into.push({ ...identity(resource, instance, module), block, provider, region: regionOf(block, config, provider) });
  }
}

function identity(
  resource: Resource,
  instance: ResourceInstance,
  module: ModuleInstance,
): Omit<DeclaredResource, 'block' | 'provider' | 'region'> {
  return {
    mode: resource.mode,
    type: resource.type,
    name: resource.name,
    address: instance.address,
    moduleAddress: module.address,
    moduleDir: module.dir,
    rootDir: module.rootDir,
    key: instance.key,
  };
}

/** The `region` argument every AWS resource has since version 6 of the provider wins over the provider's own. */
function regionOf(block: DeclaredBlock, config: ProviderConfig | null, provider: string): Value {
  const written = provider.split('.').includes('aws') ? block.attributes.get('region')?.value : undefined;
  if (written && written.kind !== 'null') return written;
  return config?.region ?? unwrittenRegion(provider, block.head);
}

function describeCall(call: ModuleCall, module: ModuleInstance): TerraformModuleCall {
  const { declaration } = call;
  return {
    address: call.address,
    name: call.name,
    moduleAddress: module.address,
    moduleDir: module.dir,
    source: call.setting('source'),
    version: call.setting('version'),
    dir: call.target().code?.dir ?? null,
    range: call.range,
    head: { source: declaration.source, start: declaration.block.head.start, end: declaration.block.head.end },
  };
}

function settingsOf(declaration: Declaration, module: ModuleInstance): readonly TerraformSetting[] {
  const scope = module.scope(declaration);
  const { block, body } = declaration;
  const attributes = new Map([...body.attributes].map(([name, attribute]) => [name, evaluateAttribute(attribute, scope)]));
  const blocks = evaluateBlocks(body.blocks, scope);
  const whole: DeclaredBlock = {
    type: block.type,
    range: rangeOf(scope, block),
    head: rangeOf(scope, block.head),
    attributes,
    blocks,
    uncertain: false,
    via: null,
  };
  const labels = plainBody(block.body, declaration.source).blocks.map((inner) => inner.block.labels);
  const inner = blocks.map((setting, index): TerraformSetting => ({
    type: setting.type,
    labels: labels[index] ?? [],
    moduleDir: module.dir,
    block: setting,
  }));
  return [{ type: 'terraform', labels: [], moduleDir: module.dir, block: whole }, ...inner];
}
