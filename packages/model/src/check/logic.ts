/** Three-valued questions over views: one unknown element or operand does not hide a definite answer. */
import type { ListNode } from '../node.ts';
import type { Read, Tracked } from './view.ts';
import { Unanswered, anyNode, currentTracker, trackedOf, unansweredList, viewOf } from './view.ts';

/**
 * The first element for which `matches` is certainly true; undefined when it is certainly true for none. When neither is certain the
 * evaluation ends as unknown. Evidence keeps only what was read of the element found. O(elements).
 */
export function find<E>(list: readonly E[], matches: (element: E) => boolean): E | undefined {
  const tracked = trackedOf(list);
  if (!tracked || tracked.node.node !== 'list') return list.find((element) => matches(element));
  return findTracked(tracked, tracked.node, matches);
}

/** True when some element certainly matches. */
export function any<E>(list: readonly E[], matches: (element: E) => boolean): boolean {
  return find(list, (element) => matches(element)) !== undefined;
}

/** True when no element matches, certainly. */
export function none<E>(list: readonly E[], matches: (element: E) => boolean): boolean {
  return !any(list, matches);
}

/** True when every element matches, certainly; also for an empty list. */
export function all<E>(list: readonly E[], matches: (element: E) => boolean): boolean {
  return !any(list, (element) => !matches(element));
}

/** The element view is what the list's own proxy hands out for that index, hence an E. */
function findTracked<E>(tracked: Tracked, node: ListNode<unknown>, matches: (element: E) => boolean): E | undefined {
  const { tracker, path } = tracked;
  const before = tracker.reads;
  const read: Read[] = [];
  let unanswered: Unanswered | null = null;
  if (tracker.hidden.has(path)) {
    tracker.reads.push({ path, node });
    throw unansweredList(node, path);
  }
  for (const [index, item] of node.items.entries()) {
    tracker.reads = [];
    try {
      const element = viewOf(anyNode(item.node), `${path}[${index}]`, tracker) as E;
      if (matches(element)) {
        if (!item.uncertain) {
          tracker.reads = [...before, ...tracker.reads];
          return element;
        }
        unanswered ??= unansweredList(node, path);
      }
      read.push(...tracker.reads);
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      read.push(...tracker.reads);
      unanswered = worse(unanswered, error);
    }
  }
  tracker.reads = [...before, ...read, { path, node }];
  if (node.rest) unanswered = worse(unanswered, unansweredList(node, path));
  if (unanswered) throw unanswered;
  return undefined;
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
