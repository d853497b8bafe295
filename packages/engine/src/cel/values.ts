/** Values of expressions while they are evaluated. What is unknown, what is an error and null are three different things. */
import type { Text } from '@kumomori/model';
import { Unanswered } from '@kumomori/model';

/** A value that is an error, as CEL has it: `||` and `&&` may absorb it. */
export class CelFault {
  /** Stable word: `no-such-field`, `overflow`, `divide-by-zero`, `out-of-range`, `no-overload`, `bad-value`. */
  readonly code: string;
  readonly text: Text;
  constructor(code: string, text: Text) {
    this.code = code;
    this.text = text;
  }
}

export class CelUint {
  readonly value: bigint;
  constructor(value: bigint) {
    this.value = value;
  }
}

/** A point of time or a length of time, in nanoseconds. */
export class CelTime {
  readonly kind: 'timestamp' | 'duration';
  readonly nanoseconds: bigint;
  constructor(kind: 'timestamp' | 'duration', nanoseconds: bigint) {
    this.kind = kind;
    this.nanoseconds = nanoseconds;
  }
}

export class CelOptional {
  readonly value: CelValue | undefined;
  constructor(value: CelValue | undefined) {
    this.value = value;
  }
}

export const NO_VALUE = new CelOptional(undefined);

export class CelTypeValue {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Addresses, URLs, quantities: values that only their own functions look into. Equal when `key` is. */
export class CelOpaque {
  readonly kind: 'ip' | 'cidr' | 'url' | 'quantity';
  readonly key: string;
  readonly data: unknown;
  constructor(kind: CelOpaque['kind'], key: string, data: unknown) {
    this.kind = kind;
    this.key = key;
    this.data = data;
  }
}

/** A text some parts of which are unknown: each stands as one {@link HOLE}. */
export class CelPartial {
  readonly text: string;
  readonly unknown: Unanswered;
  constructor(text: string, unknown: Unanswered) {
    this.text = text;
    this.unknown = unknown;
  }
}

/** A list; elements are made when they are asked for. */
export abstract class CelList {
  abstract readonly length: number;
  abstract at(index: number): CelValue;
  /** It is not known whether this element is there at all. */
  isUncertain(_index: number): boolean {
    return false;
  }
  /** Not null: there may be more elements. */
  get rest(): Unanswered | null {
    return null;
  }
  /** Not null: it is not known how many elements there are, hence which stands where. */
  get open(): Unanswered | null {
    return this.rest;
  }
  /** Notes that the list itself was looked at. */
  look(): void {
    // Nothing is noted of lists that expressions make.
  }
}

/** A map, or an object with fields. */
export abstract class CelMap {
  /** Undefined: there is certainly no such key. */
  abstract get(key: CelKey): CelValue | undefined;
  /** Whether the key is there, whatever stands under it. */
  abstract has(key: CelKey): boolean | Unanswered;
  abstract keys(): readonly CelKey[];
  /** Not null: there may be more keys. */
  get rest(): Unanswered | null {
    return null;
  }
  /** `has(a.b)`: differs from `b in a` for fields that hold lists. */
  hasField(name: string): boolean | Unanswered {
    return this.has(name);
  }
}

/** Numbers that are whole are bigints as keys. */
export type CelKey = string | bigint | boolean | number;

export type CelValue =
  | boolean
  | string
  | bigint
  | number
  | null
  | Uint8Array
  | CelUint
  | CelTime
  | CelOptional
  | CelTypeValue
  | CelOpaque
  | CelPartial
  | CelList
  | CelMap
  | CelFault
  | Unanswered;

/** Of values that are neither unknown nor errors. */
export type KnownCelValue = Exclude<CelValue, CelFault | Unanswered>;

export function isKnown(value: CelValue): value is KnownCelValue {
  return !(value instanceof Unanswered) && !(value instanceof CelFault);
}

/** `unresolved` wins over `outside`: something that is in this code is unknown. */
export function worseOf(known: Unanswered | null, next: Unanswered): Unanswered {
  return known === null || (known.kind === 'outside' && next.kind === 'unresolved') ? next : known;
}

export class ArrayList extends CelList {
  readonly #items: readonly CelValue[];
  readonly #uncertain: ReadonlySet<number> | null;
  readonly #rest: Unanswered | null;
  constructor(items: readonly CelValue[], uncertain: ReadonlySet<number> | null = null, rest: Unanswered | null = null) {
    super();
    this.#items = items;
    this.#uncertain = uncertain;
    this.#rest = rest;
  }
  get length(): number {
    return this.#items.length;
  }
  at(index: number): CelValue {
    return this.#items[index] ?? null;
  }
  override isUncertain(index: number): boolean {
    return this.#uncertain !== null && this.#uncertain.has(index);
  }
  override get rest(): Unanswered | null {
    return this.#rest;
  }
}

export class EntryMap extends CelMap {
  readonly #entries: ReadonlyMap<CelKey, CelValue>;
  readonly #rest: Unanswered | null;
  constructor(entries: ReadonlyMap<CelKey, CelValue>, rest: Unanswered | null = null) {
    super();
    this.#entries = entries;
    this.#rest = rest;
  }
  get(key: CelKey): CelValue | undefined {
    const found = this.#entries.get(key);
    return found === undefined ? (this.#rest ?? undefined) : found;
  }
  has(key: CelKey): boolean | Unanswered {
    return this.#entries.has(key) || (this.#rest ?? false);
  }
  keys(): readonly CelKey[] {
    return [...this.#entries.keys()];
  }
  override get rest(): Unanswered | null {
    return this.#rest;
  }
}

/** The type's name as CEL has it. */
export function typeNameOf(value: KnownCelValue): string {
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'string':
      return 'string';
    case 'bigint':
      return 'int';
    case 'number':
      return 'double';
    default:
      return objectTypeName(value);
  }
}

function objectTypeName(value: Exclude<KnownCelValue, boolean | string | bigint | number>): string {
  if (value === null) return 'null_type';
  if (value instanceof CelList) return 'list';
  if (value instanceof CelMap) return 'map';
  if (value instanceof CelUint) return 'uint';
  if (value instanceof CelTime) return value.kind === 'timestamp' ? 'google.protobuf.Timestamp' : 'google.protobuf.Duration';
  if (value instanceof CelPartial) return 'string';
  if (value instanceof Uint8Array) return 'bytes';
  if (value instanceof CelOptional) return 'optional_type';
  if (value instanceof CelTypeValue) return 'type';
  return `net.${value.kind}`;
}

/** For messages. */
export function shortTypeName(value: KnownCelValue): string {
  if (value instanceof CelTime) return value.kind;
  if (value === null) return 'null';
  if (value instanceof CelOpaque) return value.kind;
  return value instanceof CelOptional ? 'optional' : typeNameOf(value);
}

/** A key as maps hold it; undefined for what cannot be one. */
export function keyOf(value: KnownCelValue): CelKey | undefined {
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  return value instanceof CelUint ? value.value : undefined;
}
