/** What template expressions can see: parameters, variables, loops, user functions, the resources of the template. */
import type { Range, UnknownValue, Value } from '@kumomori/model';
import { mapValue, unknownValue, withDependencies, withStep } from '@kumomori/model';
import type { TextPiece } from '../values/index.ts';
import { textFromPieces, textPieces } from '../values/index.ts';
import type { Budget } from './budget.ts';
import { canonical, entriesOf, itemsOf, member, textOf } from './values.ts';

/** Resources of a template by type and name, and by symbolic name. */
export interface ResourceRegistry {
  /** `microsoft.storage/storageaccounts|logs` of a type and a name, when the template declares such a resource. */
  find(type: string, name: string): string | null;
  /** The only resource with a name, or the one with a symbolic name. */
  findNamed(name: string): string | null;
}

export interface ScopeParts {
  /** The template's top level. */
  readonly template: Value;
  /** Given from outside, by lower-case name; they win over defaults. */
  readonly given: ReadonlyMap<string, Value>;
  readonly budget: Budget;
  readonly registry: ResourceRegistry;
  /** The evaluator of values: a parameter's default is evaluated when it is asked for. */
  readonly evaluate: (value: Value, scope: Scope) => Value;
}

/** Parameters and variables are evaluated when first asked for; cycles become unknown. */
export class Scope {
  readonly budget: Budget;
  readonly registry: ResourceRegistry;
  readonly #evaluate: ScopeParts['evaluate'];
  readonly #template: Value;
  readonly #given: ReadonlyMap<string, Value>;
  /** Null: being evaluated. */
  readonly #known: Map<string, Value | null>;
  /** Indexes of the loops around, by lower-case name; the innermost also under `''`. */
  readonly #loops: ReadonlyMap<string, Value>;
  /** Parameters of the user function being called; it sees nothing else. */
  readonly #locals: ReadonlyMap<string, Value> | null;

  constructor(
    parts: ScopeParts,
    inner: { readonly from?: Scope; readonly loops?: ReadonlyMap<string, Value>; readonly locals?: ReadonlyMap<string, Value> } = {},
  ) {
    this.#template = parts.template;
    this.#given = parts.given;
    this.budget = parts.budget;
    this.registry = parts.registry;
    this.#evaluate = parts.evaluate;
    const { from } = inner;
    this.#known = from ? from.#known : new Map();
    this.#loops = inner.loops ?? (from ? from.#loops : new Map());
    this.#locals = inner.locals ?? null;
  }

  get #parts(): ScopeParts {
    return { template: this.#template, given: this.#given, budget: this.budget, registry: this.registry, evaluate: this.#evaluate };
  }

  evaluate(value: Value): Value {
    return this.#evaluate(value, this);
  }

  /** The same scope inside one more loop. */
  within(name: string, index: Value): Scope {
    return new Scope(this.#parts, { from: this, loops: new Map([...this.#loops, ['', index], [name.toLowerCase(), index]]) });
  }

  loopIndex(name: string): Value | undefined {
    return this.#loops.get(name.toLowerCase());
  }

  parameter(name: string, range: Range | null): Value {
    const local = this.#locals?.get(name.toLowerCase());
    if (local) return local;
    const value = this.#once(`parameter ${name.toLowerCase()}`, () => this.#parameter(name), name);
    return withStep(value, { kind: 'variable', name: `parameters('${name}')`, range });
  }

  #parameter(name: string): Value {
    const declared = member(member(this.#template, 'parameters'), name);
    const isSecret = /^secure/i.test(textOf(member(declared, 'type')) ?? '');
    const given = this.#given.get(name.toLowerCase());
    const written = member(declared, 'defaultValue');
    const value =
      given ??
      (written && declared
        ? this.evaluate(written)
        : unknownValue('unset-variable', `parameter "${name}" has no value`, declared?.range ?? null));
    return isSecret ? { ...value, sensitive: true } : value;
  }

  variable(name: string, range: Range | null): Value {
    const value = this.#once(`variable ${name.toLowerCase()}`, () => this.#variable(name), name);
    return withStep(value, { kind: 'local', name: `variables('${name}')`, range });
  }

  #variable(name: string): Value {
    const variables = member(this.#template, 'variables');
    const written = member(variables, name);
    if (written) return this.evaluate(written);
    const loop = itemsOf(member(variables, 'copy')).find((each) => textOf(member(each, 'name'))?.toLowerCase() === name.toLowerCase());
    if (loop) return expandLoop(loop, this);
    return unknownValue('unresolved-reference', `there is no variable "${name}"`);
  }

  #once(key: string, compute: () => Value, name: string): Value {
    const known = this.#known.get(key);
    if (known === null) return unknownValue('cycle', `"${name}" depends on itself`);
    if (known) return known;
    this.#known.set(key, null);
    const value = compute();
    this.#known.set(key, value);
    return value;
  }

  /** `namespace.function`; null when the template declares no such function, and inside of functions, which may not call one another. */
  call(name: string, args: readonly Value[]): Value | null {
    if (this.#locals !== null) return null;
    const dot = name.indexOf('.');
    if (dot === -1) return null;
    const namespaces = itemsOf(member(this.#template, 'functions'));
    const own = namespaces.find((each) => textOf(member(each, 'namespace'))?.toLowerCase() === name.slice(0, dot).toLowerCase());
    const declared = member(member(own, 'members'), name.slice(dot + 1));
    const output = member(member(declared, 'output'), 'value');
    if (!declared || !output) return null;
    const names = itemsOf(member(declared, 'parameters')).map((each) => textOf(member(each, 'name')) ?? '');
    const locals = new Map(names.flatMap((each, index) => (args[index] ? [[each.toLowerCase(), args[index]] as const] : [])));
    return this.budget.nested(() => new Scope(this.#parts, { locals }).evaluate(output)) ?? tooDeep(name);
  }

  /** The id of a resource: mostly unknown text that ends with its type and name, and refers to the resource when the template has it. */
  resourceId(args: readonly Value[]): Value {
    const at = args.findIndex((arg) => arg.kind === 'string' && arg.value.includes('/'));
    const type = textOf(args[at]);
    const names = args.slice(at + 1);
    if (type === null) return withDependencies(unknownValue('computed', 'the id is decided at deployment'), args);
    const [provider = '', ...kinds] = type.split('/');
    const prefix: TextPiece = unknownValue('computed', 'the id is decided at deployment');
    const path = kinds.flatMap((kind, index): readonly TextPiece[] => [`/${kind}/`, ...((names[index] && textPieces(names[index])) ?? [])]);
    const id = textFromPieces([prefix, `/providers/${provider}`, ...path], null);
    const found = this.registry.find(type, names.map((each) => canonical(each) ?? '').join('/'));
    return withDependencies(found === null ? id : { ...id, refs: [{ address: found, attribute: 'id' }] }, args);
  }

  /** What `reference()` and symbolic names give: known after deployment, but it is known of which resource. */
  reference(target: Value): UnknownValue {
    const unknown = unknownValue('computed', 'it is read from the deployed resource');
    const name = canonical(target);
    const found = target.refs.length > 0 ? null : name === null ? null : this.registry.findNamed(name);
    return withDependencies(found === null ? unknown : { ...unknown, refs: [{ address: found, attribute: '' }] }, [target]);
  }
}

/** A `copy` entry of an object: the list of its inputs. */
export function expandLoop(loop: Value, scope: Scope): Value {
  const name = textOf(member(loop, 'name')) ?? '';
  const countValue = member(loop, 'count');
  const input = member(loop, 'input');
  const count = countValue ? scope.evaluate(countValue) : unknownValue('unresolved-reference', 'the loop has no count');
  const rest = unknownValue('computed', `it is not known how many elements "${name}" has`, loop.range);
  if (!input) return { ...mapValue(new Map()), ...rest };
  if (count.kind !== 'number' || !scope.budget.takes(count.value)) {
    const one = scope.within(name, unknownValue('computed', 'the index of a loop', loop.range)).evaluate(input);
    return { kind: 'list', items: [one], rest: withDependencies(rest, [count]), range: loop.range, via: null, refs: [], sensitive: false };
  }
  const items = Array.from({ length: Math.max(0, count.value) }, (_, index) =>
    scope.within(name, { kind: 'number', value: index, range: null, via: null, refs: [], sensitive: false }).evaluate(input),
  );
  return { kind: 'list', items, rest: null, range: loop.range, via: null, refs: [], sensitive: false };
}

export function tooDeep(name: string): UnknownValue {
  return unknownValue('limit', `${name} is nested too deep`);
}

/** Parameters as a deployment or a parameter file gives them: `{ "prefix": { "value": "orders" } }`. */
export function givenParameters(written: Value | undefined, evaluated: (value: Value) => Value): ReadonlyMap<string, Value> {
  const given = new Map<string, Value>();
  for (const [name, entry] of entriesOf(written)) {
    const value = member(entry, 'value');
    if (value) given.set(name.toLowerCase(), evaluated(value));
    else if (member(entry, 'reference'))
      given.set(name.toLowerCase(), {
        ...unknownValue('data-source', `parameter "${name}" comes from a key vault`, entry.range),
        sensitive: true,
      });
  }
  return given;
}
