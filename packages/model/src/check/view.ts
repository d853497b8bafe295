/**
 * The tracked view that `evaluate` gets: plain values, every read recorded, an unresolved read ends the evaluation. Proxies over nodes.
 */
import type { AnyNode, AttrMap, Leaf, ListNode, MapNode, Place } from '../node.ts';
import type { Resource } from '../resource.ts';
import type { UnknownReason } from '../value.ts';

/** Thrown by a read that cannot be answered; only the runner and the list helpers catch it. No Error: no stack is wanted, it is frequent. */
export class Unanswered {
  readonly kind: 'unresolved' | 'outside';
  readonly path: string;
  readonly reason: UnknownReason;
  readonly place: Place;
  constructor(kind: 'unresolved' | 'outside', path: string, reason: UnknownReason, place: Place) {
    this.kind = kind;
    this.path = path;
    this.reason = reason;
    this.place = place;
  }
}

/** One attribute that was read. */
export interface Read {
  readonly path: string;
  readonly node: AnyNode;
}

/** State of one evaluation. */
export interface Tracker {
  reads: Read[];
  /** Paths that answer `unresolved` whatever they hold: the catalogue's flip test. */
  readonly hidden: ReadonlySet<string>;
  lookup(key: string): Resource | undefined;
}

let current: Tracker | null = null;

/** Runs one evaluation; `allOf` and `anyOf` find their tracker here. Evaluation is synchronous, so the scope is exact. */
export function withTracker<T>(tracker: Tracker, evaluate: () => T): T {
  const outer = current;
  current = tracker;
  try {
    return evaluate();
  } finally {
    current = outer;
  }
}

/** The tracker of the evaluation that is running; null outside of one. */
export function currentTracker(): Tracker | null {
  return current;
}

export interface Tracked {
  readonly node: AnyNode;
  readonly path: string;
  readonly tracker: Tracker;
  /** Of the view of a whole resource. */
  readonly resource?: Resource;
}

const TRACKED = Symbol('tracked');

/** What stands behind a view; undefined for a plain value. */
export function trackedOf(view: unknown): Tracked | undefined {
  return typeof view === 'object' && view !== null ? Reflect.get(view, TRACKED) : undefined;
}

/** The view of a whole resource. `name` is for messages and never tracked. */
export function resourceView(resource: Resource, tracker: Tracker, path = ''): unknown {
  return fieldsView(resource.fields, path, tracker, resource);
}

/** The plain value or view of a node; throws {@link Unanswered}. */
export function viewOf(node: AnyNode, path: string, tracker: Tracker): unknown {
  switch (node.node) {
    case 'leaf':
      return readLeaf(node, path, tracker);
    case 'list':
      return listView(node, path, tracker);
    case 'map':
      return mapView(node, path, tracker);
    case 'object':
      return fieldsView(node, path, tracker, null);
    case 'ref': {
      const target = node.target === null ? undefined : tracker.lookup(node.target);
      if (!target || tracker.hidden.has(path)) {
        tracker.reads.push({ path, node });
        throw new Unanswered(
          'unresolved',
          path,
          node.reason ?? { code: 'unresolved-reference', detail: 'it is not in this code' },
          node.place,
        );
      }
      return resourceView(target, tracker, path);
    }
  }
}

function readLeaf(leaf: Leaf<unknown>, path: string, tracker: Tracker): unknown {
  tracker.reads.push({ path, node: leaf });
  if (tracker.hidden.has(path))
    throw new Unanswered('unresolved', path, { code: 'computed', detail: 'hidden by the flip test' }, leaf.place);
  if (leaf.state === 'unresolved' || leaf.state === 'outside') {
    throw new Unanswered(leaf.state, path, leaf.reason ?? { code: 'computed', detail: 'unknown' }, leaf.place);
  }
  return leaf.value;
}

function fieldsView(node: Extract<AnyNode, { node: 'object' }>, path: string, tracker: Tracker, resource: Resource | null): unknown {
  const fields: Readonly<Record<string, AnyNode>> = node.fields;
  return new Proxy(
    {},
    {
      get(_target, property) {
        if (property === TRACKED) return { node, path, tracker, ...(resource && { resource }) } satisfies Tracked;
        if (typeof property === 'symbol') return undefined;
        if (property === 'name' && resource) return resource.name;
        const field = fields[property];
        return field && viewOf(field, path === '' ? property : `${path}.${property}`, tracker);
      },
    },
  );
}

function listView(node: ListNode<unknown>, path: string, tracker: Tracker): unknown {
  const isOpen = node.rest !== null || node.items.some((entry) => entry.uncertain) || tracker.hidden.has(path);
  const complete = (): number => {
    tracker.reads.push({ path, node });
    if (isOpen) throw unansweredList(node, path, tracker);
    return node.items.length;
  };
  // Which element stands at an index is only known when all are.
  const item = (index: number): unknown => {
    const entry = node.items[index];
    if (isOpen || !entry) complete();
    return entry && viewOf(anyNode(entry.node), `${path}[${index}]`, tracker);
  };
  return new Proxy([] as unknown[], {
    get(target, property, receiver) {
      if (property === TRACKED) return { node, path, tracker } satisfies Tracked;
      if (property === 'length') return complete();
      if (typeof property === 'string' && /^\d+$/.test(property)) return item(Number(property));
      return Reflect.get(target, property, receiver);
    },
    has: (_target, property) => typeof property === 'string' && /^\d+$/.test(property) && Number(property) < node.items.length,
  });
}

/** Why a list cannot be answered as a whole. */
export function unansweredList(node: ListNode<unknown>, path: string, tracker: Tracker): Unanswered {
  return unansweredWhole(node, path, { tracker, detail: 'it is not known how many elements there are' });
}

function unansweredWhole(
  node: ListNode<unknown> | MapNode<unknown>,
  path: string,
  { tracker, detail }: { readonly tracker: Tracker; readonly detail: string },
): Unanswered {
  const reason = node.rest?.reason ?? { code: 'computed', detail };
  const isOutside = node.rest?.state === 'outside' && !tracker.hidden.has(path);
  return new Unanswered(isOutside ? 'outside' : 'unresolved', path, reason, node.rest?.place ?? node.place);
}

/** The node type of an element depends on the shape; here only its structure matters. */
export function anyNode(node: unknown): AnyNode {
  return node as AnyNode; // every NodeOf<T> is one of AnyNode's members
}

function mapView(node: MapNode<unknown>, path: string, tracker: Tracker): AttrMap<unknown> {
  const open = (): Unanswered => unansweredWhole(node, path, { tracker, detail: 'it is not known which keys there are' });
  /** Ends the evaluation when a key that is not listed may be there all the same. */
  const readAsMissing = (): undefined => {
    tracker.reads.push({ path, node });
    if (node.rest || tracker.hidden.has(path)) throw open();
    return undefined;
  };
  return Object.freeze({
    get(key: string) {
      const leaf = node.entries.get(key);
      return leaf ? readLeaf(leaf, `${path}.${key}`, tracker) : readAsMissing();
    },
    has(key: string) {
      if (node.entries.has(key) && !tracker.hidden.has(path)) {
        tracker.reads.push({ path, node });
        return true;
      }
      readAsMissing();
      return false;
    },
    keys() {
      tracker.reads.push({ path, node });
      if (tracker.hidden.has(path)) throw open();
      return { known: [...node.entries.keys()], complete: node.rest === null };
    },
    [TRACKED]: { node, path, tracker } satisfies Tracked,
  });
}
