/** What can be said of a list without knowing its elements. */
import type { Leaf, Place } from '../node.ts';
import { byDefault, explicit, unresolved } from '../node.ts';
import type { BlockReader } from './block-reader.ts';

/** Does the attribute hold any element? An element counts although nobody knows what it says; a list nobody knows is unresolved. */
export function hasItems(block: BlockReader, attribute: string): Leaf<boolean> {
  const list = block.strings(attribute);
  if (list.items.length > 0) return explicit(true, list.place);
  if (list.rest) return notAnswered(list.rest, list.place);
  return block.value(attribute) ? explicit(false, list.place) : byDefault(false, block.place);
}

/** How many elements the attribute holds; unresolved for a list that may hold more. */
export function countOf(block: BlockReader, attribute: string): Leaf<number> {
  const list = block.strings(attribute);
  if (list.rest) return notAnswered(list.rest, list.place);
  return block.value(attribute) ? explicit(list.items.length, list.place) : byDefault(0, block.place);
}

/** What is unresolved is so at the list; what is elsewhere stays there. */
function notAnswered(rest: Leaf<never>, place: Place): Leaf<never> {
  return rest.state === 'unresolved' ? unresolved(rest.reason ?? notKnown, place) : rest;
}

const notKnown = { code: 'computed', detail: 'it is not known' } as const;
