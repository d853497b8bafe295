/** Reads one evaluated Terraform block into nodes: what is written, what defaults, what is absent, what nobody can know. */
import type { AnyNode, Leaf, ListItem, ListNode, MapNode, Place } from '../node.ts';
import { absent, byDefault, explicit, nowhere, outside, placeWithin, unresolved } from '../node.ts';
import type { DeclaredBlock, DeclaredResource } from '../declared.ts';
import type { Range } from '../source.ts';
import type { TemplateValue, UnknownReason, UnknownValue, Value } from '../value.ts';
import { mapValue } from '../value.ts';
import { flattened } from './elements.ts';

/** Stands for an unknown part in a text that is otherwise known (`arn:aws:s3:::￼/*`). No real configuration holds it. */
export const HOLE = '\uFFFC';

/**
 * - `present`: written in the code · `absent`: the parent lacks it, defaults hold
 * - `unsure`: it may or may not exist, so nothing in it is certain · `outside`: its owner is not in this code
 */
type Presence =
  | { readonly kind: 'present'; readonly block: DeclaredBlock }
  | { readonly kind: 'object'; readonly value: Value }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unsure' | 'outside'; readonly reason: UnknownReason };

/**
 * What an attribute that is not written means: the provider's documented default holds; or the provider requires it, so that code without it
 * cannot be judged by it. Without options the attribute is optional and absent.
 */
export type ScalarOptions<T> = { readonly default: T } | { readonly required: true };

/** A variable without default must be given, so that what it sets is set. */
const SET_THOUGH_UNKNOWN: ReadonlySet<UnknownReason['code']> = new Set(['computed', 'data-source', 'unset-variable', 'redacted'] as const);

/** A block, or the place where one is missing. All methods answer for every presence; none throws. */
export class BlockReader {
  readonly #presence: Presence;
  /** Of the block itself; of its parent when it is missing. */
  readonly place: Place;
  /** The resource it belongs to; null below a stub. */
  readonly resource: DeclaredResource | null;

  constructor(presence: Presence, place: Place, resource: DeclaredResource | null) {
    this.#presence = presence;
    this.place = place;
    this.resource = resource;
  }

  static of(resource: DeclaredResource): BlockReader {
    return new BlockReader(
      { kind: 'present', block: resource.block },
      { range: resource.block.head, via: null, owner: resource.address },
      resource,
    );
  }

  /** One reader for each object of a value (`jsondecode`d documents); `rest`: there may be more. */
  static ofValue(value: Value, place: Place): { readonly readers: readonly BlockReader[]; readonly rest: Leaf<never> | null } {
    return new BlockReader({ kind: 'absent' }, place, null).#nested(value, place);
  }

  /** A resource that other blocks name but that is not in this code. */
  static outside(detail: string, place: Place): BlockReader {
    return new BlockReader({ kind: 'outside', reason: { code: 'unresolved-reference', detail } }, place, null);
  }

  /** True when the block is certainly written; a block that is not sure to exist counts as written. */
  get exists(): boolean {
    return this.#presence.kind === 'present' || this.#presence.kind === 'object' || this.#presence.kind === 'unsure';
  }

  /** All of what is written for it; null when nothing is. */
  get written(): Range | null {
    if (this.#presence.kind === 'present') return this.#presence.block.range;
    return this.#presence.kind === 'object' ? (this.#presence.value.range ?? this.place.range) : null;
  }

  /** The evaluated value of an attribute; undefined when it is not written or null. */
  value(name: string): Value | undefined {
    const found = this.#raw(name);
    return found === undefined || found.kind === 'null' ? undefined : found;
  }

  string(name: string): Leaf<string | undefined>;
  string(name: string, options: ScalarOptions<string>): Leaf<string>;
  string(name: string, options?: ScalarOptions<string>): Leaf<string | undefined> {
    return this.#scalar(name, toText, options);
  }

  /** One of a closed set of strings; anything else is kept as it is written and simply equals none of them. */
  oneOf<T extends string>(name: string): Leaf<T | undefined>;
  oneOf<T extends string>(name: string, options: ScalarOptions<T>): Leaf<T>;
  oneOf<T extends string>(name: string, options?: ScalarOptions<T>): Leaf<T | undefined> {
    // A value outside the set is a provider error; comparing it is harmless, so the cast only narrows the type for check authors.
    return this.#scalar(name, toText, options) as Leaf<T>;
  }

  boolean(name: string): Leaf<boolean | undefined>;
  boolean(name: string, options: ScalarOptions<boolean>): Leaf<boolean>;
  boolean(name: string, options?: ScalarOptions<boolean>): Leaf<boolean | undefined> {
    return this.#scalar(name, toBoolean, options);
  }

  number(name: string): Leaf<number | undefined>;
  number(name: string, options: ScalarOptions<number>): Leaf<number>;
  number(name: string, options?: ScalarOptions<number>): Leaf<number | undefined> {
    return this.#scalar(name, toNumber, options);
  }

  /** A text of which the known parts matter even when others are unknown; those appear as {@link HOLE}. */
  text(name: string): Leaf<string | undefined>;
  text(name: string, options: ScalarOptions<string>): Leaf<string>;
  text(name: string, options?: ScalarOptions<string>): Leaf<string | undefined> {
    return this.#scalar(name, toTextWithHoles, options);
  }

  /** A list or set of strings; a single string counts as a list of one. Elements with unknown parts hold {@link HOLE}s. */
  strings(name: string, options: { readonly default?: readonly string[] } = {}): ListNode<string> {
    const value = this.value(name);
    if (value) return stringList(value, this.#placeOf(name, value));
    const gap = this.#gap(name);
    if (gap) return { node: 'list', items: [], rest: gap, place: this.place };
    return {
      node: 'list',
      items: (options.default ?? []).map((item) => ({ node: byDefault(item, this.place), uncertain: false })),
      rest: null,
      place: this.place,
    };
  }

  /** Tags, environment variables …; also in a block, as code from before Terraform 0.12 has them. */
  stringMap(name: string): MapNode<string> {
    const value = this.value(name);
    if (value) return stringMapNode(value, this.#placeOf(name, value));
    const block = this.block(name);
    if (block.#presence.kind === 'present') return stringMapNode(asMap(block.#presence.block), block.place);
    return { node: 'map', entries: new Map(), rest: block.#isUnanswerable() ? block.#unanswered() : this.#gap(name), place: this.place };
  }

  /** The same written as a list of pairs, as CloudFormation has its tags: `[{ Key: …, Value: … }]`. A mapping counts as well. */
  pairs(name: string, { key = 'Key', value = 'Value' }: { readonly key?: string; readonly value?: string } = {}): MapNode<string> {
    const written = this.value(name);
    if (!written) return this.stringMap(name);
    return pairMapNode(written, this.#placeOf(name, written), { key, value });
  }

  /** The only (or first) nested block of a type, also when written as an attribute (`versioning = { enabled = true }`). */
  block(type: string): BlockReader {
    const { readers, rest } = this.blocks(type);
    const [first] = readers;
    if (first?.uncertain && !first.#isUnanswerable()) {
      const reason: UnknownReason = { code: 'computed', detail: `it is not known whether there is a ${type} block` };
      return new BlockReader({ kind: 'unsure', reason }, first.place, this.resource);
    }
    if (first) return first;
    if (this.#presence.kind === 'unsure' || this.#presence.kind === 'outside')
      return new BlockReader(this.#presence, this.place, this.resource);
    if (rest) return new BlockReader({ kind: 'unsure', reason: rest.reason ?? noReason }, rest.place, this.resource);
    return new BlockReader({ kind: 'absent' }, this.place, this.resource);
  }

  /** All nested blocks of a type. `rest`: there may be more. */
  blocks(type: string): { readonly readers: readonly BlockReader[]; readonly rest: Leaf<never> | null } {
    const presence = this.#presence;
    if (presence.kind === 'unsure' || presence.kind === 'outside') return { readers: [], rest: this.#unanswered() };
    const written = presence.kind === 'present' ? presence.block.blocks.filter((block) => block.type === type) : [];
    const readers = written.map(
      (block) => new BlockReader({ kind: 'present', block }, { ...this.place, range: block.head, via: block.via }, this.resource),
    );
    const value = this.value(type);
    if (!value) return { readers, rest: this.#gap(type) };
    const asAttribute = this.#nested(value, this.#placeOf(type, value));
    return { readers: [...readers, ...asAttribute.readers], rest: asAttribute.rest };
  }

  /** True when the block comes from a dynamic block or count nobody can know the length of. */
  get uncertain(): boolean {
    return this.#presence.kind === 'unsure' || (this.#presence.kind === 'present' && this.#presence.block.uncertain);
  }

  /** One list element for each nested block of a type. */
  list<E>(type: string, read: (block: BlockReader) => ListItem<E>['node']): ListNode<E> {
    const { readers, rest } = this.blocks(type);
    const first = readers[0];
    return {
      node: 'list',
      items: readers.map((reader) => ({ node: read(reader), uncertain: reader.uncertain })),
      rest,
      place: first ? first.place : this.place,
    };
  }

  /** What to answer for an attribute that is not written: absent, or unresolved or outside with the block itself. */
  missing(name: string): Leaf<never> {
    const { state, reason, place } = this.string(name);
    return state === 'unresolved'
      ? unresolved(reason ?? noReason, place)
      : state === 'outside'
        ? outside(reason?.detail ?? '', place)
        : absent(place);
  }

  /** Explicit true or false for "is this nested block written": a leaf that can be evidence. */
  has(type: string): Leaf<boolean> {
    const block = this.block(type);
    if (block.#isUnanswerable()) return block.#unanswered();
    return block.exists ? explicit(true, block.place) : byDefault(false, this.place);
  }

  /** Is the attribute written (and not null)? Also true for an unknown value of which only the content is unknown. */
  isSet(name: string): Leaf<boolean> {
    const value = this.value(name);
    if (!value) return this.#gap(name) ?? byDefault(false, this.place);
    const place = this.#placeOf(name, value);
    if (value.kind !== 'unknown') return explicit(!(value.kind === 'string' && value.value === ''), place);
    if (value.mayBeNull) return unresolved(value.reason, place);
    return value.refs.length > 0 || SET_THOUGH_UNKNOWN.has(value.reason.code) ? explicit(true, place) : unresolved(value.reason, place);
  }

  /** Place of an attribute when written, else of the block that lacks it. */
  placeOf(name: string): Place {
    const value = this.value(name);
    return value ? this.#placeOf(name, value) : this.place;
  }

  #raw(name: string): Value | undefined {
    if (this.#presence.kind === 'present') return this.#find(this.#presence.block.attributes, name)?.value;
    if (this.#presence.kind !== 'object' || this.#presence.value.kind !== 'map') return undefined;
    const found = this.#find(this.#presence.value.entries, name);
    return found && sensitiveWithin(this.#presence.value, found);
  }

  /** Resource Manager takes the names of members in any case (`Backup`), all others take them as they are. */
  #find<T>(members: ReadonlyMap<string, T>, name: string): T | undefined {
    const exact = members.get(name);
    if (exact !== undefined || !this.resource?.type.toLowerCase().startsWith('microsoft.')) return exact;
    const lower = name.toLowerCase();
    for (const [key, value] of members) if (key.toLowerCase() === lower) return value;
    return undefined;
  }

  /** Why an attribute that is not written cannot be taken for missing: nothing is known of the block, or it may have more keys. */
  #gap(name: string): Leaf<never> | null {
    if (this.#isUnanswerable()) return this.#unanswered();
    const holder =
      this.#presence.kind === 'present' ? this.#presence.block : this.#presence.kind === 'object' ? this.#presence.value : null;
    const rest = holder !== null && 'rest' in holder ? holder.rest : null;
    return rest && !this.#raw(name) ? restOf(rest, this.place) : null;
  }

  /** Where the value was set; the attribute itself when the value has no place of its own. */
  #placeOf(name: string, value: Value): Place {
    const written = this.#presence.kind === 'present' ? this.#presence.block.attributes.get(name)?.range : undefined;
    const range = value.range ?? written ?? this.place.range;
    return { ...this.place, range: sameText(range, written) ? (written ?? range) : range, via: value.via };
  }

  #isUnanswerable(): boolean {
    return this.#presence.kind === 'unsure' || this.#presence.kind === 'outside';
  }

  #unanswered(): Leaf<never> {
    const presence = this.#presence;
    if (presence.kind === 'outside') return outside(presence.reason.detail, this.place);
    return unresolved(presence.kind === 'unsure' ? presence.reason : noReason, this.place);
  }

  #scalar<T>(name: string, convert: (value: Value) => T | UnknownReason, options?: ScalarOptions<T>): Leaf<T> {
    const value = this.value(name);
    if (value) {
      const converted = convert(value);
      const place = this.#placeOf(name, value);
      return isReason(converted) ? unresolved(converted, place) : explicit(converted, place, value.sensitive);
    }
    const gap = this.#gap(name);
    if (gap) return gap;
    if (!options) return absent(this.place);
    if ('default' in options) return byDefault(options.default, this.place);
    return unresolved({ code: 'unresolved-reference', detail: `${name} is required and not written` }, this.place);
  }

  #nested(value: Value, place: Place): { readers: BlockReader[]; rest: Leaf<never> | null } {
    const nested = (item: Value): BlockReader =>
      item.kind === 'unknown'
        ? new BlockReader({ kind: 'unsure', reason: item.reason }, placeWithin(place, item), this.resource)
        : new BlockReader({ kind: 'object', value: item }, placeWithin(place, item), this.resource);
    if (value.kind === 'unknown') return { readers: [], rest: unresolved(value.reason, place) };
    if (value.kind === 'map') return { readers: [nested(value)], rest: null };
    if (value.kind !== 'list' && value.kind !== 'set') return { readers: [], rest: null };
    const { items, rest } = flattened(value);
    const objects = items.filter((item) => item.kind === 'map' || item.kind === 'unknown');
    return { readers: objects.map((item) => nested(sensitiveWithin(value, item))), rest: rest && restOf(rest, place) };
  }
}

function asMap({ attributes, range }: DeclaredBlock): Value {
  return mapValue(new Map([...attributes].map(([key, { value }]) => [key, value])), range);
}

const noReason: UnknownReason = { code: 'computed', detail: 'it is not known' };

function sameText(range: Range | null, other: Range | undefined): boolean {
  return range !== null && other !== undefined && range.source === other.source && range.start >= other.start && range.end <= other.end;
}

function isReason(value: unknown): value is UnknownReason {
  return typeof value === 'object' && value !== null && 'code' in value;
}

/** Terraform turns numbers and booleans into strings where a string is wanted. */
export function toText(value: Value): string | UnknownReason {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'number':
    case 'bool':
      return String(value.value);
    case 'unknown':
      return value.reason;
    case 'template':
      return firstUnknown(value).reason;
    default:
      return { code: 'unsupported', detail: `a ${value.kind} stands where a string belongs` };
  }
}

export function toTextWithHoles(value: Value): string | UnknownReason {
  if (value.kind !== 'template') return toText(value);
  return value.parts.map((part) => (typeof part === 'string' ? part : HOLE)).join('');
}

/** What is inside of something sensitive is sensitive. */
function sensitiveWithin(outer: Value, inner: Value): Value {
  return outer.sensitive && !inner.sensitive ? { ...inner, sensitive: true } : inner;
}

function toBoolean(value: Value): boolean | UnknownReason {
  if (value.kind === 'bool') return value.value;
  // CloudFormation takes `"True"` too.
  if (value.kind === 'string' && /^(?:true|1)$/i.test(value.value)) return true;
  if (value.kind === 'string' && /^(?:false|0)$/i.test(value.value)) return false;
  return noScalar(value, 'boolean');
}

function toNumber(value: Value): number | UnknownReason {
  if (value.kind === 'number') return value.value;
  if (value.kind === 'string' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value.value)) return Number(value.value);
  return noScalar(value, 'number');
}

function noScalar(value: Value, wanted: string): UnknownReason {
  if (value.kind === 'template') return firstUnknown(value).reason;
  return value.kind === 'unknown' ? value.reason : { code: 'unsupported', detail: `a ${value.kind} stands where a ${wanted} belongs` };
}

function firstUnknown(value: TemplateValue): UnknownValue {
  const found = value.parts.find((part) => typeof part !== 'string');
  return found ?? { kind: 'unknown', reason: noReason, range: value.range, via: value.via, refs: [], sensitive: value.sensitive };
}

function restOf(value: UnknownValue, place: Place): Leaf<never> {
  return unresolved(value.reason, placeWithin(place, value));
}

/** A value that should be a list of strings, as nodes. Texts with unknown parts hold {@link HOLE}s. */
export function stringList(value: Value, place: Place): ListNode<string> {
  if (value.kind === 'unknown') return { node: 'list', items: [], rest: unresolved(value.reason, place), place };
  if (value.kind !== 'list' && value.kind !== 'set')
    return { node: 'list', items: [{ node: textLeaf(value, place), uncertain: false }], rest: null, place };
  const { items, rest } = flattened(value);
  const leaves = items
    .filter((item) => item.kind !== 'null')
    .map((item) => ({ node: textLeaf(sensitiveWithin(value, item), place), uncertain: false }));
  return { node: 'list', items: leaves, rest: rest && restOf(rest, place), place };
}

/** A scalar value as a text leaf with {@link HOLE}s. */
export function textLeaf(value: Value, place: Place): Leaf<string> {
  const own = placeWithin(place, value);
  const text = toTextWithHoles(value);
  return isReason(text) ? unresolved(text, own) : explicit(text, own, value.sensitive);
}

/** A value that should be a map of strings, as nodes. */
export function stringMapNode(value: Value, place: Place): MapNode<string> {
  if (value.kind !== 'map') {
    const reason = value.kind === 'unknown' ? value.reason : noReason;
    return { node: 'map', entries: new Map(), rest: unresolved(reason, place), place };
  }
  const entries = new Map(
    [...value.entries].map(([key, item]) => [
      key,
      item.kind === 'null' ? absent<string>(place) : textLeaf(sensitiveWithin(value, item), place),
    ]),
  );
  return { node: 'map', entries, rest: value.rest && restOf(value.rest, place), place };
}

function pairMapNode(value: Value, place: Place, names: { readonly key: string; readonly value: string }): MapNode<string> {
  if (value.kind !== 'list') return stringMapNode(value, place);
  const entries = new Map<string, Leaf<string>>();
  let rest = value.rest && restOf(value.rest, place);
  for (const item of value.items) {
    const key = item.kind === 'map' ? item.entries.get(names.key) : item;
    const text = key && toText(key);
    const content = item.kind === 'map' ? item.entries.get(names.value) : undefined;
    if (typeof text === 'string' && item.kind === 'map')
      entries.set(text, content ? textLeaf(sensitiveWithin(value, content), place) : absent(place));
    else if (item.kind === 'unknown' || isReason(text)) rest ??= unresolved(isReason(text) ? text : noReason, placeWithin(place, item));
  }
  return { node: 'map', entries, rest, place };
}

/** The first block that is written: a companion resource before the legacy inline block. When none is, the first, whose absence then speaks. */
export function firstPresent(...blocks: readonly [BlockReader, ...BlockReader[]]): BlockReader {
  return blocks.find((block) => block.exists) ?? blocks[0];
}

/** Absent, as any node type wants it. */
export function absentAt(place: Place = nowhere): Leaf<never> {
  return absent(place);
}

export type { AnyNode };
