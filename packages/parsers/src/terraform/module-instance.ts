/** One instance of a module: what its expressions can see, computed when asked for. */
import type { Provenance, Range, Reference, UnknownValue, Value } from '@kumomori/model';
import { mapValue, unknownValue, withDependencies, withStep } from '@kumomori/model';
import type { Span } from '../hcl/ast.ts';
import { unresolved } from './access.ts';
import { addressKey, joinAddress } from './address.ts';
import type { Declaration, ModuleCode } from './declarations.ts';
import { expand } from './expansion.ts';
import type { Loader } from './loader.ts';
import { Memo } from './memo.ts';
import { locateModule } from './module-source.ts';
import type { ProviderConfig } from './providers.ts';
import { evaluateProvider, providerMap } from './providers.ts';
import { Resource } from './resource.ts';
import type { Run } from './run.ts';
import type { Expandable, InstanceScope, InstanceView, Instances, ModuleFiles, ModuleScope, Scope } from './scope.ts';
import { NO_INSTANCE, rangeOf } from './scope.ts';
import type { GivenVariable } from './variables.ts';
import { evaluateGiven, variableValue } from './variables.ts';

/** How a module instance came to be: the root with what the user gave, or a call. */
export type Origin =
  | { readonly kind: 'root'; readonly given: ReadonlyMap<string, GivenVariable> }
  | {
      readonly kind: 'call';
      readonly call: ModuleCall;
      readonly parent: ModuleInstance;
      readonly instance: InstanceScope;
      readonly uncertain: boolean;
    };

export interface ModuleParts {
  readonly code: ModuleCode;
  readonly run: Run;
  readonly loader: Loader;
  readonly address: string;
  readonly rootDir: string;
  readonly origin: Origin;
}

export class ModuleInstance implements ModuleScope {
  readonly code: ModuleCode;
  readonly loader: Loader;
  readonly run: Run;
  readonly address: string;
  readonly rootDir: string;
  readonly origin: Origin;
  /** True when it is not known whether the module instance exists. */
  readonly uncertain: boolean;
  readonly depth: number;
  /** In the order of the code; duplicates of an address included. */
  readonly resources: readonly Resource[];
  readonly calls: readonly ModuleCall[];
  readonly #memo: Memo;
  readonly #resourceOf = new Map<string, Resource>();
  readonly #callOf = new Map<string, ModuleCall>();
  #providers: ReadonlyMap<string, ProviderConfig> | null = null;

  constructor({ code, run, loader, address, rootDir, origin }: ModuleParts) {
    this.code = code;
    this.run = run;
    this.loader = loader;
    this.address = address;
    this.rootDir = rootDir;
    this.origin = origin;
    this.uncertain = origin.kind === 'call' && (origin.uncertain || origin.parent.uncertain);
    this.depth = origin.kind === 'call' ? origin.parent.depth + 1 : 0;
    this.#memo = new Memo(run);
    run.spend(code.resources.length + code.calls.length + 1, null);
    this.resources = code.resources.map((declaration) => new Resource(declaration, this.scope(declaration), address));
    this.calls = code.calls.map((declaration) => new ModuleCall(declaration, this));
    for (const resource of this.resources) setFirst(this.#resourceOf, `${resource.mode} ${resource.type} ${resource.name}`, resource);
    for (const call of this.calls) setFirst(this.#callOf, call.name, call);
  }

  get dir(): string {
    return this.code.dir;
  }

  get files(): ModuleFiles {
    return this.loader;
  }

  scope({ source }: Pick<Declaration, 'source'>, instance: InstanceScope = NO_INSTANCE): Scope {
    return { run: this.run, module: this, source, frame: null, instance, isolated: false };
  }

  variable(name: string): Value | null {
    const declaration = this.code.variables.get(name);
    if (declaration === undefined) return null;
    const scope = this.scope(declaration);
    return this.#memo.get(`var.${name}`, rangeOf(scope, declaration.block.head), () => {
      const given = this.#given(name, declaration);
      return variableValue({ declaration, given, scope });
    });
  }

  #given(name: string, declaration: Declaration): Value | null {
    const { origin } = this;
    if (origin.kind === 'call') return origin.call.argument(name, origin.instance);
    const given = origin.given.get(name);
    return given ? evaluateGiven(given, declaration, this.scope(declaration)) : null;
  }

  local(name: string): Value | null {
    const local = this.code.locals.get(name);
    if (local === undefined) return null;
    const scope = this.scope(local);
    return this.#memo.get(`local.${name}`, rangeOf(scope, local.attribute), () => this.run.evaluate(local.attribute.value, scope));
  }

  output(name: string): Value | null {
    const declaration = this.code.outputs.get(name);
    const written = declaration?.body.attributes.get('value');
    if (declaration === undefined || written === undefined) return null;
    const scope = this.scope(written);
    const value = this.#memo.get(`output.${name}`, rangeOf(scope, written.attribute), () =>
      this.run.evaluate(written.attribute.value, scope),
    );
    const sensitive = declaration.body.attributes.get('sensitive');
    const mark = sensitive && this.run.evaluate(sensitive.attribute.value, this.scope(sensitive));
    return mark?.kind === 'bool' && mark.value && !value.sensitive ? { ...value, sensitive: true } : value;
  }

  resource(mode: 'managed' | 'data', type: string, name: string): Resource | null {
    return this.#resourceOf.get(`${mode} ${type} ${name}`) ?? null;
  }

  moduleCall(name: string): ModuleCall | null {
    return this.#callOf.get(name) ?? null;
  }

  /** Provider configurations declared in this module, by the name resources use for them here. */
  declaredProviders(): ReadonlyMap<string, ProviderConfig> {
    if (this.#providers) return this.#providers;
    const providers = new Map<string, ProviderConfig>();
    for (const declaration of this.code.providers) {
      const config = evaluateProvider(declaration, this.scope(declaration), this.address);
      setFirst(providers, config.alias === null ? config.name : `${config.name}.${config.alias}`, config);
    }
    this.#providers = providers;
    return providers;
  }

  /** The configuration behind a name used in this module: passed by the caller, declared here, or inherited. */
  providerFor(key: string): ProviderConfig | null {
    const { origin } = this;
    const passed = origin.kind === 'call' ? origin.call.providers?.get(key) : undefined;
    if (passed !== undefined && origin.kind === 'call') return origin.parent.providerFor(passed);
    const declared = this.declaredProviders().get(key);
    if (declared) return declared;
    return origin.kind === 'call' && !key.includes('.') ? origin.parent.providerFor(key) : null;
  }

  /** Names of the calls from the root module down to here. */
  get path(): readonly string[] {
    return this.origin.kind === 'call' ? [...this.origin.parent.path, this.origin.call.name] : [];
  }

  /** True when this instance or one above it is made from that folder. */
  isBelow(dir: string): boolean {
    return this.dir === dir || (this.origin.kind === 'call' && this.origin.parent.isBelow(dir));
  }
}

function setFirst<V>(map: Map<string, V>, key: string, value: V): void {
  if (!map.has(key)) map.set(key, value);
}

const NOT_ARGUMENTS = new Set(['source', 'version', 'count', 'for_each', 'providers', 'depends_on']);

export class ModuleCall implements Expandable {
  readonly declaration: Declaration;
  readonly name: string;
  readonly address: string;
  readonly parent: ModuleInstance;
  readonly providers: ReadonlyMap<string, string> | null;
  #instances: CallInstances | null = null;
  #expanding = false;
  #target: Target | null = null;

  constructor(declaration: Declaration, parent: ModuleInstance) {
    this.declaration = declaration;
    this.name = declaration.block.labels[0] ?? '';
    this.parent = parent;
    this.address = joinAddress(parent.address, `module.${this.name}`);
    this.providers = providerMap(declaration.body);
  }

  get range(): Range {
    return this.#rangeOf(this.declaration.block);
  }

  #rangeOf({ start, end }: Span): Range {
    return { source: this.declaration.source, start, end };
  }

  /** The evaluated argument `source` or `version`. */
  setting(name: 'source' | 'version'): Value | null {
    return this.#evaluate(name, NO_INSTANCE);
  }

  argument(name: string, instance: InstanceScope): Value | null {
    if (NOT_ARGUMENTS.has(name)) return null;
    const value = this.#evaluate(name, instance);
    const sourced = this.declaration.body.attributes.get(name);
    if (value === null || sourced === undefined) return null;
    const { start, end } = sourced.attribute;
    const step: Omit<Provenance, 'next'> = {
      kind: 'module-argument',
      name: `module.${this.name}.${name}`,
      range: { source: sourced.source, start, end },
    };
    return withStep(value, step);
  }

  #evaluate(name: string, instance: InstanceScope): Value | null {
    const sourced = this.declaration.body.attributes.get(name);
    return sourced ? this.parent.run.evaluate(sourced.attribute.value, this.parent.scope(sourced, instance)) : null;
  }

  /** The code of the called module, or why there is none. */
  target(): Target {
    this.#target ??= this.#locate();
    return this.#target;
  }

  #locate(): Target {
    const { parent } = this;
    const { loader, run } = parent;
    const range = this.#rangeOf(this.declaration.block.head);
    const site = { dir: parent.dir, rootDir: parent.rootDir, path: parent.path, name: this.name, range };
    const location = locateModule(this.setting('source'), site, loader);
    if ('problem' in location) {
      const { code, detail } = location.problem.reason;
      const severity = code === 'remote-module' ? 'info' : 'warning';
      run.report(range, { code: code === 'unresolved-reference' ? 'module-not-found' : code, message: detail, severity });
      return { code: null, problem: location.problem };
    }
    const stop = (code: 'cycle' | 'limit', message: string): Target => {
      run.report(range, { code, message });
      return { code: null, problem: unknownValue(code, message, range) };
    };
    if (parent.isBelow(location.dir))
      return stop('cycle', `module "${this.name}" calls itself through ${location.dir === '' ? 'the root folder' : location.dir}`);
    if (parent.depth >= run.limits.moduleDepth) return stop('limit', `modules are nested more than ${run.limits.moduleDepth} deep`);
    const code = loader.module(location.dir);
    return code ? { code, problem: null } : { code: null, problem: unresolved(`module "${this.name}" has no files`, range) };
  }

  instances(): CallInstances {
    if (this.#instances) return this.#instances;
    const range = this.#rangeOf(this.declaration.block.head);
    if (this.#expanding) {
      const message = `the number of instances of ${this.address} depends on itself`;
      this.parent.run.report(range, { code: 'cycle', message });
      return { kind: 'single', items: [], rest: unknownValue('cycle', message, range) };
    }
    this.#expanding = true;
    const { kind, items, rest } = expand(this.declaration.body, this.parent.scope(this.declaration));
    const target = this.target();
    const views: CallInstance[] = [];
    for (const { key, uncertain, scope } of items) {
      const address = this.address + addressKey(key);
      const module =
        target.code && this.parent.run.takeModuleInstance(range)
          ? this.#instantiate(target.code, address, { instance: scope, uncertain })
          : null;
      views.push(
        new CallInstance({ key, address, module, problem: target.problem ?? unknownValue('limit', 'too many module instances', range) }),
      );
    }
    this.#instances = { kind, rest, items: views };
    return this.#instances;
  }

  #instantiate(
    code: ModuleCode,
    address: string,
    { instance, uncertain }: { instance: InstanceScope; uncertain: boolean },
  ): ModuleInstance {
    const { run, loader, rootDir } = this.parent;
    return new ModuleInstance({
      code,
      run,
      loader,
      address,
      rootDir,
      origin: { kind: 'call', call: this, parent: this.parent, instance, uncertain },
    });
  }
}

type Target = { readonly code: ModuleCode; readonly problem: null } | { readonly code: null; readonly problem: UnknownValue };

interface CallInstances extends Instances {
  readonly items: readonly CallInstance[];
}

interface CallParts {
  readonly key: string | number | null;
  readonly address: string;
  readonly module: ModuleInstance | null;
  readonly problem: UnknownValue;
}

/** One instance of a call as references see it: its attributes are the outputs of the module. */
export class CallInstance implements InstanceView {
  readonly key: string | number | null;
  readonly address: string;
  /** Null when the code of the module is not there. */
  readonly module: ModuleInstance | null;
  readonly #problem: UnknownValue;

  constructor({ key, address, module, problem }: CallParts) {
    this.key = key;
    this.address = address;
    this.module = module;
    this.#problem = problem;
  }

  attribute(name: string): Value {
    const reference: Reference = { address: this.address, attribute: name };
    if (this.module === null) return withDependencies(this.#problem, [{ refs: [reference], sensitive: false }]);
    return this.module.output(name) ?? unresolved(`${this.address} has no output "${name}"`, this.#problem.range);
  }

  object(): Value {
    const { module } = this;
    if (module === null) return { ...this.#problem, refs: [{ address: this.address, attribute: '' }] };
    const entries = new Map<string, Value>();
    for (const name of module.code.outputs.keys()) entries.set(name, this.attribute(name));
    return mapValue(entries, this.#problem.range);
  }
}
