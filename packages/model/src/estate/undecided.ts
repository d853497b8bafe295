/** What an analysis may know of an attribute: its value, that it is not set, or that nobody can say, and why. */
import type { Leaf, ListNode } from '../node.ts';
import type { UnknownReason } from '../value.ts';

/** Not known from what was read; never to be taken for absent. */
export interface Undecided {
  readonly undecided: UnknownReason;
}

export type Known<T> = T | Undecided;

/** Texts of a list. `rest` not null: there may be more. Unknown parts of an element are the character HOLE. */
export interface Texts {
  readonly items: readonly string[];
  readonly rest: UnknownReason | null;
}

export function isUndecided(value: unknown): value is Undecided {
  return typeof value === 'object' && value !== null && 'undecided' in value;
}

/** The value of a leaf; undefined when it is not set and has no default. */
export function known<T>(leaf: Leaf<T>): Known<T | undefined> {
  if (leaf.state === 'unresolved' || leaf.state === 'outside')
    return { undecided: leaf.reason ?? { code: 'computed', detail: 'it is not known' } };
  return leaf.value;
}

/** The texts of a list; an element of which nothing is known counts as more that there may be. */
export function texts(list: ListNode<string>): Texts {
  const items: string[] = [];
  let rest = list.rest?.reason ?? null;
  for (const { node, uncertain } of list.items) {
    const value = known(node);
    if (value === undefined) continue;
    if (isUndecided(value)) rest ??= value.undecided;
    else if (uncertain) rest ??= { code: 'computed', detail: 'it is not known which elements there are' };
    else items.push(value);
  }
  return { items, rest };
}
