/** One pass over a record: the values that a mapping asks for, and the text of what it does not know. */
import type { OcsfField, OcsfMapping } from '@kumomori/model';
import { isRecord, ocsfSteps } from '@kumomori/model';

/** A key of records of one class. */
interface Node {
  /** Where its value is put; -1: nobody asks for it. */
  slot: number;
  /** On the way to something that the mapping knows. */
  isKnown: boolean;
  /** All below is known. */
  isWhole: boolean;
  readonly inner: Map<string, Node>;
  readonly elements: Map<number, Node>;
  /** Names of members that are not known: `userIdentity.`. */
  readonly prefix: string;
  readonly names: Map<string, UnknownName>;
}

interface UnknownName {
  readonly name: string;
  /** With its colon, as JSON. */
  readonly key: string;
}

const MAX_NAMES = 1000;

/** Reads records of one class. `slots`: by path, where its value is put. */
export class RecordWalk {
  readonly #root: Node = node('');
  readonly #values: unknown[];
  readonly #count: (name: string) => void;

  /** `count` is told each name that the mapping does not know. */
  constructor(
    mapping: OcsfMapping,
    classUid: number,
    more: { readonly slots: ReadonlyMap<string, number>; readonly values: unknown[]; readonly count: (name: string) => void },
  ) {
    this.#values = more.values;
    this.#count = more.count;
    for (const [path, slot] of more.slots) if (!path.startsWith('@')) this.#at(path).slot = slot;
    const applies = ({ classes }: { readonly classes?: readonly number[] }): boolean => classes?.includes(classUid) ?? true;
    const { fields, lists = [], known = [] } = mapping;
    const paths = [...fields.filter(applies).flatMap(pathsOf), ...lists.filter(applies).map(({ each }) => each), ...known];
    for (const path of paths) if (!path.startsWith('@')) this.#know(path);
  }

  /** Puts the values into their slots, which are empty before; the JSON text of what is not known, or null. */
  read(record: Readonly<Record<string, unknown>>): string | null {
    const left = this.#walk(this.#root, record);
    return left === '' ? null : left;
  }

  #walk(at: Node, record: Readonly<Record<string, unknown>>): string {
    let text = '';
    for (const key in record) {
      const value = record[key];
      if (value === null || value === '' || value === undefined) continue;
      const found = at.inner.get(key);
      let left: string | null = null;
      if (found === undefined) left = this.#unknown(at, key, value);
      else {
        if (found.slot >= 0) this.#values[found.slot] = value;
        if (!isRecord(value)) {
          if (found.elements.size > 0) this.#elements(found, value);
          if (!found.isWhole) left = this.#unknown(at, key, value);
        } else if (found.isWhole || !found.isKnown) {
          if (found.inner.size > 0) this.#fill(found, value);
          if (!found.isWhole) left = this.#unknown(at, key, value);
        } else {
          const inside = this.#walk(found, value);
          if (inside !== '') left = `${nameOf(at, key).key}${inside}`;
        }
      }
      if (left !== null) text = text === '' ? `{${left}` : `${text},${left}`;
    }
    return text === '' ? '' : `${text}}`;
  }

  /** Null where it is empty. */
  #unknown(at: Node, key: string, value: unknown): string | null {
    if (typeof value === 'object' && value !== null && isEmpty(value)) return null;
    const text = jsonText(value);
    if (text === null) return null;
    const name = nameOf(at, key);
    this.#count(name.name);
    return `${name.key}${text}`;
  }

  #fill(at: Node, value: Readonly<Record<string, unknown>>): void {
    for (const [key, found] of at.inner) if (Object.hasOwn(value, key)) this.#put(found, value[key]);
  }

  #put(at: Node, value: unknown): void {
    if (at.slot >= 0) this.#values[at.slot] = value;
    if (at.inner.size > 0 && isRecord(value)) this.#fill(at, value);
    if (at.elements.size > 0) this.#elements(at, value);
  }

  #elements(at: Node, value: unknown): void {
    if (!Array.isArray(value)) return;
    for (const [index, found] of at.elements) if (index < value.length) this.#put(found, value[index]);
  }

  #at(path: string): Node {
    let at = this.#root;
    for (const step of ocsfSteps(path)) {
      const known: Node | undefined = typeof step === 'number' ? at.elements.get(step) : at.inner.get(step);
      const next = known ?? node(typeof step === 'number' ? '' : `${at.prefix}${step}.`);
      if (typeof step === 'number') at.elements.set(step, next);
      else at.inner.set(step, next);
      at = next;
    }
    return at;
  }

  /** A path into a list knows one element of it: the list stays unknown. */
  #know(path: string): void {
    let at = this.#root;
    for (const step of ocsfSteps(path)) {
      if (typeof step === 'number') return;
      const next = at.inner.get(step) ?? node(`${at.prefix}${step}.`);
      at.inner.set(step, next);
      next.isKnown = true;
      at = next;
    }
    at.isWhole = true;
  }
}

function node(prefix: string): Node {
  return { slot: -1, isKnown: false, isWhole: false, inner: new Map(), elements: new Map(), prefix, names: new Map() };
}

function pathsOf({ from = [], join }: OcsfField): readonly string[] {
  return [...from, ...(join?.paths ?? [])];
}

function nameOf(at: Node, key: string): UnknownName {
  const known = at.names.get(key);
  if (known) return known;
  const made = { name: `${at.prefix}${key}`, key: `${JSON.stringify(key)}:` };
  // Somebody who writes keys at random fills no memory.
  if (at.names.size < MAX_NAMES) at.names.set(key, made);
  return made;
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

/** Null for what nests too deep to be written. */
function jsonText(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}
