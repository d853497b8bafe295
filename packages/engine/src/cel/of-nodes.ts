/** Resources as values of expressions: fields are read when they are asked for, and noted as evidence. */
import type { AnyNode, Leaf, ListNode, MapNode, Resource, Tracker } from '@kumomori/model';
import { HOLE, Unanswered, anyNode } from '@kumomori/model';
import type { CelKey, CelValue } from './values.ts';
import { CelList, CelMap, CelPartial } from './values.ts';

/** A whole resource; its `name` is for messages and never evidence. */
export function celOfResource(resource: Resource, tracker: Tracker, path = ''): CelMap {
  return new NodeObject(resource.fields, { path, tracker, resource });
}

/** The fields of an object node whose resource is `resource`, null for those inside of one. */
export function celOfFields(node: Extract<AnyNode, { node: 'object' }>, where: NodeContext): CelMap {
  return new NodeObject(node, where);
}

export interface NodeContext {
  readonly path: string;
  readonly tracker: Tracker;
  readonly resource: Pick<Resource, 'name'> | null;
}

/** Undefined: it is certainly not there. */
function celOfNode(node: AnyNode, path: string, tracker: Tracker): CelValue | undefined {
  switch (node.node) {
    case 'leaf':
      return readLeaf(node, path, tracker);
    case 'list':
      return new NodeList(node, path, tracker);
    case 'map':
      return new NodeMap(node, path, tracker);
    case 'object':
      return new NodeObject(node, { path, tracker, resource: null });
    case 'ref': {
      const target = node.target === null ? undefined : tracker.lookup(node.target);
      if (target && !tracker.hidden.has(path)) return new NodeObject(target.fields, { path, tracker, resource: target });
      tracker.reads.push({ path, node });
      return new Unanswered(
        'unresolved',
        path,
        node.reason ?? { code: 'unresolved-reference', detail: 'it is not in this code' },
        node.place,
      );
    }
  }
}

function readLeaf(leaf: Leaf<unknown>, path: string, tracker: Tracker): CelValue | undefined {
  tracker.reads.push({ path, node: leaf });
  if (leaf.state === 'unresolved' || leaf.state === 'outside' || tracker.hidden.has(path)) return unansweredLeaf(leaf, path);
  const { value } = leaf;
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') {
    if (!value.includes(HOLE)) return value;
    const reason = { code: 'computed', detail: 'parts of it are decided when it is applied' } as const;
    return new CelPartial(value, new Unanswered('unresolved', path, reason, leaf.place));
  }
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  return typeof value === 'boolean' ? value : undefined;
}

function unansweredLeaf(leaf: Leaf<unknown>, path: string): Unanswered {
  const kind = leaf.state === 'outside' ? 'outside' : 'unresolved';
  return new Unanswered(kind, path, leaf.reason ?? { code: 'computed', detail: 'it is not known' }, leaf.place);
}

function unansweredWhole(node: ListNode<unknown> | MapNode<unknown>, path: string, tracker: Tracker): Unanswered {
  const detail = node.node === 'list' ? 'it is not known how many elements there are' : 'it is not known which keys there are';
  const isOutside = node.rest?.state === 'outside' && !tracker.hidden.has(path);
  return new Unanswered(
    isOutside ? 'outside' : 'unresolved',
    path,
    node.rest?.reason ?? { code: 'computed', detail },
    node.rest?.place ?? node.place,
  );
}

class NodeObject extends CelMap {
  readonly #fields: Readonly<Record<string, AnyNode>>;
  readonly #path: string;
  readonly #tracker: Tracker;
  readonly #resource: NodeContext['resource'];

  constructor(node: Extract<AnyNode, { node: 'object' }>, { path, tracker, resource }: NodeContext) {
    super();
    this.#fields = node.fields;
    this.#path = path;
    this.#tracker = tracker;
    this.#resource = resource;
  }

  get(key: CelKey): CelValue | undefined {
    if (typeof key !== 'string') return undefined;
    if (key === 'name' && this.#resource) return this.#resource.name;
    const field = this.#field(key);
    return field && celOfNode(field, this.#pathOf(key), this.#tracker);
  }

  has(key: CelKey): boolean | Unanswered {
    if (typeof key !== 'string') return false;
    if (key === 'name' && this.#resource) return true;
    const node = this.#field(key);
    if (!node) return false;
    const path = this.#pathOf(key);
    if (node.node === 'leaf') {
      this.#tracker.reads.push({ path, node });
      if (node.state === 'unresolved' || node.state === 'outside' || this.#tracker.hidden.has(path)) return unansweredLeaf(node, path);
      return node.state !== 'absent' && node.value !== undefined;
    }
    return this.#tracker.hidden.has(path) ? hiddenAt(path, node) : true;
  }

  /** A field that holds a list or a map is set when something is in it. */
  override hasField(name: string): boolean | Unanswered {
    const node = this.#field(name);
    if (node?.node !== 'list' && node?.node !== 'map') return this.has(name);
    const path = this.#pathOf(name);
    this.#tracker.reads.push({ path, node });
    if (this.#tracker.hidden.has(path)) return hiddenAt(path, node);
    if (node.node === 'map' ? node.entries.size > 0 : node.items.some((item) => !item.uncertain)) return true;
    return node.rest !== null || (node.node === 'list' && node.items.length > 0) ? unansweredWhole(node, path, this.#tracker) : false;
  }

  keys(): readonly CelKey[] {
    return Object.keys(this.#fields).filter((key) => this.has(key) === true);
  }

  #field(key: string): AnyNode | undefined {
    // Readers that failed put a proxy in the place of the fields: whatever is asked of it is unresolved.
    return this.#fields[key];
  }

  #pathOf(key: string): string {
    return this.#path === '' ? key : `${this.#path}.${key}`;
  }
}

function hiddenAt(path: string, node: AnyNode): Unanswered {
  return new Unanswered('unresolved', path, { code: 'computed', detail: 'hidden by the flip test' }, node.place);
}

class NodeList extends CelList {
  readonly #node: ListNode<unknown>;
  readonly #path: string;
  readonly #tracker: Tracker;
  readonly #hidden: boolean;

  constructor(node: ListNode<unknown>, path: string, tracker: Tracker) {
    super();
    this.#node = node;
    this.#path = path;
    this.#tracker = tracker;
    this.#hidden = tracker.hidden.has(path);
  }

  get length(): number {
    return this.#hidden ? 0 : this.#node.items.length;
  }

  at(index: number): CelValue {
    const item = this.#node.items[index];
    if (!item) return null;
    // An element without a value stands as null: it is there all the same.
    return celOfNode(anyNode(item.node), `${this.#path}[${index}]`, this.#tracker) ?? null;
  }

  override isUncertain(index: number): boolean {
    return this.#node.items[index]?.uncertain === true;
  }

  override get rest(): Unanswered | null {
    return this.#node.rest || this.#hidden ? this.#unanswered() : null;
  }

  override get open(): Unanswered | null {
    return this.#node.rest || this.#hidden || this.#node.items.some((item) => item.uncertain) ? this.#unanswered() : null;
  }

  override look(): void {
    this.#tracker.reads.push({ path: this.#path, node: this.#node });
  }

  #unanswered(): Unanswered {
    this.look();
    return unansweredWhole(this.#node, this.#path, this.#tracker);
  }
}

class NodeMap extends CelMap {
  readonly #node: MapNode<unknown>;
  readonly #path: string;
  readonly #tracker: Tracker;

  constructor(node: MapNode<unknown>, path: string, tracker: Tracker) {
    super();
    this.#node = node;
    this.#path = path;
    this.#tracker = tracker;
  }

  get(key: CelKey): CelValue | undefined {
    const leaf = typeof key === 'string' ? this.#node.entries.get(key) : undefined;
    if (leaf) return readLeaf(leaf, `${this.#path}.${String(key)}`, this.#tracker);
    this.#look();
    return this.rest ?? undefined;
  }

  has(key: CelKey): boolean | Unanswered {
    this.#look();
    if (typeof key === 'string' && this.#node.entries.has(key) && !this.#tracker.hidden.has(this.#path)) return true;
    return this.rest ?? false;
  }

  keys(): readonly CelKey[] {
    this.#look();
    return this.#tracker.hidden.has(this.#path) ? [] : [...this.#node.entries.keys()];
  }

  override get rest(): Unanswered | null {
    const isOpen = this.#node.rest !== null || this.#tracker.hidden.has(this.#path);
    return isOpen ? unansweredWhole(this.#node, this.#path, this.#tracker) : null;
  }

  #look(): void {
    this.#tracker.reads.push({ path: this.#path, node: this.#node });
  }
}
