/**
 * The normalized form of a resource: a tree of nodes beneath the shape's interface. Each leaf says whether its value is explicit, a
 * default, absent, unresolved or outside of what was looked at, and where it was set. Readers build nodes, checks see plain values.
 */
import type { Range } from './source.ts';
import type { Provenance, UnknownReason } from './value.ts';

export type Scalar = string | number | boolean;

/**
 * - `explicit`: written by somebody; `default`: not written, the provider's documented default holds; `absent`: not there, no default
 * - `unresolved`: there, but nobody can know the value from what we were given
 * - `outside`: belongs to something this input does not manage at all (a bucket that only a public-access block names)
 */
export type LeafState = 'explicit' | 'default' | 'absent' | 'unresolved' | 'outside';

/** Where a value was set. `range` null: no text (a live source, or nothing to point at). */
export interface Place {
  readonly range: Range | null;
  readonly via: Provenance | null;
  /** Address of the block instance that holds the attribute: instances of one block share its range, not its values. */
  readonly owner?: string;
}

/** The place of a value inside another: its own text and way when it has them. */
export function placeWithin(outer: Place, value: Place): Place {
  return { ...outer, range: value.range ?? outer.range, via: value.via ?? outer.via };
}

export const nowhere: Place = { range: null, via: null };

export interface Leaf<T> {
  readonly node: 'leaf';
  readonly state: LeafState;
  /** Undefined unless explicit or default. */
  readonly value: T | undefined;
  readonly place: Place;
  /** For `unresolved` and `outside`. */
  readonly reason: UnknownReason | null;
  /** The value must not be shown: evidence is redacted. */
  readonly sensitive: boolean;
  /** Never set. For the compiler: a leaf that may be absent does not fit a field that always has a value. */
  readonly holds?: T;
}

export interface ListItem<E> {
  readonly node: NodeOf<E>;
  /** It is not known whether this element exists. */
  readonly uncertain: boolean;
}

export interface ListNode<E> {
  readonly node: 'list';
  readonly items: readonly ListItem<E>[];
  /** Not null: there may be more elements. */
  readonly rest: Leaf<never> | null;
  /** Of the list itself; for an absent one the block that lacks it. */
  readonly place: Place;
}

export interface MapNode<V> {
  readonly node: 'map';
  readonly entries: ReadonlyMap<string, Leaf<V>>;
  readonly rest: Leaf<never> | null;
  readonly place: Place;
}

export interface ObjectNode<T> {
  readonly node: 'object';
  readonly fields: FieldsOf<T>;
  readonly place: Place;
}

/** A link to another resource; `target` is its key, null when it is not visible here. */
export interface RefNode {
  readonly node: 'ref';
  readonly target: string | null;
  readonly place: Place;
  readonly reason: UnknownReason | null;
}

export type FieldsOf<T> = { readonly [K in keyof T]-?: NodeOf<T[K]> };

/** The node that stands for a value of type T in a shape. */
export type NodeOf<T> = [T] extends [Scalar | undefined]
  ? Leaf<T>
  : NonNullable<T> extends AttrMap<infer V>
    ? MapNode<V>
    : NonNullable<T> extends readonly (infer E)[]
      ? ListNode<E>
      : ObjectNode<NonNullable<T>> | RefNode | Leaf<never>;

/** Any node, where the shape's type does not matter. */
export type AnyNode = Leaf<unknown> | ListNode<unknown> | MapNode<unknown> | ObjectNode<unknown> | RefNode;

/** Tags, labels, environment variables: what a check sees of a MapNode. */
export interface AttrMap<V> {
  /** The value; undefined when the key is certainly not there. Unresolved when it may be there. */
  get(key: string): V | undefined;
  /** True also when only the value is unknown. */
  has(key: string): boolean;
  /** Keys that are known to exist; `complete` is false when there may be more. */
  keys(): { readonly known: readonly string[]; readonly complete: boolean };
}

/** Marks a field that links to another resource; a check reads through it as if the other resource stood there. */
export type Ref<T> = T;

export function explicit<T>(value: T, place: Place, sensitive = false): Leaf<T> {
  return { node: 'leaf', state: 'explicit', value, place, reason: null, sensitive };
}
export function byDefault<T>(value: T, place: Place): Leaf<T> {
  return { node: 'leaf', state: 'default', value, place, reason: null, sensitive: false };
}
export function absent<T>(place: Place): Leaf<T> {
  return { node: 'leaf', state: 'absent', value: undefined, place, reason: null, sensitive: false };
}
export function unresolved<T>(reason: UnknownReason, place: Place): Leaf<T> {
  return { node: 'leaf', state: 'unresolved', value: undefined, place, reason, sensitive: false };
}
export function outside<T>(detail: string, place: Place): Leaf<T> {
  return { node: 'leaf', state: 'outside', value: undefined, place, reason: { code: 'unresolved-reference', detail }, sensitive: false };
}

/** The leaf, unless it is absent: then null. */
export function present<T extends Scalar>(leaf: Leaf<T | undefined>): Leaf<T> | null {
  // Of a leaf that is not absent only the compiler thinks that it may hold undefined.
  return leaf.state === 'absent' ? null : (leaf as Leaf<T>);
}

/** The same leaf with its value converted: a word as a boolean, hours as days. A leaf without a value keeps its state. */
export function mapLeaf<T, U>(leaf: Leaf<T>, convert: (value: NonNullable<T>) => U): Leaf<U> {
  const { state, place, reason, sensitive, value } = leaf;
  return { node: 'leaf', state, value: value === undefined || value === null ? undefined : convert(value), place, reason, sensitive };
}

/** A list whose elements are all certain, unless said otherwise. */
export function list<E>(nodes: readonly NodeOf<E>[], place: Place, rest: Leaf<never> | null = null): ListNode<E> {
  return { node: 'list', items: nodes.map((node) => ({ node, uncertain: false })), rest, place };
}

export function object<T>(fields: FieldsOf<T>, place: Place): ObjectNode<T> {
  return { node: 'object', fields, place };
}
