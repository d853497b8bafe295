/** Plain data, and values of code with positions, as values of expressions. */
import type { Place, Tracker, UnknownReason, Value } from '@kumomori/model';
import { HOLE, Unanswered, explicit, nowhere, unresolved } from '@kumomori/model';
import type { CelKey, CelValue } from './values.ts';
import { ArrayList, CelFault, CelList, CelMap, CelPartial, EntryMap } from './values.ts';

const MAX_DEPTH = 200;

/** JSON and JavaScript's own values; whole numbers are ints. What is already a value of expressions stays. */
export function celOfData(data: unknown, depth = 0): CelValue {
  switch (typeof data) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return data;
    case 'number':
      return Number.isSafeInteger(data) ? BigInt(data) : data;
    case 'object':
      return celOfObject(data, depth);
    default:
      return null;
  }
}

function celOfObject(data: object | null, depth: number): CelValue {
  if (data === null) return null;
  if (depth > MAX_DEPTH) return new CelFault('bad-value', { en: 'the data is nested too deep', ja: 'データの入れ子が深すぎます' });
  if (data instanceof CelMap || data instanceof CelList || data instanceof Unanswered || data instanceof Uint8Array) return data;
  if (Array.isArray(data)) return new ArrayList(data.map((each) => celOfData(each, depth + 1)));
  const entries = Object.entries(data).map(([key, value]) => [key, celOfData(value, depth + 1)] as const);
  return new EntryMap(new Map<CelKey, CelValue>(entries));
}

/** An unknown value: of a manifest that is made elsewhere, of a question that only a cluster answers. */
export function unknownCel(path: string, reason: UnknownReason, place: Place = nowhere): Unanswered {
  return new Unanswered('unresolved', path, reason, place);
}

/** A value of code: what is read of it is noted with its position; parts that are not known stay unknown. */
export function celOfValue(value: Value, path: string, tracker: Tracker): CelValue {
  const place: Place = { range: value.range, via: value.via };
  switch (value.kind) {
    case 'map':
      return new ValueMap(value, path, tracker);
    case 'list':
    case 'set':
      return new ValueList(value, path, tracker);
    case 'null':
      return null;
    case 'unknown':
      tracker.reads.push({ path, node: unresolved<never>(value.reason, place) });
      return new Unanswered('unresolved', path, value.reason, place);
    case 'template': {
      const reason = value.parts.find((part) => typeof part !== 'string')?.reason ?? {
        code: 'computed',
        detail: 'parts of it are not known',
      };
      tracker.reads.push({ path, node: unresolved<never>(reason, place) });
      const text = value.parts.map((part) => (typeof part === 'string' ? part : HOLE)).join('');
      return new CelPartial(text, new Unanswered('unresolved', path, reason, place));
    }
    default:
      tracker.reads.push({ path, node: explicit(value.value, place, value.sensitive) });
      return celOfData(value.value);
  }
}

function openAt(rest: Extract<Value, { kind: 'unknown' }>, path: string): Unanswered {
  return new Unanswered('unresolved', path, rest.reason, { range: rest.range, via: rest.via });
}

class ValueMap extends CelMap {
  readonly #value: Extract<Value, { kind: 'map' }>;
  readonly #path: string;
  readonly #tracker: Tracker;
  constructor(value: Extract<Value, { kind: 'map' }>, path: string, tracker: Tracker) {
    super();
    this.#value = value;
    this.#path = path;
    this.#tracker = tracker;
  }
  get(key: CelKey): CelValue | undefined {
    const found = typeof key === 'string' ? this.#value.entries.get(key) : undefined;
    if (found) return celOfValue(found, this.#path === '' ? String(key) : `${this.#path}.${String(key)}`, this.#tracker);
    return this.rest ?? undefined;
  }
  has(key: CelKey): boolean | Unanswered {
    return (typeof key === 'string' && this.#value.entries.has(key)) || (this.rest ?? false);
  }
  keys(): readonly CelKey[] {
    return [...this.#value.entries.keys()];
  }
  override get rest(): Unanswered | null {
    return this.#value.rest && openAt(this.#value.rest, this.#path);
  }
}

class ValueList extends CelList {
  readonly #value: Extract<Value, { kind: 'list' | 'set' }>;
  readonly #path: string;
  readonly #tracker: Tracker;
  constructor(value: Extract<Value, { kind: 'list' | 'set' }>, path: string, tracker: Tracker) {
    super();
    this.#value = value;
    this.#path = path;
    this.#tracker = tracker;
  }
  get length(): number {
    return this.#value.items.length;
  }
  at(index: number): CelValue {
    const item = this.#value.items[index];
    return item ? celOfValue(item, `${this.#path}[${index}]`, this.#tracker) : null;
  }
  override get rest(): Unanswered | null {
    return this.#value.rest && openAt(this.#value.rest, this.#path);
  }
}
