/**
 * What the bicep program made of a Bicep file, on the lines of that file: structure and values are the program's, places are those of our own
 * reading. Resources are the same by symbolic name (language version 2.0 of templates), else by type and name, else by type and order.
 */
import type { Range, Value } from '@kumomori/model';
import { listValue, mapValue } from '@kumomori/model';
import { Budget } from './budget.ts';
import { evaluate } from './evaluate.ts';
import { Resources, isDeployment, referenceOf } from './resources.ts';
import { Scope } from './scope.ts';
import { entriesOf, itemsOf, member, textOf } from './values.ts';

export interface JoinedTemplate {
  readonly value: Value;
  /** Modules that are files of this disk, by the path that `fileOf` gave: the program writes them into the template that uses them. */
  readonly modules: ReadonlyMap<string, Value>;
}

/**
 * `own`: the same file as we read it. `fileOf`: the path in the tree that a module is written by; null for registries and what is not there,
 * whose resources then stand at the module's declaration. Never throws. O(compiled).
 */
export function joinCompiled(compiled: Value, own: Value, fileOf: (written: string) => string | null): JoinedTemplate {
  const modules = new Map<string, Value>();
  const joiner = new Joiner(own, (written, template) => {
    const path = fileOf(written);
    if (path !== null && !modules.has(path)) modules.set(path, template);
    return path !== null;
  });
  return { value: joiner.join(compiled), modules };
}

/** The value with the places of another one; where that one has nothing, at what is around. */
function placed(value: Value, own: Value | undefined, around: Range | null): Value {
  const range = own?.range ?? around;
  switch (value.kind) {
    case 'map':
      return mapValue(new Map([...value.entries].map(([key, entry]) => [key, placed(entry, member(own, key), range)])), range);
    case 'list':
      return listValue(
        value.items.map((item, index) => placed(item, itemsOf(own)[index], range)),
        range,
      );
    default:
      return { ...value, range };
  }
}

/** A resource of one of the two templates. */
interface Found {
  /** Of a child `server::office`, as the program writes it; null where there are no symbolic names. */
  readonly path: string | null;
  readonly written: Value;
  /** `microsoft.sql/servers|orders`, of every instance; empty when it is certainly not deployed. */
  readonly references: readonly string[];
}

class Joiner {
  readonly #own: Value;
  readonly #takeModule: (written: string, template: Value) => boolean;

  constructor(own: Value, takeModule: (written: string, template: Value) => boolean) {
    this.#own = own;
    this.#takeModule = takeModule;
  }

  join(compiled: Value): Value {
    const parts = [...entriesOf(compiled)].map(([name, part]): readonly [string, Value] => {
      const own = member(this.#own, name);
      if (name === 'resources') return [name, this.#resources(compiled)];
      if (part.kind !== 'map') return [name, placed(part, own, null)];
      // What only the program knows (texts of files, for one) has no place: it is shown where it is used.
      const members = [...part.entries].map(([key, entry]) => [key, placed(entry, member(own, key), null)] as const);
      return [name, mapValue(new Map(members), own?.range ?? null)];
    });
    return mapValue(new Map(parts), this.#own.range);
  }

  #resources(compiled: Value): Value {
    const own = new Candidates(foundIn(this.#own));
    const all = foundIn(compiled).map((each) => ({ each, same: own.takeSame(each) }));
    const entries = new Map<string, Value>();
    for (const [index, { each, same }] of all.entries()) {
      const found = same ?? own.takeOfType(typeOf(each));
      entries.set(each.path ?? found?.path ?? `#${index}`, this.#resource(each.written, found?.written));
    }
    // The program's lists leave out what is only referred to.
    for (const { path, written } of own.left)
      if (path !== null && !path.includes('::') && member(written, 'existing') && !entries.has(path))
        entries.set(path, withoutChildren(written));
    return mapValue(entries);
  }

  #resource(written: Value, own: Value | undefined): Value {
    const head = own?.range ?? firstLine(this.#own.range);
    const result = placed(written, own, head);
    const link = member(member(own, 'properties'), 'templateLink');
    const template = member(member(written, 'properties'), 'template');
    const path = textOf(member(link, 'relativePath'));
    if (result.kind !== 'map' || !link || !template || path === null || !this.#takeModule(path, template)) return result;
    const properties = new Map(entriesOf(member(result, 'properties')));
    properties.delete('template');
    properties.set('templateLink', link);
    return mapValue(new Map([...result.entries, ['properties', mapValue(properties, head)]]), result.range);
  }
}

/** Our resources, each taken once. */
class Candidates {
  readonly left: Set<Found>;
  readonly #byPath: ReadonlyMap<string, Found>;
  readonly #byReference: ReadonlyMap<string, Found>;
  readonly #byType = new Map<string, Found[]>();

  constructor(all: readonly Found[]) {
    this.left = new Set(all);
    this.#byPath = new Map(all.flatMap((each) => (each.path === null ? [] : [[each.path, each] as const])));
    this.#byReference = new Map(all.flatMap((each) => each.references.map((reference) => [reference, each] as const)));
    for (const each of all) push(this.#byType, typeOf(each), each);
  }

  takeSame({ path, references }: Found): Found | undefined {
    const named = path === null ? undefined : this.#byPath.get(path);
    const found = named ?? references.map((reference) => this.#byReference.get(reference)).find((each) => each && this.left.has(each));
    if (found) this.left.delete(found);
    return found;
  }

  /** The first that is left. */
  takeOfType(type: string): Found | undefined {
    const queue = type === '' ? undefined : this.#byType.get(type);
    while (queue && queue.length > 0) {
      const found = queue.shift();
      if (found && this.left.delete(found)) return found;
    }
    return undefined;
  }
}

function typeOf({ references: [first = ''] }: Found): string {
  return first.slice(0, Math.max(0, first.indexOf('|')));
}

/** Every resource of a template, children too; those inside of nested deployments not. */
function foundIn(template: Value): readonly Found[] {
  const registry = new Resources();
  const scope = new Scope({ template, given: new Map(), budget: new Budget(), registry, evaluate });
  registry.collect(member(template, 'resources'), scope);
  const references = new Map<Value, string[]>();
  for (const { written, type, name } of registry.all) push(references, written, referenceOf(type, name));
  return declaredBelow(member(template, 'resources'), '').map(({ path, written }) => ({
    path,
    written,
    references: references.get(written) ?? [],
  }));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function declaredBelow(resources: Value | undefined, above: string): readonly Omit<Found, 'references'>[] {
  const own: readonly (readonly [string | null, Value])[] =
    resources?.kind === 'map' ? [...resources.entries] : itemsOf(resources).map((each) => [null, each] as const);
  return own.flatMap(([symbol, written]) => {
    const path = symbol === null ? null : `${above}${symbol}`;
    const isModule = isDeployment(textOf(member(written, 'type')) ?? '');
    return [{ path, written }, ...(isModule ? [] : declaredBelow(member(written, 'resources'), path === null ? '' : `${path}::`))];
  });
}

function withoutChildren(written: Value): Value {
  return mapValue(new Map([...entriesOf(written)].filter(([key]) => key !== 'resources')), written.range);
}

/** Where something stands that our own reading does not know. */
function firstLine(whole: Range | null): Range | null {
  if (!whole) return null;
  const end = whole.source.text.indexOf('\n');
  return { ...whole, start: 0, end: end === -1 ? whole.source.text.length : end };
}
