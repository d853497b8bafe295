/** The structure behind a JSON text. */
import type { ListValue, MapValue, Provenance, UnknownValue, Value } from '../value.ts';

/**
 * What a JSON text says, as the evaluator has read it, every part with the place where it is written; maps and lists are themselves.
 * The way of the text goes before that of its content, and parts of a sensitive text are sensitive. Null when it is no JSON object or
 * array. O(1), O(parts) for sensitive texts.
 */
export function structureOf(value: Value): MapValue | ListValue | UnknownValue | null {
  if (value.kind === 'map' || value.kind === 'list' || value.kind === 'set' || value.kind === 'unknown') return value;
  if (value.kind !== 'string' && value.kind !== 'template') return null;
  const root = value.structure;
  if (root?.kind !== 'map' && root?.kind !== 'list' && root?.kind !== 'set' && root?.kind !== 'unknown') return null;
  const moved = value.via === null || root.via === null ? root : { ...root, via: joined(value.via, root.via) };
  return value.sensitive ? sensitive(moved) : moved;
}

function joined(newer: Provenance, older: Provenance): Provenance {
  return { ...newer, next: newer.next ? joined(newer.next, older) : older };
}

/** Nesting is bounded by the evaluator. */
function sensitive<V extends Value>(value: V): V {
  const marked: V = { ...value, sensitive: true };
  if (marked.kind === 'list' || marked.kind === 'set') return { ...marked, items: marked.items.map(sensitive) };
  if (marked.kind !== 'map') return marked;
  return { ...marked, entries: new Map([...marked.entries].map(([key, entry]) => [key, sensitive(entry)])) };
}
