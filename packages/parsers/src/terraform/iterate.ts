/** The elements of a collection in Terraform's order: lists as they are, sets and maps sorted. */
import type { Range, UnknownValue, Value } from '@kumomori/model';
import { numberValue, stringValue } from '@kumomori/model';
import { describeKind, failure, selectChild } from './access.ts';
import { sortedEntries } from '../values/index.ts';

export interface Element {
  readonly key: Value;
  readonly value: Value;
}

export interface Elements {
  readonly items: readonly Element[];
  /** There may be more elements, of which nothing is known. */
  readonly rest: UnknownValue | null;
  /** Not a collection. */
  readonly failed: UnknownValue | null;
}

/** Keys are numbers for lists, the element itself for sets, strings for maps; each element carries on the way of the collection. */
export function iterate(collection: Value, range: Range): Elements {
  if (collection.kind === 'unknown') return { items: [], rest: collection, failed: null };
  if (collection.kind === 'map') return { items: mapElements(collection), rest: collection.rest, failed: null };
  if (collection.kind !== 'list' && collection.kind !== 'set') {
    return { items: [], rest: null, failed: failure(`${describeKind(collection)} has no elements`, range) };
  }
  const isSet = collection.kind === 'set';
  const items = collection.items.map((item, index): Element => {
    const value = selectChild(collection, item);
    return { key: isSet ? value : numberValue(index, collection.range), value };
  });
  return { items, rest: collection.rest, failed: null };
}

function mapElements(collection: Extract<Value, { kind: 'map' }>): readonly Element[] {
  return sortedEntries(collection).map(([name, item]) => {
    const value = selectChild(collection, item);
    return { key: selectChild(collection, stringValue(name, value.range)), value };
  });
}
