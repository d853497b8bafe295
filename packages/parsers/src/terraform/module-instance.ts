/** One instance of a module: what its expressions can see, computed when asked for. */
import type { Value } from '@kumomori/model';
import type { Declaration, ModuleCode } from './declarations.ts';
import type { ModuleSource } from './loader.ts';
import { Memo } from './memo.ts';
import { ModuleCall } from './module-call.ts';
import type { ProviderConfig } from './providers.ts';
import { evaluateProvider } from './providers.ts';
import { Resource } from './resource.ts';
import type { Run } from './run.ts';
import type { InstanceScope, ModuleFiles, ModuleScope, Scope } from './scope.ts';
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
  readonly loader: ModuleSource;
  readonly address: string;
  readonly rootDir: string;
  readonly origin: Origin;
}

export class ModuleInstance implements ModuleScope {
  readonly code: ModuleCode;
  readonly loader: ModuleSource;
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
    this.calls = code.calls.map((declaration) => new ModuleCall(declaration, this, createModule));
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

function createModule(parts: ModuleParts): ModuleInstance {
  return new ModuleInstance(parts);
}

function setFirst<V>(map: Map<string, V>, key: string, value: V): void {
  if (!map.has(key)) map.set(key, value);
}
