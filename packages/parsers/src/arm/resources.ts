/** The resources that a template deploys: loops expanded, conditions decided, children given the type and name of their parents. */
import type { Diagnostic, Range, Value } from '@kumomori/model';
import { numberValue, stringValue, unknownValue } from '@kumomori/model';
import { textFromPieces, textPieces } from '../values/index.ts';
import { evaluate } from './evaluate.ts';
import { truth } from './functions.ts';
import type { ResourceRegistry, Scope } from './scope.ts';
import { canonical, entriesOf, itemsOf, member, textOf } from './values.ts';

/** One instance, its body not yet evaluated. */
export interface ArmResource {
  readonly written: Value;
  /** With the parent's type before. */
  readonly type: string;
  /** `server/rule`; a template where a part is not known. */
  readonly name: Value;
  readonly scope: Scope;
  /** Null below nothing. */
  readonly parent: { readonly type: string; readonly name: Value } | null;
  /** What it extends (`scope`, or a type with `/providers/`). */
  readonly extended: { readonly type: string; readonly name: Value } | null;
  readonly symbol: string | null;
  readonly uncertain: boolean;
  /** Not deployed, only referred to. */
  readonly isExisting: boolean;
}

const MAX_RESOURCES = 20_000;

export class Resources implements ResourceRegistry {
  readonly all: ArmResource[] = [];
  readonly diagnostics: Diagnostic[] = [];
  /** Deployments whose template stands inside and sees the parameters and variables of the one around: what they declare. */
  readonly nested = new Map<ArmResource, Resources>();
  readonly #around: Resources | null;
  readonly #byReference = new Map<string, ArmResource>();
  readonly #byName = new Map<string, string | null>();

  constructor(around: Resources | null = null) {
    this.#around = around;
  }

  /** Collects what a `resources` member (a list, or an object with symbolic names) declares. */
  collect(resources: Value | undefined, scope: Scope): void {
    for (const [symbol, written] of declaredIn(resources)) this.#declare(written, { scope, symbol, parent: null, uncertain: false });
  }

  find(type: string, name: string): string | null {
    const reference = `${type.toLowerCase()}|${name}`;
    return this.#byReference.has(reference) ? reference : null;
  }

  findNamed(name: string): string | null {
    return this.#byName.get(name) ?? null;
  }

  #declare(written: Value, around: Around): void {
    const loop = member(written, 'copy');
    if (loop?.kind !== 'map') return this.#declareOne(written, around);
    const name = textOf(member(loop, 'name')) ?? '';
    const count = member(loop, 'count');
    const known = count && evaluate(count, around.scope);
    if (known?.kind === 'number' && around.scope.budget.takes(known.value)) {
      for (let index = 0; index < known.value; index++)
        this.#declareOne(written, { ...around, scope: around.scope.within(name, numberValue(index)) });
      return;
    }
    const index = unknownValue('computed', `the index of the loop "${name}"`, loop.range);
    this.#declareOne(written, { ...around, scope: around.scope.within(name, index), uncertain: true });
  }

  #declareOne(written: Value, { scope, symbol, parent, uncertain }: Around): void {
    const typeValue = member(written, 'type');
    const evaluatedType = typeValue && evaluate(typeValue, scope);
    const ownType = textOf(evaluatedType)?.replace(/@.*$/, '');
    if (ownType === undefined || ownType === '' || this.all.length >= MAX_RESOURCES) return;
    const condition = member(written, 'condition');
    const exists = condition ? truth(evaluate(condition, scope)) : true;
    if (exists === false) return;
    const nameValue = member(written, 'name');
    const ownName = nameValue ? readable(evaluate(nameValue, scope), nameValue) : stringValue(symbol ?? ownType);
    const placed = place(ownType, ownName, parent);
    const resource: ArmResource = {
      written,
      scope,
      symbol,
      ...placed,
      uncertain: uncertain || exists === null,
      isExisting: truth(member(written, 'existing')) === true,
    };
    this.#add(resource);
    const below = { scope, parent: { type: resource.type, name: resource.name }, uncertain: resource.uncertain };
    if (isDeployment(resource.type)) return this.#nest(resource);
    for (const [childSymbol, child] of declaredIn(member(written, 'resources'))) this.#declare(child, { ...below, symbol: childSymbol });
  }

  #nest(resource: ArmResource): void {
    const template = templateInside(resource);
    if (template === null || template.isInner) return;
    const inner = new Resources(this);
    this.nested.set(resource, inner);
    resource.scope.budget.nested(() => inner.collect(member(template.value, 'resources'), resource.scope));
  }

  #add(resource: ArmResource): void {
    this.all.push(resource);
    this.#know(resource);
  }

  /** A template knows what those inside of it declare: their expressions are evaluated in its place. */
  #know(resource: ArmResource): void {
    if (this.#around) this.#around.#know(resource);
    const reference = referenceOf(resource.type, resource.name);
    this.#byReference.set(reference, resource);
    const name = canonical(resource.name) ?? '';
    for (const key of [name, name.slice(name.lastIndexOf('/') + 1), ...(resource.symbol === null ? [] : [resource.symbol.toLowerCase()])]) {
      // A name that several resources have says nothing.
      this.#byName.set(key, this.#byName.has(key) && this.#byName.get(key) !== reference ? null : reference);
    }
  }
}

interface Around {
  readonly scope: Scope;
  readonly symbol: string | null;
  readonly parent: { readonly type: string; readonly name: Value } | null;
  readonly uncertain: boolean;
}

/** The template that a deployment holds itself; `isInner`: with parameters and variables of its own. */
export function templateInside({ written }: ArmResource): { readonly value: Value; readonly isInner: boolean } | null {
  const properties = member(written, 'properties');
  const value = member(properties, 'template');
  const options = member(properties, 'expressionEvaluationOptions');
  return value?.kind === 'map' ? { value, isInner: textOf(member(options, 'scope'))?.toLowerCase() === 'inner' } : null;
}

export function isDeployment(type: string): boolean {
  return type.toLowerCase() === 'microsoft.resources/deployments';
}

/** What other values refer to a resource by. */
export function referenceOf(type: string, name: Value): string {
  return `${type.toLowerCase()}|${canonical(name) ?? ''}`;
}

/** With symbolic names an object, else a list. */
function declaredIn(resources: Value | undefined): readonly (readonly [string | null, Value])[] {
  if (resources?.kind === 'map') return [...entriesOf(resources)];
  return itemsOf(resources).map((each) => [null, each] as const);
}

/** A name that cannot be known at all is shown as it is written. */
function readable(name: Value, written: Value): Value {
  if (name.kind !== 'unknown' || written.kind !== 'string') return name;
  return { ...name, range: written.range };
}

interface Placed {
  readonly type: string;
  readonly name: Value;
  readonly parent: ArmResource['parent'];
  readonly extended: ArmResource['extended'];
}

/** Type and name of a resource below another one, beside one (`server/rule`) or extending one (`…/providers/locks`). */
function place(ownType: string, ownName: Value, around: Around['parent']): Placed {
  const extension = /^(.*?)\/providers\/(.+)$/i.exec(ownType);
  if (extension) {
    const [, base = '', kind = ''] = extension;
    const [baseName, rest] = cut(ownName, base.split('/').length - 1);
    // The rest of the name begins with the namespace of the provider: `Microsoft.Insights/audit`.
    const [namespace, name] = cut(rest, 1);
    const type = namespace.kind === 'string' && !kind.includes('.') ? `${namespace.value}/${kind}` : kind;
    return { type, name, parent: null, extended: { type: base, name: baseName } };
  }
  if (around && !ownType.toLowerCase().startsWith('microsoft.'))
    return { type: `${around.type}/${ownType}`, name: join(around.name, ownName), parent: around, extended: null };
  if (around && !ownType.toLowerCase().startsWith(`${around.type.toLowerCase()}/`))
    return { type: ownType, name: ownName, parent: null, extended: around };
  const kinds = ownType.split('/');
  if (around) {
    const isWhole = segments(ownName) >= kinds.length - 1;
    return { type: ownType, name: isWhole ? ownName : join(around.name, ownName), parent: around, extended: null };
  }
  if (kinds.length <= 2 || segments(ownName) < 2) return { type: ownType, name: ownName, parent: null, extended: null };
  const [parentName] = cut(ownName, kinds.length - 2);
  return { type: ownType, name: ownName, parent: { type: kinds.slice(0, -1).join('/'), name: parentName }, extended: null };
}

function join(parent: Value, own: Value): Value {
  return textFromPieces([...(textPieces(parent) ?? []), '/', ...(textPieces(own) ?? [])], own.range);
}

function segments(name: Value): number {
  return (textPieces(name) ?? []).reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.split('/').length - 1 : 0), 1);
}

/** The first segments of a name, and the others. */
function cut(name: Value, count: number): readonly [Value, Value] {
  const before: (string | Extract<Value, { kind: 'unknown' }>)[] = [];
  const after: typeof before = [];
  let left = count;
  for (const piece of textPieces(name) ?? []) {
    if (typeof piece !== 'string' || left <= 0) {
      (left > 0 ? before : after).push(piece);
      continue;
    }
    const parts = piece.split('/');
    const head = parts.slice(0, left).join('/');
    const enough = parts.length > left;
    before.push(head);
    if (enough) after.push(parts.slice(left).join('/'));
    left -= enough ? left : parts.length - 1;
  }
  return [textFromPieces(before, name.range), textFromPieces(after, name.range)];
}

/** Where a resource is shown: its type stands there. */
export function headOf(written: Value): Range | null {
  return member(written, 'type')?.range ?? written.range;
}
