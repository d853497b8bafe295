/** Calls of modules: where the code is, which instances there are, what their outputs are. */
import type { Provenance, Range, Reference, UnknownValue, Value } from '@kumomori/model';
import { mapValue, unknownValue, withDependencies, withStep } from '@kumomori/model';
import type { Span } from '../hcl/index.ts';
import { unresolved } from './access.ts';
import { addressKey, joinAddress } from './address.ts';
import type { Declaration, ModuleCode } from './declarations.ts';
import { expand } from './expansion.ts';
import type { ModuleInstance, ModuleParts } from './module-instance.ts';
import { locateModule } from './module-source.ts';
import { providerMap } from './providers.ts';
import type { Expandable, InstanceScope, InstanceView, Instances } from './scope.ts';
import { NO_INSTANCE } from './scope.ts';

type CreateModule = (parts: ModuleParts) => ModuleInstance;

const NOT_ARGUMENTS = new Set(['source', 'version', 'count', 'for_each', 'providers', 'depends_on']);

export class ModuleCall implements Expandable {
  readonly declaration: Declaration;
  readonly name: string;
  readonly address: string;
  readonly parent: ModuleInstance;
  readonly providers: ReadonlyMap<string, string> | null;
  readonly #create: CreateModule;
  #instances: CallInstances | null = null;
  #expanding = false;
  #target: Target | null = null;

  /** `create` makes the instances; it is handed in so that modules and calls need not import each other. */
  constructor(declaration: Declaration, parent: ModuleInstance, create: CreateModule) {
    this.declaration = declaration;
    this.#create = create;
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
    return this.#create({
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
