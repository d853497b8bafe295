/** The attributes by which a live resource differs from what its code says. Both are of one type, so their trees have the same form. */
import type { AnyNode, Json, Leaf, ListItem, ListNode, MapNode, Place, RefNode, Resource } from '@kumomori/model';
import { HOLE } from '@kumomori/model';
import { comparable } from './adapt.ts';
import { plainNode } from './plain.ts';

export interface AttributeDrift {
  /** `versioning.status`, `ingress[].cidrs[]`: the brackets stand for an element of a list, whose order does not count. */
  readonly path: string;
  /** Null: not set. `{ "$hidden": true }` for what must not be shown. */
  readonly code: Json;
  readonly live: Json;
  /** `default`: the code does not write it, and that is its documented default. */
  readonly codeState: 'explicit' | 'default' | 'absent';
  /** Where the code says it, else the block that lacks it. */
  readonly codePlace: Place;
  readonly livePlace: Place;
}

/** Why an attribute was left out. */
export type SkipReason =
  | 'unknown-in-code' // a variable without value, a data source, an id that only the provider knows
  | 'unknown-live' // not collected, refused, redacted
  | 'ignored' // lifecycle { ignore_changes }, autoscaling
  | 'cloud-chosen' // the code does not write it, and the cloud picks a value
  | 'other-code'; // another configuration manages it, or it links to something that was not matched

export interface SkippedAttribute {
  readonly path: string;
  readonly reason: SkipReason;
  readonly detail: string;
}

export interface Comparison {
  readonly changes: readonly AttributeDrift[];
  readonly skipped: readonly SkippedAttribute[];
}

export interface CompareOptions {
  /** What stands for a resource on both sides: equal for a resource of the code and the live one it was matched with; null for others. */
  readonly sameAs: (key: string) => string | null;
  /** How a link is shown. */
  readonly nameOf: (key: string) => string;
}

/** O(nodes), for lists O(elements of both sides multiplied) up to a limit. */
export function compareResources(code: Resource, live: Resource, options: CompareOptions): Comparison {
  const comparing = new Comparing(options);
  comparing.nodes(comparable(code).fields as AnyNode, comparable(live).fields as AnyNode, '');
  return comparing;
}

/** Pairs of elements that are looked into; longer lists are compared by their known values only. */
const MAX_PAIRS = 40_000;

class Comparing implements Comparison {
  readonly changes: AttributeDrift[] = [];
  readonly skipped: SkippedAttribute[] = [];
  readonly #options: CompareOptions;

  constructor(options: CompareOptions) {
    this.#options = options;
  }

  nodes(code: AnyNode, live: AnyNode, path: string): void {
    if (isIrrelevant(path)) return;
    const gap = gapOf(code, 'code') ?? gapOf(live, 'live');
    if (gap) return this.#skip(path, gap.reason, gap.detail);
    if (code.node === 'object' && live.node === 'object') return this.#fields(code.fields, live.fields, path);
    if (code.node === 'list' && live.node === 'list') return this.#lists(code, live, path);
    if (code.node === 'map' && live.node === 'map') return this.#maps(code, live, path);
    if (code.node === 'ref' || live.node === 'ref') return this.#links(code, live, path);
    if (code.node === 'leaf' && live.node === 'leaf') return this.#leaves(code, live, path);
    // On one side it is not there at all.
    if (this.#plain(code) !== undefined || this.#plain(live) !== undefined) this.#change(code, live, path);
  }

  #fields(code: object, live: object, path: string): void {
    const [one, other] = [code, live] as Readonly<Record<string, AnyNode>>[];
    const portsSayNothing = isAllTraffic(one) && isAllTraffic(other);
    for (const key of Object.keys(one ?? {})) {
      const [mine, theirs] = [one?.[key], other?.[key]];
      if (portsSayNothing && PORTS.has(key)) continue;
      if (mine && theirs) this.nodes(mine, theirs, path === '' ? key : `${path}.${key}`);
    }
  }

  #leaves(code: Leaf<unknown>, live: Leaf<unknown>, path: string): void {
    if (code.value === undefined && live.value === undefined) return;
    // Neither side writes it: two documented defaults that differ say something of the templates, nothing of the resource.
    if (code.state === 'default' && live.state === 'default') return;
    if (isSame(code.value, live.value, path)) return;
    if (isNothing(code.value) && isNothing(live.value)) return;
    if (code.state === 'absent' && typeof live.value !== 'boolean') return this.#skip(path, 'cloud-chosen', String(live.value));
    if (code.state === 'default' && live.state === 'absent') return this.#skip(path, 'unknown-live', 'the answer does not say it');
    if (typeof code.value === 'string' && code.value.includes(HOLE) && typeof live.value === 'string' && fits(code.value, live.value))
      return this.#skip(path, 'unknown-in-code', 'parts of the text are not known');
    this.#change(code, live, path);
  }

  #links(code: AnyNode, live: AnyNode, path: string): void {
    if (code.node !== 'ref' || live.node !== 'ref') {
      if (code.node === 'ref' && isAbsent(live)) this.#change(code, live, path);
      else if (live.node === 'ref' && isAbsent(code))
        this.#skip(path, 'cloud-chosen', live.target === null ? '' : this.#options.nameOf(live.target));
      return;
    }
    const [one, other] = [this.#identity(code), this.#identity(live)];
    if (one === null || other === null) return this.#skip(path, 'other-code', 'it links to something that was not matched');
    if (one !== other) this.#change(code, live, path);
  }

  #identity({ target }: RefNode): string | null {
    return target === null ? null : this.#options.sameAs(target);
  }

  #maps(code: MapNode<unknown>, live: MapNode<unknown>, path: string): void {
    for (const key of new Set([...code.entries.keys(), ...live.entries.keys()])) {
      // Tags that AWS itself sets.
      if (key.startsWith('aws:')) continue;
      const [one, other] = [code.entries.get(key), live.entries.get(key)];
      const at = /^[\w-]+$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
      if (one && other) this.#leaves2(one, other, at);
      else if (one && live.rest) this.#skip(at, 'unknown-live', live.rest.reason?.detail ?? '');
      else if (other && code.rest) this.#skip(at, reasonOfCode(code.rest), code.rest.reason?.detail ?? '');
      else if (one)
        this.#put({
          path: at,
          code: this.#plain(one) ?? null,
          live: null,
          codeState: stateOf(one),
          codePlace: one.place,
          livePlace: live.place,
        });
      else if (other)
        this.#put({
          path: at,
          code: null,
          live: this.#plain(other) ?? null,
          codeState: 'absent',
          codePlace: code.place,
          livePlace: other.place,
        });
    }
  }

  /** Values of a map: each is written or not, nothing is chosen by the cloud. */
  #leaves2(code: Leaf<unknown>, live: Leaf<unknown>, path: string): void {
    this.nodes(code, live, path);
  }

  #lists(code: ListNode<unknown>, live: ListNode<unknown>, path: string): void {
    const at = `${path}[]`;
    const { left, right } = this.#withoutPairs(code.items, live.items, at);
    const [one] = left;
    const [other] = right;
    if (left.length === 1 && right.length === 1 && one && other && !one.uncertain && !other.uncertain && areAlike(one, other))
      return this.nodes(one.node as AnyNode, other.node as AnyNode, at);
    const several = code.items.filter(mayBeSeveral);
    const open = code.rest ?? left.find(({ uncertain }) => uncertain)?.node;
    for (const { node, uncertain } of left) this.#gone(node as AnyNode, { at, live, isOpen: uncertain });
    for (const { node } of right) {
      const each = node as AnyNode;
      if (several.some((item) => this.#isPair(item, { node, uncertain: false }, { path: at, allowsGaps: true })))
        this.#skip(at, 'unknown-in-code', 'an element whose values are not all known may be it');
      else if (VOLUMES.test(at) && code.items.length > 0) this.#skip(at, 'other-code', 'the volume is a resource of its own');
      else if (this.#plain(each) === undefined) this.#skip(at, 'other-code', 'it links to something that was not matched');
      else if (open)
        this.#skip(at, code.rest ? reasonOfCode(code.rest) : 'unknown-in-code', code.rest?.reason?.detail ?? 'there may be more elements');
      else
        this.#put({
          path: at,
          code: null,
          live: this.#plain(each) ?? null,
          codeState: 'absent',
          codePlace: code.place,
          livePlace: each.place,
        });
    }
  }

  /** An element of the code that no live one fits. */
  #gone(node: AnyNode, { at, live, isOpen }: { readonly at: string; readonly live: ListNode<unknown>; readonly isOpen: boolean }): void {
    const gap = gapOf(node, 'code');
    if (gap) return this.#skip(at, gap.reason, gap.detail);
    if (live.rest) return this.#skip(at, 'unknown-live', live.rest.reason?.detail ?? '');
    if (isOpen) return this.#skip(at, 'unknown-in-code', 'it is not known whether it exists');
    if (node.node === 'ref' && this.#identity(node) === null)
      return this.#skip(at, 'other-code', 'it links to something that was not matched');
    this.#put({
      path: at,
      code: this.#plain(node) ?? null,
      live: null,
      codeState: 'explicit',
      codePlace: node.place,
      livePlace: live.place,
    });
  }

  /** Elements without a counterpart. First those that are surely the same pair up, then those that may be. */
  #withoutPairs(
    code: readonly Item[],
    live: readonly Item[],
    path: string,
  ): { readonly left: readonly Item[]; readonly right: readonly Item[] } {
    let [left, right] = [code, live];
    const passes = code.length * live.length > MAX_PAIRS ? [] : [false, true];
    if (passes.length === 0) return byText(code, live, (item) => JSON.stringify(this.#plain(item.node as AnyNode)));
    for (const allowsGaps of passes) {
      const open = [...right];
      left = left.filter((item) => {
        const at = open.findIndex((each) => this.#isPair(item, each, { path, allowsGaps }));
        if (at !== -1) open.splice(at, 1);
        return at === -1;
      });
      right = open;
    }
    return this.#withoutLikes(left, right, path);
  }

  /** Objects that differ in one value are the same thing changed, not one gone and another come. That value is told. */
  #withoutLikes(
    left: readonly Item[],
    right: readonly Item[],
    path: string,
  ): { readonly left: readonly Item[]; readonly right: readonly Item[] } {
    if (left.length + right.length < 3 || left.length * right.length > MAX_PAIRS) return { left, right };
    const open = [...right];
    const rest = left.filter((item) => {
      if (item.uncertain || !hasSeveralFields(item)) return true;
      const at = open.findIndex((each) => !each.uncertain && areAlike(item, each) && this.#trial(item, each, path).changes.length === 1);
      if (at === -1) return true;
      const [other] = open.splice(at, 1);
      if (other) this.nodes(item.node as AnyNode, other.node as AnyNode, path);
      return false;
    });
    return { left: rest, right: open };
  }

  #isPair(one: Item, other: Item, { path, allowsGaps }: { readonly path: string; readonly allowsGaps: boolean }): boolean {
    const trial = this.#trial(one, other, path);
    return trial.changes.length === 0 && (allowsGaps || trial.skipped.every(({ reason }) => reason === 'cloud-chosen'));
  }

  #trial(one: Item, other: Item, path: string): Comparison {
    const trial = new Comparing(this.#options);
    trial.nodes(one.node as AnyNode, other.node as AnyNode, path);
    return trial;
  }

  #change(code: AnyNode, live: AnyNode, path: string): void {
    const state = code.node === 'leaf' ? stateOf(code) : 'explicit';
    this.#put({
      ...{ path, code: this.#plain(code) ?? null, live: this.#plain(live) ?? null },
      ...{ codeState: state, codePlace: code.place, livePlace: live.place },
    });
  }

  #put(change: AttributeDrift): void {
    this.changes.push(change);
  }

  #skip(path: string, reason: SkipReason, detail: string): void {
    this.skipped.push({ path, reason, detail });
  }

  #plain(node: AnyNode): Json | undefined {
    return plainNode(node, this.#options.nameOf);
  }
}

type Item = ListItem<unknown>;

/** Volumes that were attached to an instance later: as resources of their own they are in code, or unmanaged. */
const VOLUMES = /(?:^|\.)volumes\[\]$/;

/** A rule for addresses that are not known lets in several, of which answers have a rule each. */
function mayBeSeveral({ node }: Item): boolean {
  const each = node as AnyNode;
  if (each.node !== 'object') return false;
  return Object.values(each.fields as Readonly<Record<string, AnyNode>>).some((field) => field.node === 'list' && field.rest !== null);
}

/** Of a pair of two values one that differs leaves nothing that is the same. */
function hasSeveralFields({ node }: Item): boolean {
  const { node: kind } = node as AnyNode;
  return kind === 'object' && Object.keys((node as { readonly fields: object }).fields).length > 2;
}

/** Two objects, or two values: what was one of them may be the other now. */
function areAlike(one: Item, other: Item): boolean {
  const [mine, theirs] = [(one.node as AnyNode).node, (other.node as AnyNode).node];
  return mine === theirs && (mine === 'object' || mine === 'leaf');
}

function byText(
  code: readonly Item[],
  live: readonly Item[],
  textOf: (item: Item) => string,
): { left: readonly Item[]; right: readonly Item[] } {
  const [mine, theirs] = [new Set(code.map(textOf)), new Set(live.map(textOf))];
  return { left: code.filter((item) => !theirs.has(textOf(item))), right: live.filter((item) => !mine.has(textOf(item))) };
}

/** Of a rule for all protocols the clouds ignore the ports: one writes 0 to 0, another 0 to 65535. */
const PORTS: ReadonlySet<string> = new Set(['fromPort', 'toPort']);

function isAllTraffic(fields: Readonly<Record<string, AnyNode>> | undefined): boolean {
  const protocol = fields?.['protocol'];
  return protocol?.node === 'leaf' && ['-1', 'all'].includes(String(protocol.value));
}

function isAbsent(node: AnyNode): boolean {
  return node.node === 'leaf' && node.state === 'absent';
}

function stateOf({ state }: Leaf<unknown>): AttributeDrift['codeState'] {
  return state === 'default' || state === 'absent' ? state : 'explicit';
}

function gapOf(node: AnyNode, side: 'code' | 'live'): Omit<SkippedAttribute, 'path'> | null {
  if (node.node === 'leaf' && node.state === 'outside') return { reason: 'other-code', detail: node.reason?.detail ?? '' };
  if (node.node === 'leaf' && node.state === 'unresolved')
    return { reason: side === 'live' ? 'unknown-live' : reasonOfCode(node), detail: node.reason?.detail ?? '' };
  if (node.node === 'ref' && node.target === null && node.reason)
    return { reason: side === 'live' ? 'unknown-live' : 'unknown-in-code', detail: node.reason.detail };
  return null;
}

function reasonOfCode({ reason }: Pick<Leaf<unknown>, 'reason'>): SkipReason {
  return reason?.code === 'ignored' ? 'ignored' : 'unknown-in-code';
}

/** A statement's name says nothing about what it allows; nobody is told passwords and custom data of machines; whether a thing is used says something of others. */
function isIrrelevant(path: string): boolean {
  return /(?:^|\.)(?:statements\[\]\.sid|isUsed|isInUse|isAttached|standsAlone|isBoundary|isReferenced|isManaged|isWritten|hasOlderGrants|remark|isOwned|userDataCredential\.line|writtenPassword)$|(?:^|\.)customDataCredential(?:\.|$)/.test(
    path,
  );
}

/** What is off, none or empty is as good as not written. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === false || value === '' || value === 0;
}

function isSame(code: unknown, live: unknown, path: string): boolean {
  if (code === live) return true;
  if (code === undefined || live === undefined) return false;
  return normal(String(code), path) === normal(String(live), path);
}

/** One spelling for what the clouds take for the same. */
function normal(text: string, path: string): string {
  // IAM: actions in any case; an account stands for its root.
  if (/\.(?:actions|notActions)\[\]$/.test(path)) return text.toLowerCase();
  if (path.endsWith('rincipals[].value')) return text.replace(/^arn:[\w-]+:iam::(\d{12}):root$/, '$1');
  // Code need not say what the image calls its root device.
  if (path.endsWith('volumes[].device')) return '';
  // Locations of Azure: `West Europe` is `westeurope`.
  if (/(?:^|\.)location$/.test(path)) return text.toLowerCase().replaceAll(' ', '');
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase();
  return text;
}

/** Does a text fit one with unknown parts? Linear: the known parts are looked for from left to right, the last one at the end. */
function fits(pattern: string, text: string): boolean {
  const parts = pattern.split(HOLE);
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
