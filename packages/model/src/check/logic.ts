/** Three-valued questions over views: one unknown element or operand does not hide a definite answer. */
import type { ListNode } from '../node.ts';
import type { Read, Tracked } from './view.ts';
import { Unanswered, anyNode, currentTracker, trackedOf, unansweredList, viewOf } from './view.ts';

/**
 * The first element for which `matches` is certainly true; undefined when it is certainly true for none. When neither is certain the
 * evaluation ends as unknown. Evidence keeps only what was read of the element found. O(elements).
 */
export function find<E>(list: readonly E[], matches: (element: E) => boolean): E | undefined {
  return search(list, { matches, all: false })[0];
}

/** True when some element certainly matches. */
export function any<E>(list: readonly E[], matches: (element: E) => boolean): boolean {
  return search(list, { matches, all: false }).length > 0; // not find: the element that matches may itself be undefined
}

/** True when no element matches, certainly. */
export function none<E>(list: readonly E[], matches: (element: E) => boolean): boolean {
  return !any(list, matches);
}

/** True when every element matches, certainly; also for an empty list. */
export function all<E>(list: readonly E[], matches: (element: E) => boolean): boolean {
  return !any(list, (element) => !matches(element));
}

/**
 * All elements that certainly match. Ends as unknown only when none does and some might; the evidence is that of the matches. For
 * mistakes that should be shown all at once (every open rule of a group).
 */
export function matching<E>(list: readonly E[], matches: (element: E) => boolean): readonly E[] {
  return search(list, { matches, all: true });
}

interface Search<E> {
  readonly matches: (element: E) => boolean;
  /** False: the first match is enough. */
  readonly all: boolean;
}

function search<E>(list: readonly E[], { matches, all }: Search<E>): readonly E[] {
  const tracked = trackedOf(list);
  if (tracked?.node.node === 'list') return matchTracked(tracked, tracked.node, { matches, all });
  if (all) return list.filter((element) => matches(element));
  const index = list.findIndex((element) => matches(element));
  return index === -1 ? [] : list.slice(index, index + 1);
}

function matchTracked<E>(tracked: Tracked, node: ListNode<unknown>, { matches, all }: Search<E>): readonly E[] {
  const { tracker, path } = tracked;
  const before = tracker.reads;
  const found: { readonly element: E; readonly reads: readonly Read[] }[] = [];
  const read: Read[] = [];
  let unanswered: Unanswered | null = tracker.hidden.has(path) || node.rest ? unansweredList(node, path, tracker) : null;
  for (const [index, item] of node.items.entries()) {
    if (tracker.hidden.has(path)) break;
    tracker.reads = [];
    try {
      // The element view is what the list's own proxy hands out for that index, hence an E.
      const element = viewOf(anyNode(item.node), `${path}[${index}]`, tracker) as E;
      const isMatch = matches(element);
      // A question about mere existence reads nothing: then the element itself is the evidence.
      const reads = tracker.reads.length > 0 ? tracker.reads : [{ path: `${path}[${index}]`, node: anyNode(item.node) }];
      if (isMatch && !item.uncertain) found.push({ element, reads });
      else if (isMatch) unanswered = worse(unanswered, unansweredList(node, path, tracker));
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      unanswered = worse(unanswered, error);
    }
    read.push(...tracker.reads);
    if (found.length > 0 && !all) break;
  }
  tracker.reads = found.length > 0 ? [...before, ...found.flatMap(({ reads }) => reads)] : [...before, ...read, { path, node }];
  if (found.length === 0 && unanswered) throw unanswered;
  return found.map(({ element }) => element);
}

/** `unresolved` wins over `outside`: something that is in this code is unknown. */
function worse(known: Unanswered | null, next: Unanswered): Unanswered {
  return known === null || (known.kind === 'outside' && next.kind === 'unresolved') ? next : known;
}

/** Three-valued AND: certainly false when one operand is, even when others are unknown. Keeps the evidence of the operand that decides. */
export function allOf(...operands: readonly (() => boolean)[]): boolean {
  return firstIndex(operands.map((operand) => () => !operand())) === -1;
}

/** Three-valued OR: certainly true when one operand is, even when others are unknown. Keeps the evidence of the operand that decides. */
export function anyOf(...operands: readonly (() => boolean)[]): boolean {
  return firstIndex(operands) !== -1;
}

/** The name of the first condition that certainly holds; undefined when certainly none does. Unknown ones do not hide a later one. */
export function which(conditions: Readonly<Record<string, () => boolean>>): string | undefined {
  return Object.keys(conditions)[firstIndex(Object.values(conditions))];
}

/** Index of the first operand that is certainly true, -1 when all are certainly false; unknown otherwise. */
function firstIndex(operands: readonly (() => boolean)[]): number {
  const tracker = currentTracker();
  const before = tracker?.reads ?? [];
  const read: Read[] = [];
  let unanswered: Unanswered | null = null;
  for (const [index, operand] of operands.entries()) {
    if (tracker) tracker.reads = [];
    try {
      if (operand()) {
        if (tracker) tracker.reads = [...before, ...tracker.reads];
        return index;
      }
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      unanswered = worse(unanswered, error);
    }
    if (tracker) read.push(...tracker.reads);
  }
  if (tracker) tracker.reads = [...before, ...read];
  if (unanswered) throw unanswered;
  return -1;
}

/** For messages: the value, or undefined when it is not known. Leaves no evidence and never ends the evaluation. */
export function shown<T>(read: () => T): T | undefined {
  const tracker = currentTracker();
  const before = tracker ? [...tracker.reads] : [];
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    return undefined;
  } finally {
    if (tracker) tracker.reads = before;
  }
}

/**
 * The answer to a question that only rules something out ("and no condition narrows it"): what it read is no evidence for what is found
 * later. An unknown answer still ends the evaluation.
 */
export function aside<T>(question: () => T): T {
  const tracker = currentTracker();
  const before = tracker ? [...tracker.reads] : [];
  const answer = question();
  if (tracker) tracker.reads = before;
  return answer;
}

/**
 * What a question answers; `otherwise` when it is about something that another configuration manages. For what stands in the way of a
 * mistake that is written here: nobody may count on a guard that the code does not show.
 */
export function unlessOutside<T>(question: () => T, otherwise: T): T {
  const tracker = currentTracker();
  const before = tracker ? [...tracker.reads] : [];
  try {
    return question();
  } catch (error) {
    if (!(error instanceof Unanswered) || error.kind !== 'outside') throw error;
    if (tracker) tracker.reads = before;
    return otherwise;
  }
}
