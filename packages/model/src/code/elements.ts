/** The elements of lists, however they are nested. */
import type { ListValue, UnknownValue, Value } from '../value.ts';

/** The list with the elements of the lists in it instead of those: before Terraform 0.12 `["${var.cidrs}"]` was one list. O(elements). */
export function flattened(list: ListValue): ListValue {
  if (!list.items.some(isList)) return list;
  const items: Value[] = [];
  let rest: UnknownValue | null = list.rest;
  for (const item of list.items) {
    if (!isList(item)) {
      items.push(item);
      continue;
    }
    const inner = flattened(item);
    for (const each of inner.items) items.push(inner.sensitive && !each.sensitive ? { ...each, sensitive: true } : each);
    rest ??= inner.rest;
  }
  return { ...list, items, rest };
}

/** The elements of a list; anything else that is written counts as a list of one. */
export function elementsOf(value: Value | undefined): readonly Value[] {
  if (!value || value.kind === 'null') return [];
  return isList(value) ? flattened(value).items : [value];
}

function isList(value: Value): value is ListValue {
  return value.kind === 'list' || value.kind === 'set';
}
